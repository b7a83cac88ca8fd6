import type { Answers } from '../answers.ts';
import { assessAgain } from '../assess-again.ts';
import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { fieldOf } from '../report-type.ts';
import { rerouted } from '../reroute.ts';
import { ok } from '../result.ts';
import { contentWith, newAnswers } from '../settled-answers.ts';
import type { Act, ActContext, ActInput } from './act.ts';
import { textIn } from './act-answers.ts';
import { choiceInput, textInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { saysNothing } from './field-error.ts';

/** What a risk is judged by: how likely it is, and what it would do. */
const JUDGED = ['likelihood', 'impact'] as const;

/** 評価 of a risk: likelihood × impact, which the severity rows turn into a level. */
export const assessRisk: Act = {
  ...alongWorkflow('assess'),
  label: phrase('act.assess.label'),
  doneBy: { updated: 'assess' },
  form: (on) => ({
    title: phrase('act.assess.title', { number: on.report.number }),
    lines: [phrase('act.assess.lines'), phrase('update.shown')],
    inputs: [...JUDGED.map((id) => inputOf(on, id)), textInput({ id: 'note', label: phrase('update.note') })],
    preview: 'news',
  }),
  perform: (on, filled) => {
    const { rules, report, actor, now, today } = on;
    const note = textIn(filled, 'note');
    const problem = saysNothing(rules, 'note', note);
    if (problem) return problem;
    const by = { actor: actor.person, at: now };
    const answers: Answers = newAnswers(fieldsOf(on), report.filing.answers, filled);
    const { level, route } = assessAgain(rules, report, answers, { today, judged: true });
    const facts = { state: stateAfter(on, 'assess'), fields: Object.keys(answers), level };
    return ok({
      events: [
        { ...by, kind: 'updated', facts, content: contentWith(note, answers) },
        ...rerouted(report, route, by),
      ],
    });
  },
};

function fieldsOf({ rules, report }: ActContext) {
  return JUDGED.flatMap((id) => fieldOf(typeOf(rules, report.type), id) ?? []);
}

function inputOf(on: ActContext, id: string): ActInput {
  const { report } = on;
  const options = fieldsOf(on).find((field) => field.id === id)?.options ?? [];
  return choiceInput({
    id,
    label: phrase(`field.${report.type}.${id}.label`),
    hint: phrase(`field.${report.type}.${id}.hint`),
    value: report.filing.answers[id] ?? null,
    choices: options.map((option) => ({
      id: option.id,
      label: phrase(`field.${report.type}.${id}.option.${option.id}`),
    })),
  });
}
