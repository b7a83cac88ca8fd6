import type { EventKind } from '../domain/ledger.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, type Result } from '../domain/result.ts';
import type { Transition } from '../domain/workflow.ts';

/** Which steps take an action away from whoever comes later, and what each is called as an action. */
const DONE_BY = {
  acknowledge: { acknowledged: 'acknowledge', taken: 'take', updated: 'update' },
  take: { taken: 'take' },
  update: { updated: 'update' },
} as const satisfies Record<Transition['action'], Partial<Record<EventKind, Transition['action']>>>;

/** Who did it already, and when. */
export function stale(report: Report, action: Transition['action']): Result<never, Problem> {
  const done: Partial<Record<EventKind, Transition['action']>> = DONE_BY[action];
  const step =
    report.steps.findLast((one) => done[one.kind] === action) ??
    report.steps.findLast((one) => done[one.kind] !== undefined);
  const what = step && done[step.kind];
  return what
    ? fail({ kind: 'stale', person: step.actor, at: step.at, action: what })
    : fail({ kind: 'old_button' });
}
