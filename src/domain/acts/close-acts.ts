import { whatIsMissing } from '../closing.ts';
import type { EventKind } from '../ledger.ts';
import { noteOf } from '../note.ts';
import { phrase } from '../phrase.ts';
import { ok } from '../result.ts';
import type { Act } from './act.ts';
import { textIn } from './act-answers.ts';
import { alongWorkflow, stateAfter } from './along-workflow.ts';
import { wordsForm } from './words-form.ts';

/** 完了: refused with what is missing; the reporter is told the result by the closing itself. */
export const close: Act = {
  ...endAct('close', 'completed'),
  label: phrase('btn.close'),
  refusal({ rules, report }) {
    const missing = whatIsMissing(rules, report);
    return missing.length > 0 ? { kind: 'not_ready', missing } : null;
  },
  form: ({ report: { number } }) =>
    wordsForm(phrase('act.close.title', { number }), phrase('act.close.text')),
};

/** 再開: what was settled is taken up again, with the reason. */
export const reopen: Act = {
  ...endAct('reopen', 'reopened'),
  label: phrase('btn.reopen'),
  form: ({ report: { number } }) =>
    wordsForm(phrase('act.reopen.title', { number }), phrase('act.reopen.text')),
};

function endAct(id: 'close' | 'reopen', kind: EventKind): Omit<Act, 'label' | 'form'> {
  return {
    ...alongWorkflow(id),
    doneBy: { [kind]: id },
    perform(on, answers) {
      const facts = { state: stateAfter(on, id) };
      const content = noteOf(textIn(answers, 'text'));
      return ok({ events: [{ kind, actor: on.actor.person, at: on.now, facts, content }] });
    },
  };
}
