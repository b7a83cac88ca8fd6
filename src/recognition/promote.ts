import type { Guess, Label } from '../domain/understanding.ts';

/**
 * The same guesses with `label` first: it takes the best guess's probability, `ceiling` at most, and the best guess
 * takes what is left. The probabilities still add up to what they did.
 */
export function promote(guesses: readonly Guess[], label: Label, ceiling = 1): Guess[] {
  const [best] = guesses;
  const promoted = guesses.find((guess) => guess.label === label);
  if (best === undefined || promoted === undefined || best === promoted) return [...guesses];
  const confidence = Math.min(best.confidence, ceiling);
  const demoted = { ...best, confidence: best.confidence + promoted.confidence - confidence };
  const others = guesses.filter((guess) => guess !== best && guess !== promoted);
  return [{ label, confidence }, ...[demoted, ...others].sort((a, b) => b.confidence - a.confidence)];
}
