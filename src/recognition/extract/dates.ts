import type { LocalDate } from '../../domain/business-time.ts';
import type { Found } from './found.ts';
import { withoutOverlaps } from './found.ts';
import { calendarDay, daysBefore, localDate, weekday } from './local-date.ts';
import { numeralValue } from './numerals.ts';
import type { ClockTime } from './times.ts';
import { timeNear } from './times.ts';

export interface Moment {
  date: LocalDate;
  /** HH:MM, when the text says it. */
  time?: ClockTime;
}

interface DatePattern {
  pattern: RegExp;
  read: (match: RegExpExecArray, today: LocalDate) => LocalDate | null;
}

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
};
const KANJI_DAYS = '日月火水木金土';
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = `(${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`;
const DAY_NAME = `(${ENGLISH_DAYS.join('|')})[a-z]*`;
const COUNT = '(\\d{1,3}|[一二三四五六七八九十]{1,3}|two|three|a few)';

/** The most specific first: a later pattern never re-reads the words of an earlier one. */
const PATTERNS: readonly DatePattern[] = [
  {
    pattern:
      /(令和|平成|昭和|(?<![a-z])[rhs])\s?(元|\d{1,2})(?:年\s?|[./-])(\d{1,2})(?:月\s?|[./-])(\d{1,2})日?(?!\d)/gu,
    read: readEra,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)(?:年\s?|[./-])(\d{1,2})(?:月\s?|[./-])(\d{1,2})日?(?!\d)/gu,
    read: ([, year, month, day]) => dateOf(Number(year), month, day),
  },
  { pattern: /(今月|先月|前月)の?(\d{1,2})日(?!間|以内|前|ほど|後)/gu, read: readDayOfMonth },
  {
    pattern: /(昨年|去年|今年|本年)の?(\d{1,2})月(\d{1,2})日/gu,
    read: ([, year, month, day], today) =>
      dateOf(calendarDay(today).year - (/今|本/u.test(year ?? '') ? 0 : 1), month, day),
  },
  {
    pattern: /(?<![\d年.:/-])(\d{1,2})月\s?(\d{1,2})日/gu,
    read: ([, month, day], today) => latest(month, day, today),
  },
  {
    pattern: /(?<![\d.:/a-z-])(\d{1,2})\/(\d{1,2})(?![\d/%]|人|名|件|以|[a-z])/gu,
    read: ([, month, day], today) => latest(month, day, today),
  },
  {
    pattern: new RegExp(`\\b${MONTH_NAME}\\s(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'gu'),
    read: ([, month, day], today) => latest(monthNumber(month), day, today),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH_NAME}\\b`, 'gu'),
    read: ([, day, month], today) => latest(monthNumber(month), day, today),
  },
  {
    pattern: /(先々週|先週|前週|今週)の?([月火水木金土日])(?:曜日?|(?=[にのはで、。\s]|$))/gu,
    read: ([, week, day], today) => weekDay(week, KANJI_DAYS.indexOf(day ?? ''), today),
  },
  {
    pattern: new RegExp(`\\blast\\s${DAY_NAME}\\b`, 'gu'),
    read: ([, day], today) => latestWeekday(ENGLISH_DAYS.indexOf(day ?? ''), daysBefore(today, 1)),
  },
  {
    pattern: new RegExp(`\\bon\\s${DAY_NAME}\\b`, 'gu'),
    read: ([, day], today) => latestWeekday(ENGLISH_DAYS.indexOf(day ?? ''), today),
  },
  {
    pattern: new RegExp(`${COUNT}\\s?(?:日前|days? ago)`, 'gu'),
    read: ([, count], today) => daysBefore(today, countOf(count)),
  },
  {
    pattern: new RegExp(`${COUNT}\\s?(?:週間前|weeks? ago)`, 'gu'),
    read: ([, count], today) => daysBefore(today, 7 * countOf(count)),
  },
  {
    pattern: /一昨日|おととい|おとつい|the day before yesterday/gu,
    read: (_, today) => daysBefore(today, 2),
  },
  {
    pattern: /昨日|きのう|昨夜|昨晩|昨夕|ゆうべ|前日(?=の)|yesterday|last night/gu,
    read: (_, today) => daysBefore(today, 1),
  },
  {
    pattern:
      /今日(?!中|まで|は(いい|暑|寒))|本日(?!中|まで)|きょう|さっき|さきほど|さき程|先ほど|先程|今朝|けさ|ただ今|たった今|今しがた|\btoday\b|this (?:morning|afternoon|evening)|just now/gu,
    read: (_, today) => today,
  },
  {
    pattern: /(?<![\d月毎隔])(\d{1,2})日(?=に|の(?:午前|午後|朝|夕|昼)|付|、)/gu,
    read: ([, day], today) => latestDay(Number(day), today),
  },
  {
    pattern: /(?<!毎週?|[\p{Script=Han}])([月火水木金土日])曜日?(?=に|の|、|で|は|\s|$)/gu,
    read: ([, day], today) => latestWeekday(KANJI_DAYS.indexOf(day ?? ''), today),
  },
  { pattern: /(?<![翌明毎日])(?:午前|午後)(?:中)?(?=に|、|[1-9]|の)/gu, read: (_, today) => today },
];

