import { phrase } from '../phrase.ts';
import { sameAnswer } from '../answers.ts';
import { line, type Line, type View } from '../view.ts';
import { corrected } from './asking.ts';
import type { Conversation, Draft, Step } from './conversation.ts';
import type { Effect } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { ask, START_BUTTONS } from './matter.ts';
import { notice } from './question-view.ts';
import { moveTo, nextStep, outcome, say, settle, type Outcome } from './turn.ts';

/** How it works, and the six kinds of report in a line each [requirement 1]. */
export function helpView(rules: DialogRules): View {
  const how = ['help.1', 'help.2', 'help.3', 'help.4', 'help.5', 'help.6', 'help.7'].map((key) =>
    phrase(key),
  );
  const types = [...rules.types.keys()].map((type) =>
    phrase('help.type', { type: phrase(`type.${type}`), what: phrase(`type.${type}.what`) }),
  );
  return notice([...how, ...types], START_BUTTONS);
}

/** やめる: everything that is open. */
export function cancel(before: Conversation): Outcome {
  const state = { ...before, complianceWaivedUntil: null };
  if (state.step.kind === 'idle' && state.drafts.length === 0) return nothingOpen(state);
  return outcome(settle(state), say(notice([phrase('cancelled')], START_BUTTONS)));
}

/** Words for a report already sent are awaited. */
export type Writing = Extract<Step, { kind: 'writing_addition' | 'writing_for_act' }>;

export function isWriting({ step }: Pick<Conversation, 'step'>): boolean {
  return step.kind === 'writing_addition' || step.kind === 'writing_for_act';
}

/** A report that was being written when other words were asked for goes on after them. */
export function leaveWriting(rules: DialogRules, state: Conversation): Outcome {
  const again = ask(rules, moveTo(state, nextStep(rules, state.drafts)));
  return state.drafts.length > 0 ? again : outcome(settle(state));
}

export function hasNothingOpen({ step, drafts }: Conversation): boolean {
  return drafts.length === 0 && (step.kind === 'idle' || step.kind === 'stopped');
}

function nothingOpen(state: Conversation): Outcome {
  return outcome(state, say(notice([phrase('nothing_to_cancel')], START_BUTTONS)));
}

export function back(rules: DialogRules, state: Conversation): Outcome {
  const last = state.past.at(-1);
  if (!last || !canGoBack(state)) return beside(rules, state, say(notice([phrase('nothing_back')])));
  const earlier = {
    ...state,
    turn: state.turn + 1,
    step: last.step,
    drafts: last.drafts,
    past: state.past.slice(0, -1),
  };
  return ask(rules, earlier, takenBack(state.drafts, earlier.drafts));
}

/** Before the first question there is only the person's own message: going there would lose it. */
export function canGoBack({ past }: Conversation): boolean {
  const last = past.at(-1);
  return last !== undefined && last.step.kind !== 'idle';
}

/** An answer that changes back is said: nobody should file the old number unawares. */
function takenBack(drafts: readonly Draft[], earlier: readonly Draft[]): Line[] {
  return drafts.flatMap((draft) => {
    const before = earlier.find((one) => one.id === draft.id);
    return Object.entries(before?.answers ?? {}).flatMap(([id, answer]) => {
      const now = draft.answers[id];
      return now === undefined || sameAnswer(now, answer) ? [] : [line(corrected(draft, { id }, answer))];
    });
  });
}

/** わたしの報告. */
export const OWN_REPORTS = { kind: 'answer_status', text: '', numbers: [], mine: true } as const;

/** An answer beside the form: the question that stands is asked again after it. */
export function beside(rules: DialogRules, state: Conversation, answer: Effect): Outcome {
  const again = ask(rules, state);
  return outcome(again.state, answer, ...again.effects);
}
