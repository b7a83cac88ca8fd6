import { effectFacts } from '../effect.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { dayIn, numberIn, textIn } from './act-answers.ts';
import { countInput, dayInput, moneyInput, textInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { faulty } from './field-error.ts';

/** 実施: since when, and what it brings in a year. */
export const implement: Act = {
  ...alongWorkflow('implement'),
  label: phrase('act.implement.label'),
  doneBy: { implemented: 'implement' },
  form: ({ report, today }) => ({
    title: phrase('act.implement.title', { number: report.number }),
    lines: [phrase('update.preview')],
    inputs: [
      dayInput({
        id: 'on',
        label: phrase('act.implement.on'),
        allowFuture: false,
        value: { kind: 'date', date: today },
      }),
      moneyInput({ id: 'yen', label: phrase('act.effect.yen'), hint: phrase('act.effect.hint') }),
      countInput({ id: 'hours', label: phrase('act.effect.hours'), hint: phrase('act.effect.hint') }),
      textInput({ id: 'note', label: phrase('update.note') }),
    ],
    preview: 'news',
  }),
  perform: (context, answers) => {
    const { actor, now, today } = context;
    const on = dayIn(answers, 'on');
    if (on === null || on > today) return faulty('on', phrase('err.future'));
    const state = stateAfter(context, 'implement');
    const effect = effectFacts({ yen: numberIn(answers, 'yen'), hours: numberIn(answers, 'hours') });
    const content = noteOf(textIn(answers, 'note'));
    return ok({
      events: [
        { kind: 'implemented', actor: actor.person, at: now, facts: { state, on, ...effect }, content },
      ],
    });
  },
};
