import { createHistogram } from 'node:perf_hooks';

const PER_MS = 1000;

/** Durations in milliseconds, kept to the microsecond. */
export interface Durations {
  add(milliseconds: number): void;
  readonly count: number;
  /** Nearest rank, in milliseconds; `percent` over 0, up to 100. */
  percentile(percent: number): number;
}

/** What a table of durations shows: how many, and how long most, nearly all and the slowest of them took. */
export const ROW = ['Times', 'p50', 'p99', 'Most'] as const;

export function rowOf(measured: Durations): number[] {
  return [measured.count, measured.percentile(50), measured.percentile(99), measured.percentile(100)];
}

export function durations(): Durations {
  const histogram = createHistogram();
  return {
    add: (milliseconds) => histogram.record(Math.max(1, Math.round(milliseconds * PER_MS))),
    get count() {
      return histogram.count;
    },
    percentile: (percent) => rounded(histogram.percentile(percent) / PER_MS),
  };
}

export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Three digits are all that repeats. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Nearest rank; of a handful of values the highest. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
