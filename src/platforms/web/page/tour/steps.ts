import type { ReportList, ReportRow } from '../../api-reports.ts';

/** One part of the tour: who one is in it, and the list in which its outcome shows. */
export interface TourStep {
  name: 'report' | 'handle' | 'propose';
  /** Key of the part that is played. */
  plays: string;
  list: ReportList;
}

export const STEPS: readonly TourStep[] = [
  { name: 'report', plays: 'page.part.reporter', list: 'mine' },
  { name: 'handle', plays: 'page.part.risk_handler', list: 'all' },
  { name: 'propose', plays: 'page.part.proposer', list: 'mine' },
];

/** Number → how the report stood. */
export type Standing = Readonly<Record<string, string>>;

export function standingOf(rows: readonly ReportRow[]): Standing {
  return Object.fromEntries(rows.map((row) => [row.number, `${row.state} ${row.holder ?? ''}`]));
}

/** Filing shows as a new report, handling as a known one that stands otherwise than before. */
export function isDone({ name }: TourStep, before: Standing, now: Standing): boolean {
  const numbers = Object.keys(now);
  if (name !== 'handle') return numbers.some((number) => !(number in before));
  return numbers.some((number) => number in before && before[number] !== now[number]);
}
