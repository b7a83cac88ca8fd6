import { assess, type Rules } from '../assessment.ts';
import type { LocalDate } from '../business-time.ts';
import type { Actor } from '../organization.ts';
import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import { noteOf } from '../note.ts';
import { standingsFor } from '../permission.ts';
import { phrase } from '../phrase.ts';
import { reasonFlaw } from '../reason.ts';
import type { Report } from '../report.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { fieldError, refused } from './field-error.ts';

/** What the owning department thinks of it. */
export const OPINIONS = ['for', 'in_part', 'against', 'none'] as const;

/**
 * 所管のコメント: what the department that owns the matter says of it [D1]. The words stay inside until the decision;
 * the proposer is told that it is being evaluated.
 */
export const commentAsOwner: Act = {
  id: 'comment_as_owner',
  right: RIGHT_TO.comment_as_owner,
  label: phrase('act.comment_as_owner.label'),
  doneBy: { evaluated: 'comment_as_owner', decision_given: 'decide' },
  possible: (rules, report) => movesFrom(rules, report, 'comment_as_owner').length > 0,
  allowed: ({ rules, actor, report, today }) => unitOfOwner(rules, actor, report, today) !== null,
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
  perform: ({ rules, report, actor, now, today }, answers) => {
    const comment = textIn(answers, 'comment');
    const flaw = reasonFlaw(comment, { recent: [], hollow: rules.hollowPhrases });
    const problem = refused(fieldError('comment', flaw));
    if (problem) return problem;
    const state = movesFor(rules, actor, report, 'comment_as_owner')[0]?.to ?? report.state;
    const common = { actor: actor.person, at: now };
    const unit = unitOfOwner(rules, actor, report, today);
    const facts = { opinion: choiceIn(answers, 'opinion'), unit };
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
function unitOfOwner(rules: Rules, actor: Actor, report: Report, today: LocalDate): string | null {
  const moves = movesFor(rules, actor, report, 'comment_as_owner');
  const roles = new Set(moves.flatMap(({ by }) => by));
  const { owner } = assess(rules, report.filing, report.office, today);
  const standing = standingsFor(actor, RIGHT_TO.comment_as_owner, report).find(
    ({ role, unit }) => roles.has(role) && (unit === report.primary || unit === owner),
  );
  return standing?.unit ?? null;
}
