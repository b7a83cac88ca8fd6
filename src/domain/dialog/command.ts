import { phrase } from '../phrase.ts';
import type { Command } from '../understanding.ts';
import type { Conversation } from './conversation.ts';
import type { DialogRules } from './dialog-rules.ts';
import { take } from './asking.ts';
import { onPress } from './pressed.ts';
import { ask, START_BUTTONS } from './matter.ts';
import { notice } from './question-view.ts';
import { outcome, say, settle, type Outcome } from './turn.ts';

/** Typed twins of the buttons, at any time. null: the words are no command here and are taken as text. */
export function onCommand(rules: DialogRules, state: Conversation, command: Command): Outcome | null {
  switch (command) {
    case 'help':
      return beside(rules, state, helpView());
    case 'mine':
      return mine(rules, state);
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

export function helpView() {
  return notice(
    ['help.1', 'help.2', 'help.3', 'help.4', 'help.5', 'help.6'].map((key) => phrase(key)),
    START_BUTTONS,
  );
}

export function cancel(state: Conversation): Outcome {
  if (state.step.kind === 'idle' && state.drafts.length === 0)
    return outcome(state, say(notice([phrase('nothing_to_cancel')])));
  return outcome(settle(state), say(notice([phrase('cancelled')], START_BUTTONS)));
}

export function back(rules: DialogRules, state: Conversation): Outcome {
  const last = state.past.at(-1);
  if (!last) return beside(rules, state, notice([phrase('nothing_back')]));
  const earlier = {
    ...state,
    turn: state.turn + 1,
    step: last.step,
    drafts: last.drafts,
    past: state.past.slice(0, -1),
  };
  return earlier.step.kind === 'idle' ? cancel(state) : ask(rules, earlier);
}

function mine(rules: DialogRules, state: Conversation): Outcome {
  const again = ask(rules, state);
  return outcome(again.state, { kind: 'answer_status', text: '', numbers: [], mine: true }, ...again.effects);
}

/** An answer beside the form: the question that stands is asked again after it. */
function beside(rules: DialogRules, state: Conversation, view: ReturnType<typeof notice>): Outcome {
  const again = ask(rules, state);
  return outcome(again.state, say(view), ...again.effects);
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
