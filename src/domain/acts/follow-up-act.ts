import { addDays, addMonths, localOf } from '../business-time.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, textIn } from './act-answers.ts';
import { choiceInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { alongWorkflow, moveCalled, outcomesOf } from './along-workflow.ts';
import { faulty, saysNothing } from './field-error.ts';

const following = alongWorkflow('follow_up');

/** 3か月フォロー: what was found when somebody looked whether the prevention holds [D1]. */
export const followUp: Act = {
  ...following,
  label: phrase('act.follow_up.label'),
  doneBy: { followed_up: 'follow_up' },
  allowed: (on) => following.allowed(on) && isTime(on),
  form: (on) => ({
    title: phrase('act.follow_up.title', { number: on.report.number }),
    lines: [phrase('update.shown')],
    inputs: [
      choiceInput({
        id: 'outcome',
        label: phrase('act.follow_up.outcome'),
        choices: outcomesOf(on, 'follow_up'),
      }),
      textInput({ id: 'found', label: phrase('act.follow_up.found'), maxLength: LONGEST_TEXT }),
    ],
    preview: 'news',
  }),
  perform: (on, answers) => {
    const { rules, actor, now } = on;
    const move = moveCalled(on, 'follow_up', choiceIn(answers, 'outcome'));
    if (!move) return faulty('outcome', phrase('err.choose'));
    const found = textIn(answers, 'found');
    const facts = { outcome: move.outcome, state: move.to };
    return (
      saysNothing(rules, 'found', found) ??
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
