import { typeOf } from '../assessment.ts';
import { phrase } from '../phrase.ts';
import { line } from '../view.ts';
import type { Conversation } from './conversation.ts';
import type { Said } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { changes, correct, withSignals } from './asking.ts';
import { withMoreText } from './drafts.ts';
import { ask } from './matter.ts';
import { moveTo, nextStep, type Outcome } from './turn.ts';

/** Below so many characters words that are no matter of their own are not taken for an addition. */
const SMALL_TALK = 12;

/** Words at the summary: a changed answer, or something to add to what happened. Either way the summary comes again. */
export function onRemark(rules: DialogRules, state: Conversation, said: Said): Outcome {
  for (const [index, draft] of state.drafts.entries()) {
    const corrections = changes(typeOf(rules, draft.type), draft, said, null);
    if (corrections.length > 0) return correct(rules, state, index, corrections);
  }
  // A greeting or a thank-you is no part of what happened.
  const { label, decision } = said.understanding;
  const small = label === 'other' && decision === 'assume' && [...said.text].length < SMALL_TALK;
  return small ? ask(rules, state, [line(phrase('ask.press'))]) : append(rules, state, said);
}

function append(rules: DialogRules, state: Conversation, said: Said): Outcome {
  const [before, ...others] = state.drafts;
  if (!before) return ask(rules, state);
  const type = typeOf(rules, before.type);
  const drafts = [withMoreText(type, withSignals(before, said), said.text, rules.now), ...others];
  return ask(rules, moveTo(state, nextStep(rules, drafts), drafts), [line(phrase('added.draft'))]);
}
