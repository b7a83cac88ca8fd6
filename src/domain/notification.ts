import { phrase, type Phrase } from './phrase.ts';
import type { View } from './view.ts';

/** Sentences that were written to be read by whoever looks at the screen. */
const MADE_FOR_IT: ReadonlySet<string> = new Set([
  'card.fallback',
  'card.fallback.nodue',
  'card.fallback.restricted',
  'card.fallback.restricted.nodue',
  'card.fallback.state',
  'card.fallback.sealed',
  'status.fallback',
]);

/**
 * What may be said of a view outside the conversation, where others look on: a report's number and dates at most.
 * Everything else is announced without a word of it, because nobody can tell what a sentence gives away.
 */
export function notificationOf({ kind, fallback }: View): Phrase {
  if (MADE_FOR_IT.has(fallback.key)) return fallback;
  return phrase(kind === 'question' || kind === 'summary' ? 'notification.question' : 'card.fallback.sealed');
}
