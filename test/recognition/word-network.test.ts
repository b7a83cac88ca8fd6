import { describe, expect, it } from 'vitest';
import { FeatureNames } from '../../src/recognition/feature-names.ts';
import { KnownFeatures } from '../../src/recognition/known-features.ts';
import { networkScores } from '../../src/recognition/word-network.ts';
import { trainNetwork } from '../../src/recognition/word-network-trainer.ts';

const ANSWERS = 2;
const FILLERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Sentences of fillers, of which one word tells the answer, at every place. */
function sentences(telling: string, length: number): string[][] {
  return Array.from({ length: 40 }, (_, n) =>
    Array.from({ length }, (__, at) => (at === n % length ? telling : (FILLERS[(n + at * 3) % 8] ?? ''))),
  );
}

function namesOf(word: string): FeatureNames {
  return FeatureNames.of([`w:${word}`, 'any']);
}

/** Taught that x means the first answer and y the second, and asked in words. */
function taught(seed: number) {
  const known = new KnownFeatures();
  const texts = [...sentences('x', 6), ...sentences('y', 6)];
  const documents = texts.map((words) => words.map((word) => known.learn(namesOf(word))));
  const answers = texts.map((_, index) => Math.floor((index * ANSWERS) / texts.length));
  const network = trainNetwork({ documents, answers, classes: ANSWERS }, seed);
  return (words: readonly string[]) =>
    networkScores(
      network,
      words.map((word) => known.find(namesOf(word))),
    );
}

/** How far the first answer is ahead. */
function lead([first = 0, second = 0]: readonly number[]): number {
  return first - second;
}

describe('a network over words', () => {
  const ask = taught(1);

  it('goes by the word that tells the answer, at whatever place', () => {
    for (const at of [0, 3, 7]) {
      expect(lead(ask(FILLERS.with(at, 'x')))).toBeGreaterThan(1);
      expect(lead(ask(FILLERS.with(at, 'y')))).toBeLessThan(-1);
    }
  });

  it('hears one telling word as well among many others as alone', () => {
    const many = Array.from({ length: 10 }, () => FILLERS).flat();
    expect(lead(ask([...many, 'x', ...many]))).toBeCloseTo(lead(ask([...FILLERS, 'x'])), 5);
  });

  it('does not mind repetition', () => {
    expect(ask(['a', 'x', 'x', 'x'])).toEqual(ask(['a', 'x']));
  });

  it('leaves features that it never saw out, and answers to no words at all', () => {
    expect(ask(['a', 'x', 'unseen'])).toHaveLength(ANSWERS);
    expect(ask([]).every(Number.isFinite)).toBe(true);
  });

  it('is the same at every training with one seed, and another with another', () => {
    const words = ['a', 'x', 'b'];
    expect(taught(1)(words)).toEqual(ask(words));
    expect(taught(2)(words)).not.toEqual(ask(words));
  });
});
