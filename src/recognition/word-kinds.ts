import type { IpadicFeatures, Tokenizer } from 'kuromoji';

/** What a word of the dictionary can be; a word is often several of them. */
export const WORD_KIND = { surname: 1, given: 2, region: 4, organisation: 8, common: 16 } as const;

/** One word of the dictionary that begins where it was asked for. */
export interface WordKinds {
  length: number;
  /** Sum of `WORD_KIND`. */
  kinds: number;
}

/** Every word of the dictionary that begins at the offset, whatever the sentence makes of it. */
export type WordKindsAt = (text: string, offset: number) => readonly WordKinds[];

/** Parts of kuromoji that carry no types. */
interface Lookup {
  viterbi_builder: {
    trie: Trie;
    token_info_dictionary: {
      target_map: Readonly<Record<number, readonly number[]>>;
      getFeatures(entry: number): string;
    };
  };
}

/** Words as bytes of UTF-8; a word's number stands behind its end. */
interface Trie {
  traverse(node: number, byte: number): number;
  bc: { getBase(node: number): number };
}

const LONGEST = 7;
const ROOT = 0;
const NOWHERE = -1;
const END_OF_WORD = 0;

/** kuromoji's tokens are one reading of a sentence; a rare name often stands in another one. */
export function readWordKinds(tokenizer: Tokenizer<IpadicFeatures>): WordKindsAt {
  const { trie, token_info_dictionary: words } = (tokenizer as unknown as Lookup).viterbi_builder;
  const known = new Map<number, number>();
  const kindsOf = (word: number): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const kinds = (words.target_map[word] ?? []).reduce(
      (sum, entry) => sum | kindOf(words.getFeatures(entry)),
      0,
    );
    known.set(word, kinds);
    return kinds;
  };
  return (text, offset) => {
    const found: WordKinds[] = [];
    let node = ROOT;
    for (let length = 1; length <= LONGEST; length++) {
      node = nodeBehind(trie, node, text.charCodeAt(offset + length - 1));
      if (node === NOWHERE) break;
      const end = trie.traverse(node, END_OF_WORD);
      const kinds = end === NOWHERE ? 0 : kindsOf(-trie.bc.getBase(end) - 1);
      if (kinds !== 0) found.push({ length, kinds });
    }
    return found;
  };
}

/** The package's own search makes new strings and bytes at every sign: a sixth of the time that masking took. */
function nodeBehind(trie: Trie, node: number, unit: number): number {
  // Behind the end of a text, the end of a word itself, and half of a pair: no word goes on there.
  if (!(unit > END_OF_WORD) || (unit >= 0xd800 && unit <= 0xdfff)) return NOWHERE;
  if (unit < 0x80) return step(trie, node, unit);
  if (unit < 0x800) return step(trie, step(trie, node, 0xc0 | (unit >> 6)), 0x80 | (unit & 0x3f));
  const second = step(trie, step(trie, node, 0xe0 | (unit >> 12)), 0x80 | ((unit >> 6) & 0x3f));
  return step(trie, second, 0x80 | (unit & 0x3f));
}

function step(trie: Trie, node: number, byte: number): number {
  return node === NOWHERE ? NOWHERE : trie.traverse(node, byte);
}

function kindOf(features: string): number {
  const [, pos, detail, names, part] =
    /^(?:[^,]*,)?(名詞|動詞|形容詞|副詞|接続詞),([^,]*),([^,]*),([^,]*)/u.exec(features) ?? [];
  if (pos === undefined) return 0;
  if (detail !== '固有名詞') return WORD_KIND.common;
  if (names === '地域') return WORD_KIND.region;
  if (names === '組織') return WORD_KIND.organisation;
  if (part === '姓') return WORD_KIND.surname;
  return part === '名' ? WORD_KIND.given : 0;
}
