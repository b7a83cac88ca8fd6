import { noteOf } from '../note.ts';
import { isOpen } from '../outlook.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { wordsForm } from './words-form.ts';

/** 報告者に質問: with 回答する the only words that leave the department, and only as they were previewed. */
export const ask: Act = {
  id: 'ask',
  right: 'ask',
  label: phrase('btn.ask'),
  doneBy: {},
  possible: isOpen,
  // Who reported it has nobody to ask.
  allowed: ({ actor, report }) => actor.person !== report.reporter,
  form: ({ report: { number } }) => wordsForm(phrase('act.ask.title', { number }), phrase('act.ask.text')),
  perform: ({ actor, now }, answers) =>
    ok({
      events: [
        { kind: 'asked', actor: actor.person, at: now, facts: {}, content: noteOf(textIn(answers, 'text')) },
      ],
    }),
};
