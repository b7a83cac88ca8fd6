import { describe, expect, it } from 'vitest';
import { ACTS } from '../../../src/domain/acts/acts.ts';
import type { Action } from '../../../src/domain/grants.ts';

/** By hand, as the roles of the organisation are told what each of them does: what somebody needs for every act. */
const RIGHTS: Readonly<Record<string, Action>> = {
  // Of the reporter.
  reply: 'add',
  reply_unknown: 'add',
  helped: 'feedback',
  not_helped: 'feedback',
  withdraw: 'withdraw',
  request_withdrawal: 'request_withdrawal',
  // Of those who take part in the talk of the departments.
  comment: 'comment',
  edit_comment: 'comment',
  delete_comment: 'comment',
  comment_as_owner: 'comment',
  report_result: 'comment',
  // Of those who handle it.
  acknowledge: 'acknowledge',
  take: 'take',
  answer: 'answer',
  ask: 'ask',
  update: 'update',
  confirm_hand_over: 'update',
  assess: 'update',
  evaluate: 'update',
  implement: 'update',
  check_effect: 'update',
  make_real: 'update',
  end_drill: 'update',
  check: 'check',
  forward: 'forward',
  link: 'link',
  unlink: 'link',
  extend: 'extend',
  // Of those who answer for it.
  assign: 'assign',
  change_severity: 'change_severity',
  decide: 'decide',
  nominate: 'decide',
  approve: 'approve',
  decline: 'approve',
  approve_final: 'approve',
  close: 'close',
  reopen: 'close',
  // Of triage.
  send_back: 'send_back',
  merge: 'merge',
  unmerge: 'merge',
  unsplit: 'merge',
  split: 'split',
  refer: 'refer',
  // Of incidents.
  follow_up_report: 'report_on',
  final_report: 'report_on',
  sign_cause: 'sign_cause',
  judge_breach: 'judge_breach',
  notify_breach: 'judge_breach',
  judge_inspection: 'judge_inspection',
  decide_publication: 'publish',
  publish: 'publish',
  follow_up: 'follow_up',
};

describe('the right that an act takes', () => {
  it('is the one that the organisation names for it', () => {
    expect(Object.fromEntries(ACTS.map(({ id, right }) => [id, right]))).toEqual(RIGHTS);
  });
});
