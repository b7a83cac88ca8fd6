/** A word and how telling it is; rare words weigh more. */
export interface WeightedTerm {
  text: string;
  weight: number;
}

/**
 * How much of what is asked a report says: the weight of the shared terms over the weight of the question, 0–1.
 * The question is the shorter text, so that a long report is not punished for its length.
 */
export function similarity(asked: readonly WeightedTerm[], said: ReadonlySet<string>): number {
  const whole = asked.reduce((sum, term) => sum + term.weight, 0);
  const shared = asked.reduce((sum, term) => (said.has(term.text) ? sum + term.weight : sum), 0);
  return whole === 0 ? 0 : shared / whole;
}

/**
 * How much two matters say the same: the weight of the shared terms over the mean weight of both, 0–1. Unlike
 * `similarity` it is the same both ways: a long report that mentions what a short one is about is not the same matter.
 */
export function likeness(one: readonly WeightedTerm[], other: readonly WeightedTerm[]): number {
  const known = new Set(other.map((term) => term.text));
  const shared = weightOf(one.filter((term) => known.has(term.text)));
  const both = weightOf(one) + weightOf(other);
  return both === 0 ? 0 : (2 * shared) / both;
}

function weightOf(terms: readonly WeightedTerm[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0);
}

export interface Scored<T> {
  item: T;
  score: number;
}

/** From this share on a report may be what is meant. */
const PERHAPS = 0.3;
/** The best is named alone when it leads the next by so much. */
const LEAD = 0.15;

/** Everything that may be meant, likeliest first. */
export function likeliest<T>(scored: readonly Scored<T>[]): T[] {
  return likely(scored).map(({ item }) => item);
}

/** What is meant: one when it stands out, else a short list; nothing when no report says enough of it. */
export function bestOf<T>(scored: readonly Scored<T>[], limit: number): { one: T } | { several: T[] } | null {
  const best = likely(scored);
  const [first, second] = best;
  if (!first) return null;
  if (!second || first.score - second.score >= LEAD) return { one: first.item };
  return { several: best.slice(0, limit).map(({ item }) => item) };
}

function likely<T>(scored: readonly Scored<T>[]): Scored<T>[] {
  return scored.filter(({ score }) => score >= PERHAPS).sort((a, b) => b.score - a.score);
}
