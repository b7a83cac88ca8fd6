import type { Press } from '../view.ts';
import type { Act, ActContext } from './act.ts';
import { formPress } from './act-form-view.ts';
import { answer } from './answer-act.ts';
import { ask } from './ask-act.ts';
import { assign } from './assign-act.ts';
import { changeSeverity } from './change-severity.ts';
import { approveFinal } from './approve-final-act.ts';
import { judgeBreach, notifyBreach } from './breach-acts.ts';
import { judgeInspection } from './judge-inspection-act.ts';
import { assessRisk } from './assess-act.ts';
import { check } from './check-act.ts';
import { checkEffect } from './check-effect-act.ts';
import { close, reopen } from './close-acts.ts';
import { comment, deleteComment, editComment } from './comment-acts.ts';
import { commentAsOwner } from './comment-as-owner-act.ts';
import { confirmHandOver } from './confirm-hand-over-act.ts';
import { decide } from './decide-act.ts';
import { approve, decline } from './decide-request.ts';
import { endDrill, makeReal } from './drill-acts.ts';
import { evaluate } from './evaluate-act.ts';
import { extend } from './extend.ts';
import { helped, notHelped } from './feedback-acts.ts';
import { followUp } from './follow-up-act.ts';
import { forward } from './forward.ts';
import { implement } from './implement-act.ts';
import { link, unlink } from './link.ts';
import { merge, unmerge } from './merge.ts';
import { acknowledge, take } from './move-acts.ts';
import { nominate } from './nominate-act.ts';
import { refer } from './refer.ts';
import { reply, replyUnknown } from './reply-acts.ts';
import { reportResult } from './report-result-act.ts';
import { sendBack } from './send-back.ts';
import { split } from './split.ts';
import { unsplit } from './unsplit.ts';
import { decidePublication, publish } from './publication-acts.ts';
import { finalReport, followUpReport } from './report-on-acts.ts';
import { signCause } from './sign-cause-act.ts';
import { update } from './update-act.ts';
import { requestWithdrawal, withdraw } from './withdraw.ts';
import { may } from '../permission.ts';

/** Every act, in the order in which a report's page offers them. */
export const ACTS: readonly Act[] = [
  acknowledge,
  take,
  confirmHandOver,
  answer,
  ask,
  update,
  followUpReport,
  check,
  signCause,
  finalReport,
  approveFinal,
  judgeBreach,
  notifyBreach,
  judgeInspection,
  decidePublication,
  publish,
  followUp,
  assessRisk,
  commentAsOwner,
  evaluate,
  decide,
  implement,
  checkEffect,
  nominate,
  forward,
  sendBack,
  changeSeverity,
  extend,
  approve,
  decline,
  withdraw,
  requestWithdrawal,
  comment,
  editComment,
  deleteComment,
  assign,
  reportResult,
  reply,
  replyUnknown,
  helped,
  notHelped,
  close,
  reopen,
  link,
  unlink,
  merge,
  unmerge,
  split,
  unsplit,
  refer,
  makeReal,
  endDrill,
];

const BY_PRESS: ReadonlyMap<string, { act: Act; sends: boolean }> = new Map(
  ACTS.flatMap((act) => [
    [act.id, { act, sends: act.form === null }] as const,
    ...(act.form ? [[formPress(act), { act, sends: true }] as const] : []),
  ]),
);

/**
 * The act that a press begins, or sends: the form of an act is opened by the one and sent by the other. None without a
 * report: the conversation's own buttons may be called the same.
 */
export function actOf({
  action,
  report,
}: Pick<Press, 'action' | 'report'>): { act: Act; sends: boolean } | null {
  return report === undefined ? null : (BY_PRESS.get(action) ?? null);
}

/** The act with this id. */
export function actCalled(id: string): Act | null {
  return ACTS.find((act) => act.id === id) ?? null;
}

/** What this person can do to this report now. */
export function actsFor(on: ActContext): Act[] {
  return ACTS.filter(
    (act) =>
      !act.unlisted &&
      act.possible(on.rules, on.report) &&
      may(on.actor, act.right, on.report) &&
      act.allowed(on),
  );
}
