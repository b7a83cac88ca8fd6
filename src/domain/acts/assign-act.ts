import type { NewEvent } from '../ledger.ts';
import { movesFrom } from '../moves.ts';
import { noteOf } from '../note.ts';
import { isOpen } from '../outlook.ts';
import { peopleWho } from '../people-who.ts';
import { standingsFor } from '../permission.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { button, line, type View } from '../view.ts';
import type { Act, ActContext } from './act.ts';
import { choiceIn, dayIn, textIn } from './act-answers.ts';
import { choiceInput, dayInput, LONGEST_TEXT, textInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';
import { relayedView } from './relayed-view.ts';
import { reportResult } from './report-result-act.ts';

/** 割当: who does it, what and by when; a report of the result is compulsory [D1 requirement 43]. */
export const assign: Act = {
  id: 'assign',
  right: 'assign',
  label: phrase('btn.assign'),
  doneBy: { assigned: 'assign' },
  possible: isOpen,
  allowed: (on) => membersFor(on).length > 0,
  form: (on) => ({
    title: phrase('act.assign.title', { number: on.report.number }),
    lines: [phrase('act.assign.internal')],
    inputs: [
      choiceInput({
        id: 'holder',
        label: phrase('act.assign.holder'),
        choices: membersFor(on).map((id) => ({ id, label: phrase('value', { value: { person: id } }) })),
      }),
      textInput({ id: 'instruction', label: phrase('act.assign.instruction'), maxLength: LONGEST_TEXT }),
      dayInput({ id: 'due', label: phrase('act.assign.due') }),
    ],
    preview: null,
  }),
  perform(on, answers) {
    const { report, actor, now, today } = on;
    const holder = choiceIn(answers, 'holder');
    const due = dayIn(answers, 'due') ?? today;
    if (due < today) return faulty('due', phrase('err.past'));
    const instruction = textIn(answers, 'instruction');
    const assigned: NewEvent = {
      kind: 'assigned',
      actor: actor.person,
      at: now,
      facts: { holder, due },
      content: noteOf(instruction),
    };
    const view = assignedView(on, instruction, due);
    const key = `assigned:${report.head.seq}:${holder}`;
    return ok({
      events: [...taking(on, holder), assigned],
      errands: holder === actor.person ? [] : [{ kind: 'tell', person: holder, view, key }],
    });
  },
};

/** Those of the department in charge who can work on it themselves: nobody who only stands in for one of them. */
function membersFor({ rules, report, today }: ActContext): string[] {
  return peopleWho(
    rules.organization,
    today,
    (actor) =>
      actor.standings.some(({ unit, of }) => of === undefined && unit === report.primary) &&
      standingsFor(actor, 'update', report).some(({ of }) => of === undefined),
  );
}

/** The reporter hears who has it now, and nothing of the instruction; the matter moves as when somebody takes it. */
function taking({ rules, report, actor, now }: ActContext, holder: string): NewEvent[] {
  const [move] = movesFrom(rules, report, 'take');
  const state = move?.to ?? report.state;
  if (report.holder === holder && report.state === state) return [];
  return [{ kind: 'taken', actor: actor.person, at: now, facts: { state, holder }, content: null }];
}

function assignedView({ report: { number } }: ActContext, instruction: string, due: string): View {
  const head = phrase('act.assign.told', { number });
  return relayedView({ number }, head, phrase('said', { text: instruction }), {
    more: [line(phrase('act.assign.until', { due: { date: due } }))],
    buttons: [button({ action: reportResult.id, report: number }, reportResult.label, 'primary')],
  });
}
