import type { Instant } from '../business-time.ts';
import type { EventFacts, NewEvent } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { openSendBack } from '../sent-back.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { reasonInput } from './act-inputs.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';

const sending = alongWorkflow('send_back');

/** 差戻し: what is missing is asked of the reporter, whose addition or correction brings the report back. */
export const sendBack: Act = {
  ...sending,
  label: phrase('act.send_back'),
  doneBy: { sent_back: 'send_back' },
  possible: (rules, report) => openSendBack(report) === null && sending.possible(rules, report),
  form: ({ report }) => ({
    title: phrase('act.send_back.title', { number: report.number }),
    lines: [phrase('update.shown')],
    inputs: [
      reasonInput(phrase('act.send_back.note.hint'), {
        id: 'note',
        label: phrase('act.send_back.note'),
      }),
    ],
    preview: (answers) => [
      phrase('act.send_back.preview', { number: report.number }),
      phrase('said', { text: textIn(answers, 'note') }),
    ],
  }),
  perform: (on, answers) => {
    const note = textIn(answers, 'note');
    const [from, to] = [on.report.state, stateAfter(on, 'send_back')];
    return ok({ events: [sentBackOf({ actor: on.actor.person, at: on.now, from, to, note })] });
  },
};

/** @param asked `from` where the report stays in its state, which is then no fact of the step */
function sentBackOf(asked: {
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
