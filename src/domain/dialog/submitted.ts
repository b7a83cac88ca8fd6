import { phrase } from '../phrase.ts';
import { line, type FormValues } from '../view.ts';
import type { Conversation, Draft } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { checkForm, formFields } from './form.ts';
import { ask } from './matter.ts';
import { oldButton } from './pressed.ts';
import { moveTo, nextStep, type Outcome } from './turn.ts';

/** A filled form: its answers replace the draft's, and the conversation goes on at what is still open. */
export function onSubmitted(rules: DialogRules, state: Conversation, values: FormValues): Outcome {
  const index = formDraft(state);
  const draft = state.drafts[index];
  if (!draft) return oldButton(rules, state);
  const { answers, emptied, errors } = checkForm(
    formFields(rules, draft),
    values,
    rules.today,
    rules.organization,
  );
  const kept = Object.fromEntries(
    Object.entries(draft.answers).filter(([field]) => !emptied.includes(field)),
  );
  const filled: Draft = { ...draft, answers: { ...kept, ...answers }, touchedAt: rules.now };
  const drafts = state.drafts.map((one, position) => (position === index ? filled : one));
  // Errors were shown at the form already; whatever slipped through is asked like any open question.
  const before = errors.length > 0 ? [line(phrase('form.some_left'))] : [];
  return ask(rules, moveTo(state, nextStep(rules, drafts), drafts), before);
}

/** The form belongs to the draft whose question stands, else to the first. */
export function formDraft(state: Conversation): number {
  return state.step.kind === 'asking' ? state.step.draft : 0;
}
