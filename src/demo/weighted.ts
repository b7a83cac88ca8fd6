import type { Random } from './random.ts';

/** Picks by weight; null when nothing weighs anything. */
export type Picker<T> = (random: Random) => T | null;

/** Weighs once, so that each pick is a short search. */
export function weighted<T>(items: readonly T[], weightOf: (item: T) => number): Picker<T> {
  const sums: number[] = [];
  let sum = 0;
  for (const item of items) sums.push((sum += weightOf(item)));
  return (random) => {
    if (sum === 0) return null;
    return items[firstAbove(sums, random.next() * sum)] ?? null;
  };
}

/** Index of the first of the growing sums that is above the value. */
export function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
