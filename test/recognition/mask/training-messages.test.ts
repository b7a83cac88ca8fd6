import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readUtterances } from '../../../src/recognition/utterances.ts';
import { mask } from './masker-under-test.ts';

const UTTERANCES = join(import.meta.dirname, '../../../intents/utterances');
const FEWEST = 5_000;
/** Some seconds, on a machine with nothing else to do. */
const LONGEST_MS = 180_000;

/** What is hidden in vain, or stands there as if it were somebody's: by what it is, and how its message begins. */
const KNOWN = [
  // In dialect さん and くん deny a verb or end one.
  '受付印押さんと',
  'もし仮に、の話やで',
  // A year of birth that is nobody's in particular.
  '繰上げの減額、昭和三十七年四月生まれ',
  '記入例の人ずっと昭和20年生まれ',
  // A customer who is named.
  '2 NGUYEN VAN ANH today',
];

test(
  'in the messages that the recognition learns from, which are nobody’s, nothing is hidden',
  async () => {
    const messages = await readUtterances(UTTERANCES);
    expect(messages.length).toBeGreaterThanOrEqual(FEWEST);
    const hidden = messages.map(({ text }) => text).filter((text) => mask(text).found.length > 0);
    expect(hidden.filter((text) => !KNOWN.some((start) => text.startsWith(start)))).toEqual([]);
  },
  LONGEST_MS,
);
