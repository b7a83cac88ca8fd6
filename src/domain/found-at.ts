import type { Answers } from './answers.ts';
import { instantOf, type Calendar, type Instant } from './business-time.ts';

/** 判明日時 as an instant; a day without a time counts from its beginning of business. Null when it was not said. */
export function foundAtOf(answers: Answers, calendar: Calendar): Instant | null {
  const answer = answers['found_at'];
  if (answer?.kind !== 'date') return null;
  const [hour = 0, minute = 0] = (answer.time ?? '').split(':').map(Number);
  return instantOf(calendar, answer.date, answer.time === undefined ? calendar.opens : hour * 60 + minute);
}
