import { addDays, localOf, type Calendar } from '../business-time.ts';
import { deputyLines } from '../deputy-lines.ts';
import { phrase } from '../phrase.ts';
import { statusButton } from '../report-buttons.ts';
import { line, type View } from '../view.ts';
import type { Told } from '../who-is-told.ts';
import type { OfficeCounts } from './digest-counts.ts';
import type { Period } from './digests-due.ts';

/** So many of what waits are named; the rest is counted. */
const NAMED = 5;

/** Whether there is anything to say: nothing was filed and nothing waits. */
export function isQuietDay({ filed, overdue, waiting }: OfficeCounts): boolean {
  return filed === 0 && overdue === 0 && waiting.length === 0;
}

/** Daily, to the head of an office: what it filed since the last working day, and what waits for it [D2: 日次の業務報告]. */
export function officeDigest(calendar: Calendar, counts: OfficeCounts, period: Period, told: Told): View {
  const { office, filed, serious, open, overdue, waiting } = counts;
  const since = localOf(calendar, period.from).date;
  const yesterday = addDays(localOf(calendar, period.before).date, -1);
  const when =
    since === yesterday ? phrase('digest.yesterday') : phrase('digest.since', { day: { date: since } });
  const head = phrase('digest.office', { when, office: { unit: office }, n: filed });
  const named = waiting.slice(0, NAMED);
  return {
    kind: 'notice',
    lines: [
      line(head, 'strong'),
      ...(serious > 0 ? [line(phrase('digest.office.serious', { n: serious }))] : []),
      line(phrase('digest.office.open', { open, overdue })),
      ...(named.length === 0
        ? []
        : [line(phrase('digest.office.waiting', { n: waiting.length, numbers: { list: named } }))]),
      ...deputyLines(told),
    ],
    inputs: [],
    buttons: named.map((number) => statusButton({ number })),
    fallback: head,
  };
}
