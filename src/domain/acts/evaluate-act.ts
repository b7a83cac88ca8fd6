import type { Answers } from '../answers.ts';
import { typeOf } from '../assessment.ts';
import { movesFrom } from '../moves.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import type { Evaluation } from '../report-type.ts';
import { ok } from '../result.ts';
import type { Act, ActContext, ActInput } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { scoresIn } from '../evaluation.ts';

/** 評価する: every criterion of the type on its scale, with a comment. Whoever evaluates again replaces their own. */
export const evaluate: Act = {
  id: 'evaluate',
  right: 'update',
  label: phrase('act.evaluate.label'),
  doneBy: { decision_given: 'decide' },
  possible: (rules, report) =>
    typeOf(rules, report.type).evaluation !== null && movesFrom(rules, report, 'decide').length > 0,
  allowed: () => true,
  form: (on) => ({
    title: phrase('act.evaluate.title', { number: on.report.number }),
    lines: [phrase('act.evaluate.lines')],
    inputs: inputsFor(on),
    preview: null,
  }),
  perform: ({ rules, report, actor, now }, answers) => {
    const { criteria } = evaluationOf(rules, report);
    const facts = { scores: criteria.map((id) => `${id}=${choiceIn(answers, id)}`) };
    const content = noteOf(textIn(answers, 'comment'));
    return ok({ events: [{ kind: 'evaluated', actor: actor.person, at: now, facts, content }] });
  },
};

function inputsFor({ rules, report, actor }: ActContext): ActInput[] {
  const { scale, criteria } = evaluationOf(rules, report);
  const before = report.steps.findLast((step) => step.kind === 'evaluated' && step.actor === actor.person);
  const known: Answers = Object.fromEntries(
    (before ? scoresIn(before) : []).map(({ criterion, step }) => [
      criterion,
      { kind: 'choice', choice: step },
    ]),
  );
  return [
    ...criteria.map((id) =>
      choiceInput({
        id,
        label: phrase(`evaluation.${report.type}.${id}`),
        value: known[id] ?? null,
        choices: scale.map((step) => ({ id: step, label: phrase(`evaluation.scale.${step}`) })),
      }),
    ),
    textInput({ id: 'comment', label: phrase('act.evaluate.comment'), maxLength: LONGEST_TEXT }),
  ];
}

function evaluationOf(rules: ActContext['rules'], report: ActContext['report']): Evaluation {
  const { evaluation } = typeOf(rules, report.type);
  if (!evaluation) throw new Error(`reports of type ${report.type} are not evaluated`);
  return evaluation;
}
