import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { dayIn, textIn } from './act-answers.ts';
import { doneOnInput, textInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { EFFECT_INPUTS, effectSaid } from './effect-inputs.ts';
import { faulty } from './field-error.ts';

/** 実施: since when, and what it brings in a year. */
export const implement: Act = {
  ...alongWorkflow('implement'),
  label: phrase('act.implement.label'),
  doneBy: { implemented: 'implement' },
  form: ({ report, today }) => ({
    title: phrase('act.implement.title', { number: report.number }),
    lines: [phrase('update.shown')],
    inputs: [
      doneOnInput(phrase('act.implement.on'), today),
      ...EFFECT_INPUTS,
      textInput({ id: 'note', label: phrase('update.note') }),
    ],
    preview: 'news',
  }),
  perform: (context, answers) => {
    const { actor, now, today } = context;
    const on = dayIn(answers, 'on');
    if (on === null || on > today) return faulty('on', phrase('err.future'));
    const facts = { state: stateAfter(context, 'implement'), on, ...effectSaid(answers) };
    const content = noteOf(textIn(answers, 'note'));
    return ok({ events: [{ kind: 'implemented', actor: actor.person, at: now, facts, content }] });
  },
};
