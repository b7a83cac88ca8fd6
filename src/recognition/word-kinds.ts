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
    trie: { commonPrefixSearch(text: string): readonly { k: string; v: number }[] };
    token_info_dictionary: {
      target_map: Readonly<Record<number, readonly number[]>>;
      getFeatures(entry: number): string;
    };
  };
}

const LONGEST = 7;
/** The dictionary has no word with such a sign, and kuromoji throws on half of one. */
const BEYOND_TABLES = /[\ud800-\udfff].*$/s;

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
  return (text, offset) =>
    trie
      .commonPrefixSearch(text.slice(offset, offset + LONGEST).replace(BEYOND_TABLES, ''))
      .flatMap(({ k: { length }, v }) => {
        const kinds = kindsOf(v);
        return kinds === 0 ? [] : [{ length, kinds }];
      });
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
