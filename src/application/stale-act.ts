import type { Act } from '../domain/acts/act.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, type Result } from '../domain/result.ts';

/** Who did it already, and when; an old button where nobody did. */
export function stale(report: Report, { id, doneBy }: Pick<Act, 'id' | 'doneBy'>): Result<never, Problem> {
  const step =
    report.steps.findLast(({ kind }) => doneBy[kind] === id) ??
    report.steps.findLast(({ kind }) => doneBy[kind] !== undefined);
  const what = step && doneBy[step.kind];
  return what
    ? fail({ kind: 'stale', person: step.actor, at: step.at, action: what })
    : fail({ kind: 'old_button' });
}
