import type { EventKind } from './ledger.ts';
import type { Report, StepRecord } from './report.ts';

/** Somebody was told to do something and has to say what came of it [D1 requirement 43]. */
export interface Assignment {
  step: StepRecord;
  /** Person id of whoever owes the result: a successor, where the work was handed over. */
  person: string;
}

/** A report that goes to another department takes nobody's instruction along. */
const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(['result_reported', 'forwarded']);

/** The assignment whose result has not been reported; a later one takes the place of an earlier one. */
export function openAssignment({ steps }: Pick<Report, 'steps'>): Assignment | null {
  const step = steps.findLast(({ kind }) => kind === 'assigned');
  if (!step) return null;
  const since = steps.filter(({ seq }) => seq > step.seq);
  if (since.some(({ kind }) => ENDS.has(kind))) return null;
  const handed = since.findLast(({ kind, facts }) => kind === 'handed_over' && isName(facts['holder']));
  const person = (handed ?? step).facts['holder'];
  return isName(person) ? { step, person } : null;
}

function isName(value: unknown): value is string {
  return typeof value === 'string';
}
