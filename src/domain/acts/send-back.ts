import { typeOf } from '../assessment.ts';
import type { Instant } from '../business-time.ts';
import type { EventFacts, NewEvent } from '../ledger.ts';
import { movesFor } from '../moves.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { openSendBack } from '../sent-back.ts';
import { targets } from '../workflow.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';

/** 差戻し: what is missing is asked of the reporter, whose addition or correction brings the report back. */
export const sendBack: Act = {
  id: 'send_back',
  right: 'send_back',
  label: phrase('act.send_back'),
  doneBy: { sent_back: 'send_back' },
  possible: (rules, report) =>
    openSendBack(report) === null &&
    targets(typeOf(rules, report.type).workflow, report.state, 'send_back').length > 0,
  allowed: ({ rules, actor, report }) => movesFor(rules, actor, report, 'send_back').length > 0,
  form: ({ report }) => ({
    title: phrase('act.send_back.title', { number: report.number }),
    lines: [phrase('update.preview')],
    inputs: [
      reasonInput({
        id: 'note',
        label: phrase('act.send_back.note'),
        hint: phrase('act.send_back.note.hint'),
      }),
    ],
    preview: (answers) => [
      phrase('act.send_back.preview', { number: report.number }),
      phrase('said', { text: textIn(answers, 'note') }),
    ],
  }),
  perform: ({ rules, actor, report, now }, answers) => {
    const to = movesFor(rules, actor, report, 'send_back')[0]?.to ?? report.state;
    const note = textIn(answers, 'note');
    const from = report.state;
    return ok({ events: [sentBackOf({ actor: actor.person, at: now, from, to, note })] });
  },
};

/** @param asked `from` where the report stays in its state, which is then no fact of the step */
export function sentBackOf(asked: {
  actor: string;
  at: Instant;
  from?: string;
  to: string;
  note: string;
}): NewEvent {
  const { actor, at, from, to, note } = asked;
  const facts: EventFacts = from === to ? {} : { state: to };
  return { kind: 'sent_back', actor, at, facts, content: noteOf(note) };
}
