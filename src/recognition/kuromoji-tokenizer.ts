import { createRequire } from 'node:module';
import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import type { DictionaryFiles } from './dictionary.ts';
import { int32, WordEntries } from './word-entries.ts';

/** Of a word of the trie, its entries in the dictionary: one for each reading or part of speech. */
type EntriesByWord = Readonly<Record<number, readonly number[]>>;

/** How unknown words of one script are made up. */
export interface SignClass {
  class_id: number;
  class_name: string;
  /** 1 where an unknown word is thought of even though a known one begins there. */
  is_always_invoke: number;
  /** 1 where neighbouring signs of the class are one word. */
  is_grouping: number;
}

/** What kuromoji thinks of signs and words that its dictionary does not hold. */
export interface UnknownWords {
  /** Undefined for signs outside its tables, whatever its type says. */
  lookup(sign: string): SignClass | undefined;
  /** The entries of each class. */
  target_map: EntriesByWord;
  dictionary: { getShort(place: number): number };
  getFeatures(entry: number): string;
}

interface Dictionaries {
  token_info_dictionary: {
    loadDictionary(entries: Uint8Array): void;
    loadPosVector(features: Uint8Array): void;
    target_map: EntriesByWord;
  };
  unknown_dictionary: UnknownWords;
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

export interface Kuromoji {
  tokenizer: Tokenizer<IpadicFeatures>;
  unknownWords: UnknownWords;
}

/** kuromoji over files that stay where they are: nothing is copied. */
export function loadKuromoji(files: DictionaryFiles, entries = new WordEntries(files)): Kuromoji {
  const dictionaries = new DynamicDictionaries();
  dictionaries.loadTrie(int32(files.base), int32(files.check));
  dictionaries.loadConnectionCosts(connectionCosts(files));
  const known = dictionaries.token_info_dictionary;
  known.loadDictionary(files.tid);
  known.loadPosVector(files.tid_pos);
  known.target_map = entriesByWord(entries);
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
  return {
    tokenizer: new KuromojiTokenizer(dictionaries),
    unknownWords: dictionaries.unknown_dictionary,
  };
}

/** A table of right by left contexts, behind the numbers of both. */
export function connectionCosts({ cc }: Pick<DictionaryFiles, 'cc'>): Int16Array {
  return new Int16Array(cc.buffer, cc.byteOffset, cc.byteLength / Int16Array.BYTES_PER_ELEMENT);
}

/** kuromoji asks for arrays of its own; one is made when it is asked for. */
function entriesByWord(entries: WordEntries): EntriesByWord {
  return new Proxy<EntriesByWord>(
    {},
    {
      get(_, word) {
        const found = entries.of(Number(word));
        return found.length === 0 ? undefined : found;
      },
    },
  );
}
