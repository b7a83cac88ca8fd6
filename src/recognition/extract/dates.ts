import type { LocalDate } from '../../domain/business-time.ts';
import { DATE_PATTERNS } from './date-patterns.ts';
import type { Found } from './found.ts';
import { withoutOverlaps } from './found.ts';
import type { ClockTime } from './times.ts';
import { timeNear } from './times.ts';
import { matchesOf } from '../matches.ts';

export interface Moment {
  date: LocalDate;
  /** HH:MM, when the text says it. */
  time?: ClockTime;
}

/** What follows or leads a day that is a promise, a deadline or a date of birth. */
const NOT_WHEN_IT_HAPPENED_AFTER =
  /^(まで|締|〆|期限|必着|以降|から(開始|実施|適用)|施行|改正|生まれ|付けで異動)/u;
const NOT_WHEN_IT_HAPPENED_BEFORE = /(生年月日|誕生日(は|が)?|期限(は|が)?|締切(は|り)?)[::\s]*$/u;

/** Days that have come, in the order of the text, with the clock time that stands next to them. */
export function findDates(text: string, today: LocalDate): Found<Moment>[] {
  const days = DATE_PATTERNS.flatMap(({ pattern, read }) =>
    matchesOf(text, pattern).flatMap((match): Found<LocalDate>[] => {
      const date = read(match, today);
      const end = match.index + match[0].length;
      return date === null || !hasHappened(text, match.index, end)
        ? []
        : [{ value: date, start: match.index, end }];
    }),
  );
  return withoutOverlaps(days)
    .filter((day) => day.value <= today)
    .map((day) => withTime(text, day));
}

function hasHappened(text: string, start: number, end: number): boolean {
  return (
    !NOT_WHEN_IT_HAPPENED_AFTER.test(text.slice(end, end + 6)) &&
    !NOT_WHEN_IT_HAPPENED_BEFORE.test(text.slice(Math.max(0, start - 8), start))
  );
}

function withTime(text: string, day: Found<LocalDate>): Found<Moment> {
  const time = timeNear(text, day.start, day.end);
  if (time === null) return { ...day, value: { date: day.value } };
  return { value: { date: day.value, time: time.value }, start: day.start, end: Math.max(day.end, time.end) };
}
