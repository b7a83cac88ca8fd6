import { continueChain } from '../../src/application/record-event.ts';
import type { Catalogue } from '../../src/application/ports.ts';
import { systemHash, systemIds } from '../../src/compose/node-ports.ts';
import { addMinutes, type Instant } from '../../src/domain/business-time.ts';
import { clockDeed } from '../../src/domain/clock-deed.ts';
import { isKnownOverdue } from '../../src/domain/known-overdue.ts';
import { canonical } from '../../src/domain/ledger.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { unacknowledged } from '../support/due-reports.ts';

/**
 * Moments of one working day and the next at which the clocks are looked at: one minute after the fives at which
 * everything here falls due, so that a look that takes some minutes finds the same.
 */
export const LOOKS: readonly Instant[] = [
  '2026-11-20T02:16:00.000Z',
  '2026-11-20T04:36:00.000Z',
  '2026-11-24T02:36:00.000Z',
  '2026-11-24T07:06:00.000Z',
];
/** How long one look may go on. */
export const LASTS_MINUTES = 3;

/** 9:00 in Tokyo, before the first look. */
const NINE = '2026-11-20T00:00:00.000Z';
const FIVE_MINUTES = 12;

/** Reports of every level that nobody acknowledges, filed at the fives of one hour. */
export function overdueStock(count: number) {
  return Array.from({ length: count }, (_, index) =>
    unacknowledged(index, { level: 4 - (index % 4), at: addMinutes(NINE, 5 * (index % FIVE_MINUTES)) }),
  );
}

/** What a house that is never killed does about a report. */
export interface Undisturbed {
  /** By look: what is written down of each deed. */
  moments: string[][];
  /** Under which something is said, to one person or in a channel. */
  keys: string[];
  /** Whether its card is sent again because it says that it is past its date. */
  overdue: boolean;
}

/** @throws when a look that takes longer would do something else: nothing could be compared then */
export function undisturbed(catalogue: Catalogue, report: Report, looks: readonly Instant[]): Undisturbed {
  const moments: string[][] = [];
  const keys: string[] = [];
  let one = report;
  let overdue = false;
  for (const now of looks) {
    const { events, errands = [] } = clockDeed(catalogue, one, now);
    const later = clockDeed(catalogue, one, addMinutes(now, LASTS_MINUTES));
    if (canonical(later.events.map(told)) !== canonical(events.map(told)))
      throw new Error(`${report.number} is not the same for ${LASTS_MINUTES} minutes`);
    one = continueChain({ hash: systemHash, ids: systemIds }, one, events).report;
    moments.push(events.map(told));
    keys.push(...errands.flatMap((errand) => ('key' in errand ? [`${one.number}:${errand.key}`] : [])));
    overdue ||= isKnownOverdue(catalogue, one, catalogue.calendar);
  }
  return { moments, keys, overdue };
}

/** A deed of the clocks as the ledger has it, without its time. */
export function told({ kind, facts }: Pick<StepRecord, 'kind' | 'facts'>): string {
  return `${kind} ${canonical(facts)}`;
}
