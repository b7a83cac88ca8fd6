import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LABELS } from '../../src/domain/understanding.ts';
import {
  readEvaluationSets,
  readMaskingCases,
  readSeverityCases,
} from '../../src/recognition/evaluate/evaluation-sets.ts';
import type { EvaluationSets, MaskingCase } from '../../src/recognition/evaluate/evaluation-sets.ts';
import { normalize } from '../../src/recognition/normalize.ts';
import type { Utterance } from '../../src/recognition/utterances.ts';
import { readFlagged, readUtterances } from '../../src/recognition/utterances.ts';
import { INTENTS } from './trained-recognizer.ts';

/** Three signs of Japanese are a word and its particle; half of them shared is the same sentence with other nouns. */
const SIGNS = 3;
const ALIKE = 0.5;

let training: Utterance[];
let development: Utterance[];
let evaluation: EvaluationSets;
beforeAll(async () => {
  const detectors = (part: string) => readFlagged(join(INTENTS, 'detectors', `${part}.jsonl`));
  training = [...(await readUtterances(join(INTENTS, 'utterances'))), ...(await detectors('training'))];
  development = [
    ...(await readUtterances(join(INTENTS, 'development'))),
    ...(await detectors('development')),
  ];
  evaluation = await readEvaluationSets(join(INTENTS, 'evaluation'));
});

const scored = ({ labelled, errors, violations, urgency }: EvaluationSets): Utterance[] => [
  ...labelled,
  ...errors,
  ...violations,
  ...urgency,
];

describe('how much there is', () => {
  const count = (utterances: readonly Utterance[], language: string) =>
    LABELS.map(
      (label) => utterances.filter((one) => one.language === language && one.label === label).length,
    );

  it('is at least 300 Japanese and 60 English messages a label to learn from', async () => {
    const learned = await readUtterances(join(INTENTS, 'utterances'));
    expect(Math.min(...count(learned, 'ja'))).toBeGreaterThanOrEqual(300);
    expect(Math.min(...count(learned, 'en'))).toBeGreaterThanOrEqual(60);
  });

  it('is at least 60 Japanese and 15 English messages a label to be scored by, and 150 for each detector', () => {
    expect(Math.min(...count(development, 'ja'))).toBeGreaterThanOrEqual(60);
    expect(Math.min(...count(evaluation.labelled, 'ja'))).toBeGreaterThanOrEqual(60);
    expect(Math.min(...count(evaluation.labelled, 'en'))).toBeGreaterThanOrEqual(15);
    const { errors, violations, urgency } = evaluation;
    expect(Math.min(errors.length, violations.length, urgency.length)).toBeGreaterThanOrEqual(150);
  });
});

describe('what is scored', () => {
  it('was written by hands that wrote nothing to learn from or to choose by', () => {
    const hands = new Set([...training, ...development].map(({ hand }) => hand));
    expect(scored(evaluation).filter(({ hand }) => hands.has(hand))).toEqual([]);
  });

  it('holds nothing that stands, or nearly stands, in the training or the development data', () => {
    expect(nearDuplicates(scored(evaluation), [...training, ...development])).toEqual([]);
  });

  it('nor does the development data', () => {
    expect(nearDuplicates(development, training)).toEqual([]);
  });
});

describe('what the signs of severity are scored by', () => {
  it('was written by other hands than what they were chosen by, and holds nothing that nearly stands there', async () => {
    const chosenBy = await readSeverityCases(join(INTENTS, 'development', 'severity.jsonl'));
    const hands = new Set(chosenBy.map(({ hand }) => hand));
    expect(evaluation.severity.filter(({ hand }) => hands.has(hand)).length).toBe(0);
    expect(nearDuplicates(evaluation.severity, chosenBy).length).toBe(0);
    expect(nearDuplicates(scored(evaluation), chosenBy).length).toBe(0);
  });
});

describe('what the mask is scored by', () => {
  let learned: MaskingCase[];
  beforeAll(async () => {
    const parts = ['detectors', 'development'].map((part) => readMaskingCases(join(INTENTS, part)));
    learned = (await Promise.all(parts)).flat();
  });

  it('was written by hands that wrote nothing that it learns from', () => {
    const hands = new Set(learned.map(({ hand }) => hand));
    expect(evaluation.masking.filter(({ hand }) => hands.has(hand))).toEqual([]);
  });

  it('holds nothing that stands, or nearly stands, in what it learns from', () => {
    expect(nearDuplicates(evaluation.masking, learned)).toEqual([]);
  });
});

it('a sentence with other nouns counts as nearly the same, another sentence on the same matter does not', () => {
  const known = [{ text: '昨日、遺族年金の請求書を1件紛失しました。本日も探しています' }];
  const alike = [{ text: '昨日、遺族年金の請求書を2件紛失しました。本日も捜索中です' }];
  const other = [{ text: '遺族の方の請求書がきのうから見当たらず、まだ出てきません' }];
  expect(nearDuplicates(alike, known)).toHaveLength(1);
  expect(nearDuplicates(other, known)).toEqual([]);
});

/** Those of which a known text shares most of the sequences of signs; short ones when they are the same. */
function nearDuplicates(texts: readonly { text: string }[], known: readonly { text: string }[]): string[] {
  const holders = new Map<string, number[]>();
  const sizes = known.map(({ text }, index) => {
    const sequences = sequencesOf(text);
    for (const sequence of sequences) holders.set(sequence, [...(holders.get(sequence) ?? []), index]);
    return sequences.size;
  });
  return texts
    .filter(({ text }) => {
      const sequences = sequencesOf(text);
      const shared = new Map<number, number>();
      for (const sequence of sequences)
        for (const holder of holders.get(sequence) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      return [...shared].some(
        ([holder, count]) => count / (sequences.size + (sizes[holder] ?? 0) - count) >= ALIKE,
      );
    })
    .map(({ text }) => text.slice(0, 40));
}

function sequencesOf(text: string): Set<string> {
  const signs = normalize(text).text.replace(/[\s\p{P}]+/gu, '');
  if (signs.length <= SIGNS) return new Set([signs]);
  return new Set(Array.from({ length: signs.length - SIGNS + 1 }, (_, at) => signs.slice(at, at + SIGNS)));
}
