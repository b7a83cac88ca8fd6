import { typeOf, type Rules } from './assessment.ts';
import type { Action } from './grants.ts';
import type { Actor } from './organization.ts';
import { standingsFor } from './permission.ts';
import type { Report } from './report.ts';
import { targets, type Transition, type TransitionAction } from './workflow.ts';

/** The right that each move takes: whoever may close a matter may take it up again. */
export const RIGHT_TO: Readonly<Record<TransitionAction, Action>> = {
  acknowledge: 'acknowledge',
  take: 'take',
  update: 'update',
  comment_as_owner: 'comment',
  decide: 'decide',
  implement: 'update',
  check_effect: 'update',
  send_back: 'send_back',
  withdraw: 'withdraw',
  merge: 'merge',
  answer: 'answer',
  close: 'close',
  reopen: 'close',
  follow_up_report: 'report_on',
  final_report: 'report_on',
  approve_final: 'approve',
  decide_publication: 'publish',
  publish: 'publish',
  follow_up: 'follow_up',
  assess: 'update',
};

/** The moves that the state allows and that the roles by which the actor may act here can make. */
export function movesFor(
  rules: Pick<Rules, 'types'>,
  actor: Actor,
  report: Report,
  action: TransitionAction,
): Transition[] {
  const roles = standingsFor(actor, RIGHT_TO[action], report).map(({ role }) => role);
  return movesFrom(rules, report, action).filter(
    ({ by }) => roles.length > 0 && (by.length === 0 || roles.some((role) => by.includes(role))),
  );
}

/** The moves that the state allows, whoever makes them. */
export function movesFrom(
  rules: Pick<Rules, 'types'>,
  report: Pick<Report, 'type' | 'state'>,
  action: TransitionAction,
): Transition[] {
  return targets(typeOf(rules, report.type).workflow, report.state, action);
}
