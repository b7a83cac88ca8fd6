import type { WordEntries } from './word-entries.ts';
import type { WordTrie } from './word-trie.ts';
import { NOWHERE, ROOT } from './word-trie.ts';

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

const LONGEST = 7;

/** kuromoji's tokens are one reading of a sentence; a rare name often stands in another one. */
export function readWordKinds(trie: WordTrie, entries: WordEntries): WordKindsAt {
  const known = new Map<number, number>();
  const kindsOf = (word: number): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const kinds = entries.of(word).reduce((sum, entry) => sum | kindOf(entries.featuresOf(entry)), 0);
    known.set(word, kinds);
    return kinds;
  };
  return (text, offset) => {
    const found: WordKinds[] = [];
    let node = ROOT;
    for (let length = 1; length <= LONGEST; length++) {
      node = trie.behind(node, text.charCodeAt(offset + length - 1));
      if (node === NOWHERE) break;
      const word = trie.wordAt(node);
      const kinds = word === NOWHERE ? 0 : kindsOf(word);
      if (kinds !== 0) found.push({ length, kinds });
    }
    return found;
  };
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
