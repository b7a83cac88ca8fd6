import type { Answers } from '../domain/answers.ts';
import { capacityWhere } from '../domain/deputy.ts';
import type { Act, ActContext } from '../domain/acts/act.ts';
import type { Actor } from '../domain/organization.ts';
import { may, scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Press } from '../domain/view.ts';
import { actContext } from './act-context.ts';
import { checkRight } from './check-right.ts';
import type { ReportReader } from './ports.ts';
import { handedOn, overtaken, stale } from './stale-act.ts';
import type { Surroundings } from './surroundings.ts';
import { valueOf } from './write-for-act.ts';

/** How many reasons given lately a new one is compared with. */
const RECENT_REASONS = 50;

/**
 * Whether this person may do this to the report as it stands: what they may not see does not exist, what they may not
 * do is refused with who can, and what somebody else did already is told with who and when. A deputy acts by their own
 * rights where these allow it, else in the place of whoever is absent.
 * @param press with the number of the last step when the form was opened that is now sent
 */
export function prepareAct(
  deps: Surroundings,
  actor: Actor,
  found: Report | null,
  act: Act,
  press: Pick<Press, 'turn' | 'value'>,
): Result<ActContext, Problem> {
  const right = checkRight(actor, act.right, found);
  if (!right.ok) {
    const visible = found !== null && right.problem.kind === 'forbidden';
    return (visible && handedOn(found, act, actor)) || right;
  }
  const late = overtaken(right.value, act, actor, press.turn);
  if (late) return late;
  const context = (as: Actor) => actContext(deps, as, right.value, valueOf(press));
  const possible = act.possible(deps.catalogue, right.value);
  const acting = capacityWhere(actor, (as) => may(as, act.right, right.value) && act.allowed(context(as)));
  if (!possible || !acting)
    return (
      stale(right.value, act) ?? fail(possible ? { kind: 'forbidden', roles: [] } : { kind: 'old_button' })
    );
  const on = context(acting);
  const refusal = act.refusal?.(on);
  return refusal ? fail(refusal) : ok(on);
}

/**
 * With what the act needs besides the report.
 * @param lock reads a report so that it stays as it is until the transaction ends; for looking only, left out
 */
export async function withNeeds(
  act: Act,
  on: ActContext,
  answers: Answers,
  reader: ReportReader,
  lock?: (number: string) => Promise<Report | null>,
): Promise<ActContext> {
  const numbers = act.needs?.reports?.(answers, on.report) ?? [];
  const scope = scopeOf(on.actor);
  const others = new Map<string, Report>();
  // Always in the same order: two people who tie the same two reports must not wait for each other.
  for (const number of [...new Set(numbers)].sort()) {
    const visible = await reader.byNumber(scope, number);
    const report = visible && lock ? await lock(number) : visible;
    if (report) others.set(number, report);
  }
  const recentReasons = act.needs?.recentReasons ? await reader.recentReasons(RECENT_REASONS) : [];
  return { ...on, others, recentReasons };
}
