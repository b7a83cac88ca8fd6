import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { line, type FormValues, type Press } from '../view.ts';
import type { Conversation } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { withoutTakenBack } from './drafts.ts';
import { checkForm, formFields } from './form.ts';
import { ask } from './matter.ts';
import { takenUp } from './draft-presses.ts';
import { oldButton } from './pressed.ts';
import { moveTo, nextStep, type Outcome } from './turn.ts';

/** A filled form: its answers replace the draft's, and the conversation goes on at what is still open. */
export function onSubmitted(
  rules: DialogRules,
  state: Conversation,
  press: Press,
  values: FormValues,
): Outcome {
  const index = state.drafts.findIndex((one) => one.id === press.value);
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
  const filled = withoutTakenBack(typeOf(rules, draft.type), draft, {
    ...draft,
    answers: { ...kept, ...answers },
    touchedAt: rules.now,
  });
  const answered = state.drafts.map((one, position) => (position === index ? filled : one));
  const drafts = state.step.kind === 'resuming' ? takenUp(rules, answered, state.step.pending) : answered;
  // Errors were shown at the form already; whatever slipped through is asked like any open question.
  const before = errors.length > 0 ? [line(phrase('form.some_left'))] : [];
  return ask(rules, moveTo(state, nextStep(rules, drafts), drafts), before);
}

/** A form opened from the conversation is that of the draft whose question stands, else to the first. */
export function formDraft(state: Conversation): number {
  return state.step.kind === 'asking' ? state.step.draft : 0;
}
