import type { EventFacts } from './ledger.ts';
import type { Report, StepRecord } from './report.ts';

/** Whether it goes on in another report: it was merged, and that was not undone. */
export function isMerged(report: Pick<Report, 'steps'>): boolean {
  return mergedInto(report) !== null;
}

/** Number of the report in which it goes on; null when it stands for itself. */
export function mergedInto({ steps }: Pick<Report, 'steps'>): string | null {
  const last = steps.findLast(({ kind }) => kind === 'merged' || kind === 'unmerged');
  const into = last?.facts['into'];
  return last?.kind === 'merged' && typeof into === 'string' ? into : null;
}

/** Numbers of the reports that go on in this one. */
export function absorbedIn(report: Pick<Report, 'steps'>): string[] {
  return standing(report).map(({ number }) => number);
}

/** Where a merged report was before: its state and who held it. */
export function beforeMerge({ steps, state }: Pick<Report, 'steps' | 'state'>): EventFacts {
  const merged = steps.findLast(({ kind }) => kind === 'merged');
  const before = merged && steps.findLast((step) => step.seq < merged.seq && step.state !== null);
  const held = merged?.facts['held'];
  return { state: before?.state ?? state, holder: typeof held === 'string' ? held : null };
}

/** Who follows a report only for the sake of one that was merged into it, and so no longer once that is undone. */
export function followersOf(report: Pick<Report, 'steps'>, number: string): string[] {
  const merged = standing(report);
  const others = merged.filter((one) => one.number !== number).flatMap(({ people }) => people);
  const joined = report.steps.filter(({ kind }) => kind === 'joined').flatMap(({ facts }) => named(facts));
  const own = merged.filter((one) => one.number === number).flatMap(({ people }) => people);
  return own.filter((person) => !others.includes(person) && !joined.includes(person));
}

function standing(report: Pick<Report, 'steps'>): { number: string; people: readonly string[] }[] {
  return standingMerges(report).map(({ facts }) => ({
    number: String(facts['number']),
    people: named(facts),
  }));
}

/** The steps by which others were merged into it, as far as that has not been undone. */
export function standingMerges({ steps }: Pick<Report, 'steps'>): StepRecord[] {
  const merges = steps.filter(({ kind }) => kind === 'absorbed');
  return merges.filter((step) => !steps.some((later) => later.seq > step.seq && undoes(later, step)));
}

function undoes(later: StepRecord, { facts }: StepRecord): boolean {
  return later.kind === 'released' && later.facts['number'] === facts['number'];
}

function named({ follower }: EventFacts): readonly string[] {
  if (typeof follower === 'string') return [follower];
  return Array.isArray(follower) ? (follower as readonly string[]) : [];
}
