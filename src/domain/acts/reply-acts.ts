import { notice } from '../dialog/question-view.ts';
import type { EventFacts } from '../ledger.ts';
import { noteOf, noteText } from '../note.ts';
import { phrase } from '../phrase.ts';
import { openQuestions } from '../questions.ts';
import { replyButtons } from '../report-buttons.ts';
import type { StepRecord } from '../report.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Problem } from '../problems.ts';
import { line, type View } from '../view.ts';
import type { Act, ActContext, Deed } from './act.ts';
import { textIn } from './act-answers.ts';
import { LONGEST_TEXT, textInput } from './act-inputs.ts';
import { relayedView } from './relayed-view.ts';
import { tellHandlers } from './tell-handlers.ts';

const COMMON = {
  right: 'add',
  doneBy: { replied: 'reply' },
  possible: (_rules, report) => openQuestions(report).length > 0,
  allowed: (on) => on.actor.person === on.report.reporter && questionOf(on) !== null,
} satisfies Partial<Act>;

/** 答える: the reporter's words go to the department, from whatever platform. */
export const reply: Act = {
  ...COMMON,
  id: 'reply',
  label: phrase('btn.reply'),
  inChat: 'text',
  form: (on) => ({
    title: phrase('act.reply.title', { number: on.report.number }),
    lines: [phrase('act.reply.question', { text: wordsOf(questionOf(on)) })],
    inputs: [textInput({ id: 'text', label: phrase('act.reply.text'), maxLength: LONGEST_TEXT })],
    preview: null,
  }),
  perform: (on, answers) => replied(on, textIn(answers, 'text')),
};

/** 分からない is always an answer. */
export const replyUnknown: Act = {
  ...COMMON,
  id: 'reply_unknown',
  label: phrase('btn.unknown'),
  unlisted: true,
  form: null,
  perform: (on) => replied(on, null),
};

/** The question that the button belongs to, or the oldest one. */
function questionOf({ report, value }: ActContext): StepRecord | null {
  const open = openQuestions(report);
  const meant = value === undefined ? open[0] : open.find(({ seq }) => String(seq) === value);
  return meant ?? null;
}

function replied(on: ActContext, text: string | null): Result<Deed, Problem> {
  const { actor, now, report } = on;
  const question = questionOf(on);
  if (!question) return fail({ kind: 'old_button' });
  const to = question.seq;
  const facts: EventFacts = text === null ? { to, unknown: true } : { to };
  const content = text === null ? null : noteOf(text);
  return ok({
    events: [{ kind: 'replied', actor: actor.person, at: now, facts, content }],
    errands: tellHandlers(on, repliedView(on, question, text), `replied:${to}`, [question.actor]),
    said: sentView(
      on,
      openQuestions(report).find(({ seq }) => seq !== to),
    ),
  });
}

function repliedView(
  { report: { number }, now }: ActContext,
  question: StepRecord,
  text: string | null,
): View {
  const words = text === null ? phrase('act.reply.unknown') : phrase('act.ask.preview', { text });
  const head = phrase('act.reply.told', { number, at: { due: now } });
  const asked = line(phrase('act.reply.question', { text: wordsOf(question) }), 'quiet');
  return relayedView({ number }, head, words, { more: [asked] });
}

/** The next question is put at once: they are answered one after the other. */
function sentView({ report }: ActContext, next: StepRecord | undefined): View {
  const sent = phrase('act.reply.sent');
  if (!next) return notice([sent]);
  const question = phrase('act.reply.next', { text: wordsOf(next) });
  return notice([sent, question], replyButtons(report, next));
}

function wordsOf(question: StepRecord | null): string {
  return question?.note ? noteText(question.note) : '';
}
