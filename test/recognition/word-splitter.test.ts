import fc from 'fast-check';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDictionary } from '../../src/recognition/dictionary.ts';
import { loadKuromoji } from '../../src/recognition/kuromoji-tokenizer.ts';
import type { Kuromoji } from '../../src/recognition/kuromoji-tokenizer.ts';
import { normalize } from '../../src/recognition/normalize.ts';
import { readUtterances } from '../../src/recognition/utterances.ts';
import { int32, WordEntries } from '../../src/recognition/word-entries.ts';
import type { SplitWords } from '../../src/recognition/word-splitter.ts';
import { wordSplitter } from '../../src/recognition/word-splitter.ts';
import { WordTrie } from '../../src/recognition/word-trie.ts';
import { INTENTS } from './trained-recognizer.ts';

const EVERY = 5;

let kuromoji: Kuromoji;
let split: SplitWords;
beforeAll(async () => {
  const files = await readDictionary(null);
  const entries = new WordEntries(files);
  kuromoji = loadKuromoji(files, entries);
  const trie = new WordTrie(int32(files.base), int32(files.check));
  split = wordSplitter(files, trie, entries, kuromoji.unknownWords);
}, 60_000);

describe('splitting words', () => {
  it('gives every word of every sentence as kuromoji gives it', async () => {
    const utterances = await readUtterances(join(INTENTS, 'development'));
    const sentences = utterances
      .filter((_, index) => index % EVERY === 0)
      .flatMap(({ text }) => normalize(text).text.split(/(?<=[、。])/u));
    expect(sentences.length).toBeGreaterThan(300);
    for (const sentence of sentences) agree(sentence);
  });

  it('agrees with kuromoji on any signs, and leaves to it what is out of the ordinary', () => {
    const unit = fc.constantFrom(
      ...Array.from('あいうアー々〆ヵ年金通知書渡龘ﾟ㌔Ωμ1２aＢ,"!？ \n\u3099\ufffd'),
    );
    const any = fc.oneof(fc.string({ unit, maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(any, (text) => {
        agree(text.replace(/[、。]/gu, ''));
      }),
      { numRuns: 2_000 },
    );
    expect(split('𠮷野家')).toBeNull();
    expect(split('a\0b')).toBeNull();
  });
});

function agree(sentence: string): void {
  const words = split(sentence);
  if (words === null) return;
  const theirs = kuromoji.tokenizer.tokenize(sentence);
  expect(words.map(({ surface }) => surface)).toEqual(theirs.map((word) => word.surface_form));
  expect(words.map(({ features }) => features.slice(1, 8))).toEqual(
    theirs.map((word) => [
      word.pos,
      word.pos_detail_1,
      word.pos_detail_2,
      word.pos_detail_3,
      word.conjugated_type,
      word.conjugated_form,
      word.basic_form,
    ]),
  );
}
