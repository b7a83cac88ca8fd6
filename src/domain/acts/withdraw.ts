import { notice } from '../dialog/question-view.ts';
import { movesFrom } from '../moves.ts';
import type { NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import type { Actor } from '../organization.ts';
import { standingsFor } from '../permission.ts';
import { phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { openRequest } from '../requests.ts';
import { ok } from '../result.ts';
import type { Act, ActContext, ActForm, ActRules } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';
import { alongWorkflow } from './along-workflow.ts';
import { request } from './request.ts';

/** 取下げ by the reporter, at once: where the workflow lets the reporter make it hold. */
export const withdraw: Act = {
  ...alongWorkflow('withdraw'),
  label: phrase('act.withdraw'),
  doneBy: { withdrawn: 'withdraw' },
  form: (on) => withdrawForm(on, 'act.withdraw.at_once'),
  inChat: 'reason',
  perform: (on, answers) =>
    ok({
      events: [withdrawnBy(on, textIn(answers, 'reason'))],
      said: notice([phrase('withdrawn.said', { number: on.report.number })]),
    }),
};

/** 取下げ of an incident is asked of head office: an incident is withdrawn only with its consent [D1]. */
export const requestWithdrawal: Act = {
  id: 'request_withdrawal',
  right: 'request_withdrawal',
  label: phrase('act.withdraw'),
  doneBy: {
    withdrawn: 'withdraw',
    requested: ({ facts }) => (facts['what'] === 'withdrawal' ? 'request_withdrawal' : null),
  },
  possible: (rules, report) => withdraw.possible(rules, report) && openRequest(report, 'withdrawal') === null,
  allowed: () => true,
  form: (on) => withdrawForm(on, 'act.withdraw.consent'),
  inChat: 'reason',
  perform: (on, answers) => {
    const { rules, report } = on;
    const consents = (actor: Actor) => mayConsent(rules, actor, report);
    return ok(request(on, 'withdrawal', {}, textIn(answers, 'reason'), consents));
  },
};

/** Whether this person's consent makes a withdrawal hold: the right to approve, in a role that the workflow names. */
export function mayConsent(rules: ActRules, actor: Actor, report: Report): boolean {
  const by = movesFrom(rules, report, 'withdraw').flatMap((one) => one.by);
  return standingsFor(actor, 'approve', report).some(({ role }) => by.includes(role));
}

export function withdrawnBy({ rules, report, actor, now }: ActContext, reason: string): NewEvent {
  const [move] = movesFrom(rules, report, 'withdraw');
  const facts = { state: move?.to ?? report.state };
  return { kind: 'withdrawn', actor: actor.person, at: now, facts, content: noteOf(reason) };
}

function withdrawForm({ report }: ActContext, how: string): ActForm {
  return {
    title: phrase('act.withdraw.title', { number: report.number }),
    lines: [phrase(how)],
    inputs: [reasonInput(phrase('act.withdraw.reason_hint'))],
    preview: (answers) => [
      phrase('act.withdraw.preview', { number: report.number }),
      phrase('act.reason.said', { text: textIn(answers, 'reason') }),
      phrase(how),
    ],
  };
}
