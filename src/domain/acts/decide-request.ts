import type { Answers } from '../answers.ts';
import { named } from '../byline.ts';
import { isOwnDoing } from '../deputy.ts';
import { notice } from '../dialog/question-view.ts';
import type { NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { openRequests, type Request } from '../requests.ts';
import { statusButton } from '../report-buttons.ts';
import { ok, type Result } from '../result.ts';
import type { Problem } from '../problems.ts';
import type { Level } from '../severity.ts';
import type { Act, ActContext, ActForm, ActInput, Errand } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, reasonInput } from './act-inputs.ts';
import { levelChanged } from './change-severity.ts';
import { faulty } from './field-error.ts';
import { extendable, flawOfDue } from './extend.ts';
import { requestedPhrase } from './requested-phrase.ts';
import { mayConsent, withdrawnBy } from './withdraw.ts';

const DECIDED = { approved: 'approve', declined: 'decline' } as const;

/** 承認: what somebody else asked for is done, in their words. */
export const approve: Act = {
  id: 'approve',
  right: 'approve',
  label: phrase('act.approve'),
  doneBy: DECIDED,
  possible: (_rules, report) => openRequests(report).length > 0,
  allowed: (on) => decidable(on).length > 0,
  form: (on) => decisionForm(on, 'act.approve.title', []),
  perform(on, answers) {
    const request = chosen(on, answers);
    if (!request.ok) return request;
    const done = granted(on, request.value);
    if (!done.ok) return done;
    const approved = decision(on, 'approved', request.value, null);
    return ok({
      events: [approved, ...done.value],
      errands: toldOf(on, request.value, 'request.approved', []),
    });
  },
};

/** 承認しない: with the reason, to whoever asked. */
export const decline: Act = {
  id: 'decline',
  right: 'approve',
  label: phrase('act.decline'),
  doneBy: DECIDED,
  possible: (rules, report) => approve.possible(rules, report),
  allowed: (on) => approve.allowed(on),
  form: (on) => decisionForm(on, 'act.decline.title', [reasonInput(phrase('act.decline.reason_hint'))]),
  perform(on, answers) {
    const request = chosen(on, answers);
    if (!request.ok) return request;
    const reason = textIn(answers, 'reason');
    const because = phrase('act.reason.said', { text: reason });
    return ok({
      events: [decision(on, 'declined', request.value, reason)],
      errands: toldOf(on, request.value, 'request.declined', [because]),
    });
  },
};

/** Nobody decides what they asked for themselves, nor what somebody asked for whose deputy they are. */
function decidable({ rules, report, actor }: ActContext): Request[] {
  return openRequests(report).filter(
    ({ by, what }) => !isOwnDoing(actor, by) && (what !== 'withdrawal' || mayConsent(rules, actor, report)),
  );
}

function decisionForm(on: ActContext, title: string, more: readonly ActInput[]): ActForm {
  const { report } = on;
  const requests = decidable(on);
  const [only] = requests;
  return {
    title: phrase(title, { number: report.number }),
    lines: requests.flatMap((one) => [askedBy(one), phrase('act.reason.said', { text: one.reason })]),
    inputs: [
      choiceInput({
        id: 'request',
        label: phrase('act.approve.request'),
        choices: requests.map((one) => ({ id: idOf(one), label: requestedPhrase(report, one) })),
        value: only && requests.length === 1 ? { kind: 'choice', choice: idOf(only) } : null,
      }),
      ...more,
    ],
    preview: null,
  };
}

function askedBy({ by, at }: Request): Phrase {
  return phrase('act.approve.asked_by', { person: by, time: { due: at } });
}

function idOf({ seq }: Request): string {
  return `request-${seq}`;
}

function chosen(on: ActContext, answers: Answers): Result<Request, Problem> {
  const request = decidable(on).find((one) => idOf(one) === choiceIn(answers, 'request'));
  return request ? ok(request) : faulty('request', phrase('err.choose'));
}

/** What follows the approval. What is no longer possible cannot be approved, only declined. */
function granted(on: ActContext, request: Request): Result<NewEvent[], Problem> {
  const { rules, report, actor, now } = on;
  switch (request.what) {
    case 'level':
      return ok([levelChanged(on, Number(request.facts['to']) as Level, request.reason)]);
    case 'withdrawal':
      return ok([withdrawnBy(on, request.reason)]);
    case 'extension': {
      const { clock, due } = request.facts;
      const running = extendable(rules, report).find((one) => one.clock === clock);
      if (!running || typeof due !== 'string') return faulty('request', phrase('err.clock_over'));
      const flaw = flawOfDue(running, due, now);
      if (flaw) return faulty('request', flaw);
      const facts = { clock: running.clock, due, from: running.due };
      return ok([{ kind: 'extended', actor: actor.person, at: now, facts, content: noteOf(request.reason) }]);
    }
  }
}

function decision(
  { actor, now }: ActContext,
  kind: 'approved' | 'declined',
  { seq, what }: Request,
  reason: string | null,
): NewEvent {
  const content = reason === null ? null : noteOf(reason);
  return { kind, actor: actor.person, at: now, facts: { request: seq, what }, content };
}

function toldOf(on: ActContext, request: Request, head: string, more: readonly Phrase[]): Errand[] {
  const { report, actor } = on;
  // A withdrawal that holds is news to the reporter like any other.
  if (request.by.person === report.reporter && head === 'request.approved') return [];
  const lines = [
    phrase(head, { number: report.number, person: named(actor) }),
    requestedPhrase(report, request),
    ...more,
  ];
  const view = notice(lines, [statusButton(report)]);
  return [{ kind: 'tell', person: request.by.person, view, key: `decided:${request.seq}` }];
}
