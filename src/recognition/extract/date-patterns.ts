import type { LocalDate } from '../../domain/business-time.ts';
import { calendarDay, daysBefore, localDate, monthEnd, monthsBefore, weekday } from './local-date.ts';
import { numeralValue } from './numerals.ts';

/** A way to tell a day, and the day that its words mean; null for one that does not exist. */
export interface DatePattern {
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
  令: 2018,
  平: 1988,
  昭: 1925,
};
const KANJI_DAYS = '日月火水木金土';
const ENGLISH_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = `(${ENGLISH_MONTHS.join('|')})[a-z]*\\.?`;
const DAY_NAME = `(${ENGLISH_DAYS.join('|')})[a-z]*`;
const COUNT = '(\\d{1,3}|[一二三四五六七八九十]{1,3}|two|three|a few)';
const AGO = '(?:ほど|くらい|ぐらい)?前';
const UP_TO_99 = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const TWO_DIGITS = `(${UP_TO_99})`;
const MONTH_AND_DAY = `${TWO_DIGITS}月\\s?${TWO_DIGITS}日`;

/** The most specific first: a later pattern never re-reads the words of an earlier one. */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    pattern: new RegExp(
      `(令和|平成|昭和|(?<![a-z])[rhs]|(?<![㐀-鿿々〇])[令平昭])\\s?(元|${UP_TO_99})(?:年\\s?|[./-])${TWO_DIGITS}(?:月\\s?|[./-])${TWO_DIGITS}日?(?!\\d)`,
      'gu',
    ),
    read: readEra,
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)(?:年\s?|[./-])(\d{1,2})(?:月\s?|[./-])(\d{1,2})日?(?!\d)/gu,
    read: ([, year, month, day]) => dateOf(Number(year), month, day),
  },
  {
    pattern: /(?<![\d-])(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d|-\d)/gu,
    read: ([, year, month, day]) => dateOf(Number(year), month, day),
  },
  { pattern: /(?<!今)[昨前]?年度末/gu, read: (_, today) => latest(3, 31, today) },
  {
    pattern: /(先々月|先月|前月|今月|(?<!\d)1?\d月|(?<![㐀-鿿々〇\d])月)末/gu,
    read: ([, month], today) => endOfMonth(month ?? '', today),
  },
  { pattern: /(今月|先々月|先月|前月)の?(\d{1,2})日(?!間|以内|前|ほど|後)/gu, read: readDayOfMonth },
  {
    pattern: new RegExp(`(昨年|去年|前年|今年|本年)の?${MONTH_AND_DAY}`, 'gu'),
    read: ([, year, month, day], today) =>
      dateOf(calendarDay(today).year - (/今|本/u.test(year ?? '') ? 0 : 1), month, day),
  },
  {
    pattern: new RegExp(`(?<![\\d年.:/一二三四五六七八九十-])${MONTH_AND_DAY}`, 'gu'),
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
    pattern: new RegExp(`${COUNT}\\s?(?:日${AGO}|days? ago)`, 'gu'),
    read: ([, count], today) => daysBefore(today, countOf(count)),
  },
  {
    pattern: new RegExp(`${COUNT}\\s?(?:週間${AGO}|weeks? ago)`, 'gu'),
    read: ([, count], today) => daysBefore(today, 7 * countOf(count)),
  },
  {
    pattern: new RegExp(`${COUNT}\\s?(?:[かヶカヵ箇]月${AGO}|months? ago)`, 'gu'),
    read: ([, count], today) => monthsBefore(today, countOf(count)),
  },
  {
    pattern: /さきおととい|一昨[々昨]日/gu,
    read: (_, today) => daysBefore(today, 3),
  },
  {
    pattern: /一昨日|おととい|おとつい|the day before yesterday/gu,
    read: (_, today) => daysBefore(today, 2),
  },
  {
    pattern: /昨日|きのう|昨夜|昨晩|昨夕|ゆうべ|夕べ|前日(?=の)|yesterday|last night/gu,
    read: (_, today) => daysBefore(today, 1),
  },
  {
    pattern:
      /今日(?!中|まで|は(いい|暑|寒))|本日(?!中|まで)|きょう|さっき|さきほど|さき程|先ほど|先程|今朝|けさ|ただ今|たった今|今しがた|\btoday\b|this (?:morning|afternoon|evening)|just now/gu,
    read: (_, today) => today,
  },
  {
    pattern:
      /(?<!\d|[月毎隔]|[来翌毎]月の)(?!1日に(?:約|平均)?\d|\d{1,2}日に[一1][度回])(\d{1,2})日(?=に|の(?:午前|午後|朝|夕|昼)|付|、)/gu,
    read: ([, day], today) => latestDay(Number(day), today),
  },
  {
    pattern: /(?<![㐀-鿿々〇]|[毎来翌]週の|(?:次|今度)の)([月火水木金土日])曜日?(?=に|の|、|で|は|\s|$)/gu,
    read: ([, day], today) => latestWeekday(KANJI_DAYS.indexOf(day ?? ''), today),
  },
  { pattern: /(?<![翌明毎日])(?:午前|午後)(?:中)?(?=に|、|[1-9]|の)/gu, read: (_, today) => today },
];

function readEra([, era = '', year = '', month, day]: RegExpExecArray): LocalDate | null {
  const base = ERAS[era];
  return base === undefined ? null : dateOf(base + (year === '元' ? 1 : numberIn(year)), month, day);
}

function readDayOfMonth([, which, day]: RegExpExecArray, today: LocalDate): LocalDate | null {
  return dayMonthsBack(monthsBack(which), day, today);
}

/** 今月, 先月 (and 前月), 先々月. */
function monthsBack(which: string | undefined): number {
  return which === '先々月' ? 2 : which === '今月' ? 0 : 1;
}

function dayMonthsBack(back: number, day: string | number | undefined, today: LocalDate): LocalDate | null {
  const { year, month } = calendarDay(today);
  return month > back ? dateOf(year, month - back, day) : dateOf(year - 1, month - back + 12, day);
}

/** 先月末, 10月末; 月末 alone is the latest that has come. */
function endOfMonth(words: string, today: LocalDate): LocalDate | null {
  const { year, month } = calendarDay(today);
  const named = Number(/\d+/u.exec(words)?.[0] ?? Number.NaN);
  if (named > 12) return null;
  const index = Number.isNaN(named) ? month - monthsBack(words) : named;
  const end = monthEnd(year, index);
  return !Number.isNaN(named) && end > today ? monthEnd(year - 1, index) : end;
}

function dateOf(
  year: number,
  month: string | number | undefined,
  day: string | number | undefined,
): LocalDate | null {
  return localDate({ year, month: numberIn(month), day: numberIn(day) });
}

/** In figures or kanji; what is no number is no date. */
function numberIn(words: string | number | undefined): number {
  return typeof words === 'number' ? words : (numeralValue(words ?? '') ?? Number.NaN);
}

/** A day without a year is the latest one that has come. */
function latest(
  month: string | number | undefined,
  day: string | number | undefined,
  today: LocalDate,
): LocalDate | null {
  const { year } = calendarDay(today);
  const thisYear = dateOf(year, month, day);
  return thisYear !== null && thisYear > today ? dateOf(year - 1, month, day) : thisYear;
}

function latestDay(day: number, today: LocalDate): LocalDate | null {
  return dayMonthsBack(day <= calendarDay(today).day ? 0 : 1, day, today);
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
