import { quantile, type Figures } from './figures.ts';

/** One line for programs, one table for people. */
export function reportLines(what: string, seed: string, seconds: number, figures: Figures): string[] {
  const { acknowledgedMs, answeredMs, refusedMs, startMs, restMs, kills, ...counts } = figures;
  const summary = {
    what,
    seed,
    seconds: Math.round(seconds),
    ...counts,
    kills,
    acknowledgedMs: spread(acknowledgedMs),
    answeredMs: spread(answeredMs),
    refusedMs: spread(refusedMs),
    startMs: spread(startMs),
    settledMs: spread(restMs),
  };
  const rows = Object.entries(summary).map(
    ([name, value]) => `  ${name.padEnd(16)}${typeof value === 'object' ? inWords(value) : value}`,
  );
  return [...rows, JSON.stringify(summary)];
}

function spread(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) };
}

function inWords(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
