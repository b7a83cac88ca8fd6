import { MOMENTS, type Moment } from './kill-plan.ts';
import type { Account } from './person.ts';

/** What a run has done, to be printed at its end. */
export interface Figures {
  /** Kills of the program. */
  rounds: number;
  worlds: number;
  kills: Record<Moment, number>;
  /** Stops that were quicker than the kill. */
  orderlyEnds: number;
  serverFalls: number;
  checks: number;
  reports: number;
  ledgerEvents: number;
  acknowledged: number;
  sentAgain: number;
  toldToTryAgain: number;
  /** From sending to the acknowledgement, and from there to the answer. */
  acknowledgedMs: number[];
  answeredMs: number[];
  /** From sending to the words that it has to be tried again. */
  refusedMs: number[];
  startMs: number[];
  restMs: number[];
}

export function noFigures(): Figures {
  return {
    rounds: 0,
    worlds: 0,
    kills: Object.fromEntries(MOMENTS.map((moment) => [moment, 0])) as Record<Moment, number>,
    orderlyEnds: 0,
    serverFalls: 0,
    checks: 0,
    reports: 0,
    ledgerEvents: 0,
    acknowledged: 0,
    sentAgain: 0,
    toldToTryAgain: 0,
    acknowledgedMs: [],
    answeredMs: [],
    refusedMs: [],
    startMs: [],
    restMs: [],
  };
}

export function addAccounts(figures: Figures, accounts: readonly Account[]): void {
  for (const account of accounts) {
    figures.acknowledged += account.acknowledged.length;
    figures.acknowledgedMs.push(...account.acknowledgedMs);
    figures.answeredMs.push(...account.answeredMs);
    figures.sentAgain += account.sentAgain;
    figures.toldToTryAgain += account.refusedMs.length;
    figures.refusedMs.push(...account.refusedMs);
  }
}

/** `share` of the values are at most this; 0 without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
