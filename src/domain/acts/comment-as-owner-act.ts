import { assess } from '../assessment.ts';
import { noteOf } from '../note.ts';
import { standingsFor } from '../permission.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { alongWorkflow, movesOf, stateAfter } from './along-workflow.ts';
import { saysNothing } from './field-error.ts';

/** What the owning department thinks of it. */
export const OPINIONS = ['for', 'in_part', 'against', 'none'] as const;

/**
 * 所管のコメント: what the department that owns the matter says of it [D1]. The words stay inside until the decision;
 * the proposer is told that it is being evaluated.
 */
export const commentAsOwner: Act = {
  ...alongWorkflow('comment_as_owner'),
  label: phrase('act.comment_as_owner.label'),
  doneBy: { evaluated: 'comment_as_owner', decision_given: 'decide' },
  allowed: (on) => unitOfOwner(on) !== null,
  form: ({ report }) => ({
    title: phrase('act.comment_as_owner.title', { number: report.number }),
    lines: [phrase('act.evaluate.lines')],
    inputs: [
      choiceInput({
        id: 'opinion',
        label: phrase('act.comment_as_owner.opinion'),
        choices: OPINIONS.map((id) => ({ id, label: phrase(`evaluation.opinion.${id}`) })),
      }),
      textInput({ id: 'comment', label: phrase('act.comment_as_owner.comment'), maxLength: LONGEST_TEXT }),
    ],
    preview: null,
  }),
  perform: (on, answers) => {
    const comment = textIn(answers, 'comment');
    const problem = saysNothing(on.rules, 'comment', comment);
    if (problem) return problem;
    const state = stateAfter(on, 'comment_as_owner');
    const common = { actor: on.actor.person, at: on.now };
    const facts = { opinion: choiceIn(answers, 'opinion'), unit: unitOfOwner(on) };
    return ok({
      events: [
        { ...common, kind: 'evaluated', facts, content: noteOf(comment) },
        { ...common, kind: 'updated', facts: { state }, content: null },
      ],
    });
  },
};

/**
 * The unit for which the actor speaks: the one that has the report in hand, or the one that owns the matter by the
 * ownership table. Other units that have a copy may comment, but not as its owner.
 */
function unitOfOwner(on: ActContext): string | null {
  const { rules, actor, report, today } = on;
  const roles = new Set(movesOf(on, 'comment_as_owner').flatMap(({ by }) => by));
  const { owner } = assess(rules, report.filing, report.office, today);
  const standing = standingsFor(actor, commentAsOwner.right, report).find(
    ({ role, unit }) => roles.has(role) && (unit === report.primary || unit === owner),
  );
  return standing?.unit ?? null;
}
