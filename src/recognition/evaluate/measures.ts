import { pseudoRandom } from '../pseudo-random.ts';

/** One judged example: every label with its probability, best first, and the right one. */
export interface Judged {
  right: string;
  guesses: readonly { label: string; confidence: number }[];
}

/** A share with its 95 % interval, all 0–1. */
export interface Share {
  value: number;
  from: number;
  until: number;
  hits: number;
  /** How many it is a share of. */
  of: number;
}

/** The normal quantile of a 95 % interval. */
const Z = 1.96;
const BINS = 10;
const SEED = 1;

/** Wilson's interval, which also holds near 0 and 1 and for few examples. */
export function share(hits: number, of: number): Share {
  if (of === 0) return { value: 0, from: 0, until: 1, hits, of };
  const value = hits / of;
  const square = Z ** 2;
  const centre = (value + square / (2 * of)) / (1 + square / of);
  const half = (Z / (1 + square / of)) * Math.sqrt((value * (1 - value)) / of + square / (4 * of ** 2));
  return { value, from: Math.max(0, centre - half), until: Math.min(1, centre + half), hits, of };
}

/** How often the right label is among the `most` best guesses. */
export function topShare(judged: readonly Judged[], most: number): Share {
  const hits = judged.filter(({ right, guesses }) =>
    guesses.slice(0, most).some(({ label }) => label === right),
  );
  return share(hits.length, judged.length);
}

/** The mean of every right label's F1; labels that never are right do not count. 0–1. */
export function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ right }) => right))];
  const scores = labels.map((label) => {
    const guessed = judged.filter(({ guesses }) => guesses[0]?.label === label).length;
    const there = judged.filter(({ right }) => right === label).length;
    const hits = judged.filter(({ right, guesses }) => right === label && guesses[0]?.label === label).length;
    return (2 * hits) / (guessed + there);
  });
  return scores.reduce((sum, score) => sum + score, 0) / (labels.length || 1);
}

/** A 95 % interval by drawing the examples again, with a fixed seed. */
export function resampled(
  judged: readonly Judged[],
  measure: (judged: readonly Judged[]) => number,
  times = 500,
): { from: number; until: number } {
  const random = pseudoRandom(SEED);
  const values = Array.from({ length: times }, () =>
    measure(
      judged.map(() => judged[Math.floor(random() * judged.length)]).filter((one) => one !== undefined),
    ),
  ).sort((a, b) => a - b);
  return { from: values[Math.floor(times * 0.025)] ?? 0, until: values[Math.floor(times * 0.975)] ?? 0 };
}

/** Expected calibration error over ten bins of equal width: how far stated and measured precision lie apart, 0–1. */
export function calibrationError(judged: readonly Judged[]): number {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, hits: 0, confidence: 0 }));
  for (const { right, guesses } of judged) {
    const [best] = guesses;
    const bin = bins[Math.min(BINS - 1, Math.floor((best?.confidence ?? 0) * BINS))];
    if (!best || !bin) continue;
    bin.count += 1;
    bin.hits += best.label === right ? 1 : 0;
    bin.confidence += best.confidence;
  }
  return (
    bins.reduce((sum, { hits, confidence }) => sum + Math.abs(hits - confidence), 0) / (judged.length || 1)
  );
}

/** The largest share of examples, the surest first, among which `precision` of the best guesses are right. */
export function coverageAt(judged: readonly Judged[], precision: number): Share {
  const surest = judged
    .map(({ right, guesses: [best] }) => ({ hit: best?.label === right, confidence: best?.confidence ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
  let hits = 0;
  let covered = 0;
  surest.forEach(({ hit }, index) => {
    hits += hit ? 1 : 0;
    if (hits / (index + 1) >= precision) covered = index + 1;
  });
  return share(covered, judged.length);
}

/** How often each right label (row) was guessed as which (column), in the order of `labels`. */
export function confusion(judged: readonly Judged[], labels: readonly string[]): number[][] {
  return labels.map((row) =>
    labels.map(
      (column) => judged.filter(({ right, guesses }) => right === row && guesses[0]?.label === column).length,
    ),
  );
}
