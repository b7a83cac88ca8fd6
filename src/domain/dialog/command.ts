import type { Press } from '../view.ts';
import type { Command } from '../understanding.ts';
import type { Conversation } from './conversation.ts';
import { hasNothingOpen } from './steering.ts';

/** Words that mean nothing by themselves once nothing is being written: no report begins with 「送信」. */
const NEED_A_DRAFT: ReadonlySet<Command> = new Set(['edit', 'send', 'resume', 'yes', 'no', 'unknown']);

/** What はい and いいえ press, by the question that stands. */
const YES_OR_NO: Partial<Record<Conversation['step']['kind'], { yes: string; no: string }>> = {
  choosing_split: { yes: 'split', no: 'one' },
  asking_drill: { yes: 'drill', no: 'real' },
  known_already: { yes: 'join_known', no: 'other_than_known' },
  reviewing: { yes: 'send', no: 'edit' },
  confirming_correction: { yes: 'confirm_correction', no: 'stop' },
  resuming: { yes: 'resume', no: 'discard' },
};

/** The button that a typed command is the twin of; null when the words are no command here and are taken as text. */
export function pressFor(state: Conversation, command: Command): Press | null {
  const action = actionFor(state, command);
  if (action === null) return null;
  const { step, turn } = state;
  const value = action === 'answer' && step.kind === 'asking' ? { value: `${step.field}:unknown` } : {};
  return { action, turn, ...value };
}

function actionFor(state: Conversation, command: Command): string | null {
  const { step, drafts } = state;
  if (hasNothingOpen(state) && NEED_A_DRAFT.has(command)) return 'stop';
  switch (command) {
    case 'cancel':
      return 'stop';
    case 'edit':
      return drafts.length > 0 ? 'edit' : null;
    case 'withdraw':
      // What has not been sent is given up by itself.
      return drafts.length > 0 ? 'stop' : null;
    case 'send':
      return sendAction(state);
    case 'yes':
    case 'no':
      return YES_OR_NO[step.kind]?.[command] ?? null;
    case 'unknown':
      return step.kind === 'asking' ? 'answer' : null;
    case 'help':
    case 'mine':
    case 'tasks':
    case 'overdue':
    case 'news_daily':
    case 'news_at_once':
    case 'in_japanese':
    case 'in_english':
    case 'back':
    case 'resume':
      return command;
  }
}

function sendAction({ step, drafts }: Conversation): string | null {
  if (step.kind === 'confirming_correction') return 'confirm_correction';
  return drafts.length > 0 ? 'send' : null;
}
