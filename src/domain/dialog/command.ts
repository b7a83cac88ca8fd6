import { phrase } from '../phrase.ts';
import type { Command } from '../understanding.ts';
import type { View } from '../view.ts';
import type { Conversation } from './conversation.ts';
import type { Effect } from './dialog-event.ts';
import type { DialogRules } from './dialog-rules.ts';
import { take } from './asking.ts';
import { onPress } from './pressed.ts';
import { ask, START_BUTTONS } from './matter.ts';
import { notice } from './question-view.ts';
import { outcome, say, settle, type Outcome } from './turn.ts';

/** Words that mean nothing by themselves once nothing is being written: no report begins with 「送信」. */
const NEED_A_DRAFT: ReadonlySet<Command> = new Set(['edit', 'send', 'resume', 'yes', 'no', 'unknown']);

/** Typed twins of the buttons, at any time. null: the words are no command here and are taken as text. */
export function onCommand(rules: DialogRules, state: Conversation, command: Command): Outcome | null {
  if (hasNothingOpen(state) && NEED_A_DRAFT.has(command)) return nothingOpen(state);
  switch (command) {
    case 'help':
      return beside(rules, state, say(helpView(rules)));
    case 'mine':
      return beside(rules, state, OWN_REPORTS);
    case 'cancel':
      return cancel(state);
    case 'back':
      return back(rules, state);
    case 'edit':
      return state.drafts.length > 0 ? onPress(rules, state, { action: 'edit', turn: state.turn }) : null;
    case 'send':
      return send(rules, state);
    case 'resume':
      return state.step.kind === 'idle'
        ? null
        : onPress(rules, state, { action: 'resume', turn: state.turn });
    case 'yes':
      return yesOrNo(rules, state, true);
    case 'no':
      return yesOrNo(rules, state, false);
    case 'unknown':
      return state.step.kind === 'asking' ? take(rules, state, state.step, { kind: 'unknown' }) : null;
  }
}

/** How it works, and the six kinds of report in a line each [requirement 1]. */
export function helpView(rules: DialogRules): View {
  const how = ['help.1', 'help.2', 'help.3', 'help.4', 'help.5', 'help.6'].map((key) => phrase(key));
  const types = [...rules.types.keys()].map((type) =>
    phrase('help.type', { type: phrase(`type.${type}`), what: phrase(`type.${type}.what`) }),
  );
  return notice([...how, ...types], START_BUTTONS);
}

export function cancel(before: Conversation): Outcome {
  const state = { ...before, complianceWaivedUntil: null };
  if (state.step.kind === 'idle' && state.drafts.length === 0) return nothingOpen(state);
  return outcome(settle(state), say(notice([phrase('cancelled')], START_BUTTONS)));
}

function hasNothingOpen({ step, drafts }: Conversation): boolean {
  return drafts.length === 0 && (step.kind === 'idle' || step.kind === 'stopped');
}

function nothingOpen(state: Conversation): Outcome {
  return outcome(state, say(notice([phrase('nothing_to_cancel')], START_BUTTONS)));
}

export function back(rules: DialogRules, state: Conversation): Outcome {
  const last = state.past.at(-1);
  // Before the first question there is only the person's own message: going there would lose it.
  if (!last || last.step.kind === 'idle') return beside(rules, state, say(notice([phrase('nothing_back')])));
  const earlier = {
    ...state,
    turn: state.turn + 1,
    step: last.step,
    drafts: last.drafts,
    past: state.past.slice(0, -1),
  };
  return ask(rules, earlier);
}

export const OWN_REPORTS = { kind: 'answer_status', text: '', numbers: [], mine: true } as const;

/** An answer beside the form: the question that stands is asked again after it. */
export function beside(rules: DialogRules, state: Conversation, answer: Effect): Outcome {
  const again = ask(rules, state);
  return outcome(again.state, answer, ...again.effects);
}

function send(rules: DialogRules, state: Conversation): Outcome | null {
  const action = state.step.kind === 'confirming_correction' ? 'confirm_correction' : 'send';
  return state.drafts.length > 0 || action === 'confirm_correction'
    ? onPress(rules, state, { action, turn: state.turn })
    : null;
}

function yesOrNo(rules: DialogRules, state: Conversation, yes: boolean): Outcome | null {
  const actions: Partial<Record<Conversation['step']['kind'], [string, string]>> = {
    choosing_split: ['split', 'one'],
    asking_drill: ['drill', 'real'],
    reviewing: ['send', 'edit'],
    confirming_correction: ['confirm_correction', 'stop'],
    resuming: ['resume', 'discard'],
  };
  const pair = actions[state.step.kind];
  return pair ? onPress(rules, state, { action: yes ? pair[0] : pair[1], turn: state.turn }) : null;
}