/** What follows or leads a day that is a promise, a deadline or a date of birth. */
const NOT_WHEN_IT_HAPPENED_AFTER = /^(まで|締|〆|期限|必着|以降|から(開始|実施|適用)|生まれ|付けで異動)/u;
const NOT_WHEN_IT_HAPPENED_BEFORE = /(生年月日|誕生日|期限(は|が)?|締切(は|り)?)[::\s]*$/u;

/** Days that have come, in the order of the text, with the clock time that stands next to them. */
export function findDates(text: string, today: LocalDate): Found<Moment>[] {
  const days = PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match): Found<LocalDate>[] => {
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

function readEra([, era = '', year = '', month, day]: RegExpExecArray): LocalDate | null {
  const base = ERAS[era];
  return base === undefined ? null : dateOf(base + (year === '元' ? 1 : Number(year)), month, day);
}

function readDayOfMonth([, which, day]: RegExpExecArray, today: LocalDate): LocalDate | null {
  const { year, month } = calendarDay(today);
  if (which === '今月') return dateOf(year, month, day);
  return month === 1 ? dateOf(year - 1, 12, day) : dateOf(year, month - 1, day);
}

function dateOf(year: number, month: string | number | undefined, day: string | undefined): LocalDate | null {
  return localDate({ year, month: Number(month), day: Number(day) });
}

/** A day without a year is the latest one that has come. */
function latest(
  month: string | number | undefined,
  day: string | undefined,
  today: LocalDate,
): LocalDate | null {
  const { year } = calendarDay(today);
  const thisYear = dateOf(year, month, day);
  return thisYear !== null && thisYear > today ? dateOf(year - 1, month, day) : thisYear;
}

function latestDay(day: number, today: LocalDate): LocalDate | null {
  const { year, month, day: now } = calendarDay(today);
  if (day <= now) return localDate({ year, month, day });
  return month === 1
    ? localDate({ year: year - 1, month: 12, day })
    : localDate({ year, month: month - 1, day });
}

function latestWeekday(day: number, until: LocalDate): LocalDate {
  return daysBefore(until, (weekday(until) - day + 7) % 7);
}

/** Weeks begin on Monday, as offices count them. */
function weekDay(week: string | undefined, day: number, today: LocalDate): LocalDate {
  const weeks = week === '先々週' ? 2 : week === '今週' ? 0 : 1;
  const sinceMonday = (weekday(today) + 6) % 7;
  return daysBefore(today, sinceMonday + 7 * weeks - ((day + 6) % 7));
}

function monthNumber(name: string | undefined): number {
  return ENGLISH_MONTHS.indexOf(name ?? '') + 1;
}

function countOf(words: string | undefined): number {
  const english: Readonly<Record<string, number>> = { two: 2, three: 3, 'a few': 3 };
  return english[words ?? ''] ?? numeralValue(words ?? '') ?? 0;
}
