import { doerOf } from '../domain/byline.ts';
import type { Act } from '../domain/acts/act.ts';
import type { Actor } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report, StepRecord } from '../domain/report.ts';
import { fail, type Result } from '../domain/result.ts';

/** Who did it already, and when; null where nobody did. */
export function stale(
  report: Report,
  { id, doneBy }: Pick<Act, 'id' | 'doneBy'>,
): Result<never, Problem> | null {
  const named = report.steps.map((step) => ({ step, what: actionOf(doneBy, step) }));
  const found = named.findLast(({ what }) => what === id) ?? named.findLast(({ what }) => what !== null);
  return found ? staleBy(found.step, found.what ?? id) : null;
}

/**
 * A form or preview that was open while somebody else did the same: theirs stands. Nobody is held up by their own.
 * @param seen the last step when it was opened; undefined where the platform does not say
 */
export function overtaken(
  report: Report,
  { doneBy }: Pick<Act, 'doneBy'>,
  actor: Actor,
  seen: number | undefined,
): Result<never, Problem> | null {
  if (seen === undefined) return null;
  for (const step of report.steps.filter(({ seq }) => seq > seen)) {
    const what = actionOf(doneBy, step);
    if (what !== null && step.actor !== actor.person) return staleBy(step, what);
  }
  return null;
}

/** The step that handed the report on, for somebody who could have done this before it. */
export function handedOn(
  report: Report,
  { right }: Pick<Act, 'right'>,
  actor: Actor,
): Result<never, Problem> | null {
  const step = report.steps.findLast(({ kind, facts: { from } }) => {
    const left = kind === 'forwarded' && typeof from === 'string';
    return left && may(actor, right, { ...report, primary: from });
  });
  return step ? staleBy(step, 'forward') : null;
}

function actionOf(doneBy: Act['doneBy'], step: StepRecord): string | null {
  const named = doneBy[step.kind];
  return typeof named === 'function' ? named(step) : (named ?? null);
}

function staleBy(step: StepRecord, action: string): Result<never, Problem> {
  return fail({ kind: 'stale', ...doerOf(step), at: step.at, action });
}
