import type { Phrase } from '../domain/phrase.ts';
import type { View } from '../domain/view.ts';

/** The sentence for notifications, screen readers and clients that show no cards. */
export function fallbackText(view: View, say: (phrase: Phrase) => string): string {
  return say(view.fallback);
}
