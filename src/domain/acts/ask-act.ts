import { typeOf } from '../assessment.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { phaseOf } from '../workflow.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';

/** 報告者に質問: with 回答する the only words that leave the department, and only as they were previewed. */
export const ask: Act = {
  id: 'ask',
  right: 'ask',
  label: phrase('btn.ask'),
  doneBy: {},
  possible: (rules, report) => phaseOf(typeOf(rules, report.type).workflow, report.state) !== 'closed',
  // Who reported it has nobody to ask.
  allowed: ({ actor, report }) => actor.person !== report.reporter,
  form: ({ report }) => ({
    title: phrase('act.ask.title', { number: report.number }),
    lines: [],
    inputs: [textInput({ id: 'text', label: phrase('act.ask.text') })],
    preview: (answers) => [
      phrase('update.preview'),
      phrase('act.ask.preview', { text: textIn(answers, 'text') }),
    ],
  }),
  perform: ({ actor, now }, answers) =>
    ok({
      events: [
        { kind: 'asked', actor: actor.person, at: now, facts: {}, content: noteOf(textIn(answers, 'text')) },
      ],
    }),
};
