import { addDays, addMonths, localOf } from '../business-time.ts';
import { movesFor, movesFrom, RIGHT_TO } from '../moves.ts';
import { noteOf } from '../note.ts';
import { outcomePhrase } from '../outcome.ts';
import { phrase } from '../phrase.ts';
import { reasonFlaw } from '../reason.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { faulty, fieldError, refused } from './field-error.ts';

/** 3か月フォロー: what was found when somebody looked whether the prevention holds [D1]. */
export const followUp: Act = {
  id: 'follow_up',
  right: RIGHT_TO.follow_up,
  label: phrase('act.follow_up.label'),
  doneBy: { followed_up: 'follow_up' },
  possible: (rules, report) => movesFrom(rules, report, 'follow_up').length > 0,
  allowed: (on) => movesOf(on).length > 0 && isTime(on),
  form: (on) => ({
    title: phrase('act.follow_up.title', { number: on.report.number }),
    lines: [phrase('update.preview')],
    inputs: [
      choiceInput({
        id: 'outcome',
        label: phrase('act.follow_up.outcome'),
        choices: movesOf(on).map((move) => ({ id: move.outcome, label: outcomePhrase(on.report, move) })),
      }),
      textInput({ id: 'found', label: phrase('act.follow_up.found'), maxLength: LONGEST_TEXT }),
    ],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { rules, actor, now } = on;
    const move = movesOf(on).find(({ outcome }) => outcome === choiceIn(answers, 'outcome'));
    if (!move) return faulty('outcome', phrase('err.choose'));
    const found = textIn(answers, 'found');
    const flaw = reasonFlaw(found, { recent: [], hollow: rules.hollowPhrases });
    const facts = { outcome: move.outcome, state: move.to };
    return (
      refused(fieldError('found', flaw)) ??
      ok({ events: [{ kind: 'followed_up', actor: actor.person, at: now, facts, content: noteOf(found) }] })
    );
  },
};

/** Months after the decision on publication, as its clock has it, and days before they are over. */
const AFTER = 3;
const EARLIEST = 14;

function isTime({ rules, report, today }: ActContext): boolean {
  const decided = report.steps.findLast(({ kind }) => kind === 'publication_decided');
  if (!decided) return false;
  const { date } = localOf(rules.calendar, decided.at);
  return today >= addDays(addMonths(date, AFTER), -EARLIEST);
}

function movesOf({ rules, actor, report }: ActContext) {
  return movesFor(rules, actor, report, 'follow_up');
}
