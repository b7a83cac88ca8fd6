import { createRequire } from 'node:module';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import type { DictionaryFiles } from './dictionary.ts';

/** Of a word of the trie, its entries in the dictionary: one for each reading or part of speech. */
type EntriesByWord = Readonly<Record<number, readonly number[]>>;

interface Dictionaries {
  token_info_dictionary: {
    loadDictionary(entries: Uint8Array): void;
    loadPosVector(features: Uint8Array): void;
    target_map: EntriesByWord;
  };
  loadTrie(base: Int32Array, check: Int32Array): void;
  loadConnectionCosts(costs: Int16Array): void;
  loadUnknownDictionaries(
    entries: Uint8Array,
    features: Uint8Array,
    entriesByClass: Uint8Array,
    classes: Uint8Array,
    compatibleClasses: Uint32Array,
    invocations: Uint8Array,
  ): void;
}

// kuromoji's own builder unzips at every start and keeps padding; its parts carry no types.
const require = createRequire(import.meta.url);
const DynamicDictionaries = require('kuromoji/src/dict/DynamicDictionaries.js') as new () => Dictionaries;
const KuromojiTokenizer = require('kuromoji/src/Tokenizer.js') as new (
  dictionaries: Dictionaries,
) => Tokenizer<IpadicFeatures>;

/** kuromoji over files that stay where they are: nothing is copied. */
export function kuromojiTokenizer(files: DictionaryFiles): Tokenizer<IpadicFeatures> {
  const dictionaries = new DynamicDictionaries();
  dictionaries.loadTrie(int32(files.base), int32(files.check));
  dictionaries.loadConnectionCosts(
    new Int16Array(files.cc.buffer, files.cc.byteOffset, files.cc.byteLength / Int16Array.BYTES_PER_ELEMENT),
  );
  const known = dictionaries.token_info_dictionary;
  known.loadDictionary(files.tid);
  known.loadPosVector(files.tid_pos);
  known.target_map = entriesByWord(int32(files.tid_map));
  const { buffer, byteOffset, byteLength } = files.unk_compat;
  const compatible = new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
  dictionaries.loadUnknownDictionaries(
    files.unk,
    files.unk_pos,
    files.unk_map,
    files.unk_char,
    compatible,
    files.unk_invoke,
  );
  return new KuromojiTokenizer(dictionaries);
}

function int32({ buffer, byteOffset, byteLength }: Buffer<ArrayBuffer>): Int32Array {
  return new Int32Array(buffer, byteOffset, Math.floor(byteLength / Int32Array.BYTES_PER_ELEMENT));
}

/**
 * `map` holds, after its length, for each word its number, how many entries it has, and these. kuromoji would make an
 * array of each of the 326,000 words, 60 MB in all; here one is made when it is asked for.
 */
function entriesByWord(map: Int32Array): EntriesByWord {
  const places = placesOfWords(map);
  return new Proxy<EntriesByWord>(
    {},
    {
      get(_, word) {
        const place = places[Number(word)];
        if (place === undefined || place === 0) return undefined;
        return Array.from(map.subarray(place + 1, place + 1 + (map[place] ?? 0)));
      },
    },
  );
}

/** For each word, where in `map` the number of its entries stands; 0 for none. */
function placesOfWords(map: Int32Array): Int32Array {
  let highest = 0;
  eachWord(map, (word) => (highest = Math.max(highest, word)));
  const places = new Int32Array(highest + 1);
  eachWord(map, (word, place) => (places[word] = place));
  return places;
}

function eachWord(map: Int32Array, visit: (word: number, place: number) => void): void {
  for (let at = 1; at + 1 < map.length; at += 2 + (map[at + 1] ?? 0)) {
    // Zeros fill the end.
    if (map[at + 1] !== 0) visit(map[at] ?? 0, at + 1);
  }
}
