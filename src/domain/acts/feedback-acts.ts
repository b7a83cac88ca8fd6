import { notice } from '../dialog/question-view.ts';
import { hears, standingAnswer, unjudgedAnswer } from '../feedback.ts';
import type { NewEvent } from '../ledger.ts';
import { movesFrom } from '../moves.ts';
import { nextLine } from '../next-line.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import type { StepRecord } from '../report.ts';
import { fail, ok } from '../result.ts';
import type { View } from '../view.ts';
import type { Act, ActContext } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_TEXT, textInput } from './act-inputs.ts';
import { relayedView } from './relayed-view.ts';
import { tellHandlers } from './tell-handlers.ts';

/** 「答えになっていますか。」 is asked of the reporter and of those who follow the report, each once an answer. */
const COMMON = {
  right: 'feedback',
  // Everybody judges for themselves: what another said takes nothing away.
  doneBy: {},
  possible: (_rules, report) => standingAnswer(report) !== null,
  allowed: (on) => (on.value === undefined ? answerOf(on) !== null : hears(on.report, on.actor.person)),
  // A button of an earlier answer, or of one that this person has judged.
  refusal: (on) => (answerOf(on) === null ? { kind: 'old_button' } : null),
} satisfies Partial<Act>;

/** はい. */
export const helped: Act = {
  ...COMMON,
  id: 'helped',
  label: phrase('btn.helped'),
  form: null,
  perform(on) {
    const answer = answerOf(on);
    if (!answer) return fail({ kind: 'old_button' });
    const facts = { helped: true, to: answer.seq };
    return ok({
      events: [{ kind: 'feedback_given', actor: on.actor.person, at: on.now, facts, content: null }],
      said: notice([phrase('act.helped.thanks')]),
    });
  },
};

/** いいえ, with what is lacking: the matter is taken up again, and whoever answered is told. */
export const notHelped: Act = {
  ...COMMON,
  id: 'not_helped',
  label: phrase('btn.not_helped'),
  inChat: 'text',
  form: ({ report }) => ({
    title: phrase('act.not_helped.title', { number: report.number }),
    lines: [phrase('act.not_helped.ask', { number: report.number })],
    inputs: [textInput({ id: 'text', label: phrase('act.not_helped.text'), maxLength: LONGEST_TEXT })],
    preview: null,
  }),
  perform(on, answers) {
    const answer = answerOf(on);
    if (!answer) return fail({ kind: 'old_button' });
    const { actor, now, rules } = on;
    const text = textIn(answers, 'text');
    const given: NewEvent = {
      kind: 'feedback_given',
      actor: actor.person,
      at: now,
      facts: { helped: false, to: answer.seq },
      content: noteOf(text),
    };
    return ok({
      events: [given, ...takingUpAgain(on)],
      errands: tellHandlers(on, lackingView(on, text), `lacking:${answer.seq}:${actor.person}`, [
        answer.actor,
      ]),
      said: (after) => notice([phrase('act.not_helped.sent'), nextLine(rules, after, rules.calendar)]),
    });
  },
};

/** The answer that the button belongs to, as long as it stands and this person has not judged it. */
function answerOf({ report, actor, value }: ActContext): StepRecord | null {
  const answer = unjudgedAnswer(report, actor.person);
  return answer && (value === undefined || value === String(answer.seq)) ? answer : null;
}

/** Back to where the type is worked on; a matter that is still in hand stays where it is. */
function takingUpAgain({ rules, report, actor, now }: ActContext): NewEvent[] {
  const [move] = movesFrom(rules, report, 'reopen');
  if (!move) return [];
  return [{ kind: 'reopened', actor: actor.person, at: now, facts: { state: move.to }, content: null }];
}

function lackingView({ report: { number }, now }: ActContext, text: string): View {
  const head = phrase('act.not_helped.told', { number, at: { due: now } });
  return relayedView({ number }, head, phrase('act.ask.preview', { text }));
}
