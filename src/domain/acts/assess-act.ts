import type { Answers } from '../answers.ts';
import { assess, typeOf } from '../assessment.ts';
import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import { phrase } from '../phrase.ts';
import { reasonFlaw } from '../reason.ts';
import { fieldOf } from '../report-type.ts';
import { rerouted } from '../reroute.ts';
import { ok } from '../result.ts';
import { contentWith, newAnswers } from '../settled-answers.ts';
import type { Level } from '../severity.ts';
import type { Act, ActContext, ActInput } from './act.ts';
import { textIn } from './act-answers.ts';
import { choiceInput, textInput } from './act-inputs.ts';
import { fieldError, refused } from './field-error.ts';

/** What a risk is judged by: how likely it is, and what it would do. */
const JUDGED = ['likelihood', 'impact'] as const;

/** 評価 of a risk: likelihood × impact, which the severity rows turn into a level. */
export const assessRisk: Act = {
  id: 'assess',
  right: RIGHT_TO.assess,
  label: phrase('act.assess.label'),
  doneBy: { updated: 'assess' },
  possible: (rules, report) => movesFrom(rules, report, 'assess').length > 0,
  allowed: ({ rules, actor, report }) => movesFor(rules, actor, report, 'assess').length > 0,
  form: (on) => ({
    title: phrase('act.assess.title', { number: on.report.number }),
    lines: [phrase('act.assess.lines'), phrase('update.preview')],
    inputs: [...JUDGED.map((id) => inputOf(on, id)), textInput({ id: 'note', label: phrase('update.note') })],
    preview: 'news',
  }),
  perform: (on, filled) => {
    const { rules, report, actor, now, today } = on;
    const note = textIn(filled, 'note');
    const problem = refused(
      fieldError('note', reasonFlaw(note, { recent: [], hollow: rules.hollowPhrases })),
    );
    if (problem) return problem;
    const by = { actor: actor.person, at: now };
    const answers: Answers = newAnswers(fieldsOf(on), report.filing.answers, filled);
    const filing = { ...report.filing, answers: { ...report.filing.answers, ...answers } };
    const after = assess(rules, filing, report.office, today);
    // Raising is free; lowering needs a reason and an approval.
    const level = Math.max(report.level, after.severity.level) as Level;
    const state = movesFor(rules, actor, report, 'assess')[0]?.to ?? report.state;
    const facts = { state, fields: Object.keys(answers), level };
    return ok({
      events: [
        { ...by, kind: 'updated', facts, content: contentWith(note, answers) },
        ...rerouted(report, after.route, by),
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
