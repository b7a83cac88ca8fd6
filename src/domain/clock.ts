import type { Condition } from './condition.ts';
import type { Level } from './severity.ts';

/**
 * One clock as data. elapsed runs day and night; business runs in business hours; calendar counts days and ends at
 * the close of business of the last one.
 */
export interface ClockDefinition {
  id: string;
  /** It runs for reports of which this holds, as they stand now (clock-facts.ts). */
  when: Condition;
  /**
   * What starts it: event kinds of the ledger, states and moments of clock-moments.ts. One name means the first time;
   * of several, the latest counts, and each new one starts it anew.
   */
  starts: readonly string[];
  /** Event kinds, states or moments that end it, from its start on: whichever comes first. */
  ends: readonly string[];
  /** The first that is for the level and whose condition holds counts. */
  rules: readonly ClockRule[];
  /** Begins again each time it has run out, until it is ended. */
  repeats: boolean;
  /** Stands still while a question to the reporter is open. */
  pauses: boolean;
  /** When whoever has to act is reminded. */
  remindAt: readonly Mark[];
  /** When the next step up the tree is told. */
  escalateAt: readonly Mark[];
  /** When the reporter is told that it is still in hand. */
  tellAt: readonly Mark[];
  /** Left out where the date cannot be put off. */
  extension?: ExtensionRule;
}

/** How a date can be put off, with a reason and the approval of a second person. */
export interface ExtensionRule {
  /** How often. */
  times: number;
  /** Counted from the date that is put off. */
  atMost: Duration;
}

export interface ClockRule {
  /** Levels this row is for; empty means every level. */
  levels: readonly Level[];
  when: Condition;
  duration: Duration;
  /** Used instead when `duration` has already run out at filing. */
  whenPassed: Duration | null;
  /** What has to be done by then is told by phone as well. */
  byPhone?: true;
}

export type Duration =
  | { unit: 'elapsed'; minutes: number }
  | { unit: 'business'; minutes: number }
  | { unit: 'business_days'; days: number }
  | { unit: 'calendar_days'; days: number }
  | { unit: 'calendar_months'; months: number }
  /** Close of business of the same day, of the last day of this or the next month; noon of the next working day. */
  | { unit: 'end_of'; period: 'same_day' | 'month' | 'next_month' | 'noon_next_working_day' }
  /** Close of business of the day that somebody gave with the step that starts the clock; none given, it does not run. */
  | { unit: 'given_day' };

/** A moment told from when a clock runs out. */
export type Mark =
  | { unit: 'due' }
  /** The opening of the last working day that is not after the day on which it runs out. */
  | { unit: 'due_day' }
  /** The opening of the so-manieth working day before (−) or after (+) that day. */
  | { unit: 'business_days'; days: number }
  /** So many minutes before (−) or after (+). */
  | { unit: 'elapsed' | 'business'; minutes: number };

/** A clock that starts when another has run out is named by that one. */
const OVERDUE = '_overdue';

/** The clock whose running out starts this one; null for any other start. */
export function overdueOf({ starts }: Pick<ClockDefinition, 'starts'>): string | null {
  const [start = ''] = starts;
  return start.endsWith(OVERDUE) ? start.slice(0, -OVERDUE.length) : null;
}

/** Something that has to be done by then, as cards and lists name it; not what the clocks do by themselves. */
export function isDuty(clock: Pick<ClockDefinition, 'starts' | 'tellAt'>): boolean {
  return clock.tellAt.length === 0 && overdueOf(clock) === null;
}

/** A clock and all that wait for its running out, whichever of them is named: they climb the same ladder. */
export function chainOf(clocks: readonly ClockDefinition[], id: string): string[] {
  const definition = clocks.find((one) => one.id === id);
  const before = definition ? overdueOf(definition) : null;
  return before === null ? [id, ...afterwards(clocks, id)] : chainOf(clocks, before);
}

function afterwards(clocks: readonly ClockDefinition[], id: string): string[] {
  return clocks
    .filter((one) => overdueOf(one) === id)
    .flatMap((one) => [one.id, ...afterwards(clocks, one.id)]);
}
