import { describe, expect, it } from 'vitest';
import { FeatureNames } from '../../src/recognition/feature-names.ts';
import { KnownFeatures } from '../../src/recognition/known-features.ts';
import { NaiveBayesTrainer } from '../../src/recognition/naive-bayes-trainer.ts';
import { bayesScores } from '../../src/recognition/naive-bayes.ts';

const LABELS = ['incident', 'proposal'];

/** Trained on documents given as words, and asked in words. */
function taught(documents: readonly (readonly [words: string[], label: string])[]) {
  const known = new KnownFeatures();
  const trainer = new NaiveBayesTrainer(LABELS);
  for (const [words, label] of documents) trainer.learn(known.learn(FeatureNames.of(words)), label);
  const model = trainer.model();
  return (words: readonly string[]) => bayesScores(model, known.find(FeatureNames.of(words)));
}

describe('naive Bayes', () => {
  it('scores the logarithm of how often words were seen with a label, smoothed', () => {
    const scores = taught([
      [['誤送付', '封筒'], 'incident'],
      [['誤送付'], 'incident'],
      [['棚'], 'proposal'],
    ]);
    const [incident, proposal] = scores(['誤送付', '棚']);
    expect(incident).toBeCloseTo(Math.log(2.3 / 3.9) + Math.log(0.3 / 3.9), 10);
    expect(proposal).toBeCloseTo(Math.log(0.3 / 1.9) + Math.log(1.3 / 1.9), 10);
  });

  it('leaves words that it never saw out', () => {
    const scores = taught([
      [['誤送付'], 'incident'],
      [['棚'], 'proposal'],
    ]);
    expect(scores(['棚', '見知らぬ'])).toEqual(scores(['棚']));
    expect(scores(['見知らぬ'])).toEqual([0, 0]);
  });

  it('does not run out of numbers on long texts', () => {
    const long = Array.from({ length: 5000 }, (_, n) => `w:${n}`);
    const scores = taught([
      [['誤送付', ...long], 'incident'],
      [['提案', ...long], 'proposal'],
    ])(['提案', ...long]);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(scores[1]).toBeGreaterThan(scores[0] ?? 0);
  });

  it('does not confuse words that look like numbers', () => {
    const [incident = 0, proposal = 0] = taught([
      [['1', '0'], 'incident'],
      [['2', '3'], 'proposal'],
    ])(['2']);
    expect(proposal).toBeGreaterThan(incident);
  });
});
