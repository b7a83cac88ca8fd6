import { phrase, type Phrase } from '../phrase.ts';
import type { Report } from '../report.ts';
import { detailsButton } from '../report-buttons.ts';
import { line, type Button, type Line, type View } from '../view.ts';

/** Somebody's words about a report, with whose they are above. The notification holds none of them. */
export function relayedView(
  { number }: Pick<Report, 'number'>,
  head: Phrase,
  words: Phrase,
  { more = [], buttons = [] }: { more?: readonly Line[]; buttons?: readonly Button[] } = {},
): View {
  return {
    kind: 'notice',
    lines: [line(head, 'strong'), line(words, 'quote'), ...more],
    inputs: [],
    buttons: [...buttons, detailsButton({ number })],
    fallback: phrase('status.fallback', { number }),
  };
}
