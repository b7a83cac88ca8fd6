import { typeOf } from '../assessment.ts';
import { whatIsMissing } from '../closing.ts';
import type { EventKind } from '../ledger.ts';
import { movesFor } from '../moves.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import { targets } from '../workflow.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';

/** 完了: refused with what is missing; the reporter is told the result by the closing itself. */
export const close: Act = {
  ...endAct('close', 'completed'),
  label: phrase('btn.close'),
  refusal({ rules, report }) {
    const missing = whatIsMissing(rules, report);
    return missing.length > 0 ? { kind: 'not_ready', missing } : null;
  },
  form: ({ report }) => ({
    title: phrase('act.close.title', { number: report.number }),
    lines: [],
    inputs: [textInput({ id: 'text', label: phrase('act.close.text') })],
    preview: (answers) => [
      phrase('update.preview'),
      phrase('act.ask.preview', { text: textIn(answers, 'text') }),
    ],
  }),
};

/** 再開: what was settled is taken up again, with the reason. */
export const reopen: Act = {
  ...endAct('reopen', 'reopened'),
  label: phrase('btn.reopen'),
  form: ({ report }) => ({
    title: phrase('act.reopen.title', { number: report.number }),
    lines: [],
    inputs: [textInput({ id: 'text', label: phrase('act.reopen.text') })],
    preview: (answers) => [
      phrase('update.preview'),
      phrase('act.ask.preview', { text: textIn(answers, 'text') }),
    ],
  }),
};

/** Whoever may close a matter may take it up again. */
function endAct(id: 'close' | 'reopen', kind: EventKind): Omit<Act, 'label' | 'form'> {
  return {
    id,
    right: 'close',
    doneBy: { [kind]: id },
    possible: (rules, report) => targets(typeOf(rules, report.type).workflow, report.state, id).length > 0,
    allowed: ({ rules, actor, report }) => movesFor(rules, actor, report, id).length > 0,
    perform({ rules, actor, report, now }, answers) {
      const state = movesFor(rules, actor, report, id)[0]?.to ?? report.state;
      const content = noteOf(textIn(answers, 'text'));
      return ok({ events: [{ kind, actor: actor.person, at: now, facts: { state }, content }] });
    },
  };
}
