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
  // Nobody goes back to a stop, and nothing tells later that there was one.
  const left = state.step.kind === 'stopped' ? [] : [{ step: state.step, drafts: state.drafts }];
  const past = [...state.past, ...left].slice(-STEPS_BACK);
  return { ...state, turn: state.turn + 1, step, drafts, past };
}

/** Nothing is open any more. */
export function settle(state: Conversation): Conversation {
  return { ...state, turn: state.turn + 1, step: { kind: 'idle' }, drafts: [], past: [] };
}

/** The first question still open, draft by draft; the summary when there is none. Nothing is asked of what is known. */
export function nextStep(rules: DialogRules, drafts: readonly Draft[]): Step {
  const known = drafts.findIndex((draft) => draft.known !== undefined);
  if (known >= 0) return { kind: 'known_already', draft: known };
  for (const [index, draft] of drafts.entries()) {
    const [question] = openQuestions(typeOf(rules, draft.type), draft);
    if (question) return { kind: 'asking', draft: index, field: question.id };
  }
  return drafts.length > 0 ? { kind: 'reviewing' } : { kind: 'idle' };
}

/** What a stop interrupted: a question that belongs to no draft, the next question of a draft, or nothing. */
export function afterStop(rules: DialogRules, state: Conversation): Conversation {
  const interrupted = state.past.at(-1)?.step;
  const waiting = interrupted !== undefined && HAS_NO_DRAFT.has(interrupted.kind);
  if (waiting) return moveTo(state, interrupted);
  return state.drafts.length === 0 ? settle(state) : moveTo(state, nextStep(rules, state.drafts));
}

const HAS_NO_DRAFT: ReadonlySet<Step['kind']> = new Set([
  'writing_addition',
  'writing_for_act',
  'choosing_type',
  'choosing_split',
  'asking_drill',
  'resuming',
]);
