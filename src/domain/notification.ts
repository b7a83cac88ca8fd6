import { phrase, type Phrase } from './phrase.ts';
import type { View } from './view.ts';

/** Sentences that were written to be read by whoever looks at the screen. */
const MADE_FOR_IT: ReadonlySet<string> = new Set([
  'card.fallback',
  'card.fallback.nodue',
  'card.fallback.drill',
  'card.fallback.restricted',
  'card.fallback.restricted.nodue',
  'card.fallback.state',
  'card.fallback.sealed',
  'status.fallback',
  'reminder.due',
  'reminder.holiday',
  'reminder.overdue',
  'escalation.unacknowledged',
  'escalation.overdue',
  'silence.ask',
]);

/**
 * What may be said of a view outside the conversation, where others look on: kind, level, number and dates of a
 * report at most, and less the narrower it is. Everything else is announced without a word of it, because nobody can tell what a sentence gives away.
 */
export function notificationOf({ kind, fallback }: View): Phrase {
  if (MADE_FOR_IT.has(fallback.key)) return fallback;
  return phrase(kind === 'question' || kind === 'summary' ? 'notification.question' : 'card.fallback.sealed');
}
