import { typeOf } from '../assessment.ts';
import type { View } from '../view.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import type { Effect } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { openQuestions } from './drafts.ts';

/** What one event led to. */
export interface Outcome {
  state: Conversation;
  effects: Effect[];
}

const STEPS_BACK = 20;

export function outcome(state: Conversation, ...effects: Effect[]): Outcome {
  return { state, effects };
}

export function say(view: View): Effect {
  return { kind: 'say', view };
}

/** A new question stands: buttons of earlier ones are old from now on, and 戻る leads here. */
export function moveTo(
  state: Conversation,
  step: Step,
  drafts: readonly Draft[] = state.drafts,
): Conversation {
  const past = [...state.past, { step: state.step, drafts: state.drafts }].slice(-STEPS_BACK);
  return { ...state, turn: state.turn + 1, step, drafts, past };
}

/** Nothing is open any more. */
export function settle(state: Conversation): Conversation {
  return { ...state, turn: state.turn + 1, step: { kind: 'idle' }, drafts: [], past: [] };
}

/** The first question still open, draft by draft; the summary when there is none. */
export function nextStep(rules: DialogRules, drafts: readonly Draft[]): Step {
  for (const [index, draft] of drafts.entries()) {
    const [question] = openQuestions(typeOf(rules, draft.type), draft);
    if (question) return { kind: 'asking', draft: index, field: question.id };
  }
  return drafts.length > 0 ? { kind: 'reviewing' } : { kind: 'idle' };
}
