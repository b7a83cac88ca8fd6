import { typeOf, type Rules } from './assessment.ts';
import type { Actor } from './organization.ts';
import { standingsFor } from './permission.ts';
import type { Report } from './report.ts';
import { targets, type Transition } from './workflow.ts';

/** The moves that the state allows and that the roles by which the actor may act here can make. */
export function movesFor(
  rules: Pick<Rules, 'types'>,
  actor: Actor,
  report: Report,
  action: Transition['action'],
): Transition[] {
  const roles = standingsFor(actor, action, report).map(({ role }) => role);
  return targets(typeOf(rules, report.type).workflow, report.state, action).filter(
    ({ by }) => roles.length > 0 && (by.length === 0 || roles.some((role) => by.includes(role))),
  );
}
