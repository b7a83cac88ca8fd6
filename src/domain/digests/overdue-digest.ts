import { daysBetween, localOf, type Calendar, type Instant } from '../business-time.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { line, type View } from '../view.ts';
import type { OverdueCounts } from './digest-counts.ts';
import { listButton } from './list-button.ts';

/** Daily, in the channels of a unit: how much is past its date, and what is so for longest [D0: 定期的にチェックする仕組み]. */
export function overdueDigest(calendar: Calendar, counts: OverdueCounts, now: Instant): View {
  const { unit, overdue } = counts;
  const head = phrase('digest.overdue', { unit: { unit }, n: overdue });
  return {
    kind: 'notice',
    lines: [line(head, 'strong'), line(oldestPhrase(calendar, counts.oldest, now))],
    inputs: [],
    buttons: [listButton('overdue')],
    fallback: head,
  };
}

/** Of what only a few may see, no number and no name: the channel has other readers. */
function oldestPhrase(calendar: Calendar, oldest: OverdueCounts['oldest'], now: Instant): Phrase {
  const late = daysBetween(localOf(calendar, oldest.due).date, localOf(calendar, now).date);
  const days = phrase('digest.days', { n: late });
  const { number, visibility, holder } = oldest;
  if (visibility !== 'open' && visibility !== 'units') return phrase('digest.oldest.limited', { days });
  if (holder === null) return phrase('digest.oldest.nobody', { number, days });
  return phrase('digest.oldest', { number, days, holder: { person: holder } });
}
