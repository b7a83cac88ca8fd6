import type { About } from '../../application/ports.ts';
import type { LocalDate } from '../../domain/business-time.ts';
import type { ReportLabel } from '../../domain/understanding.ts';
import { findDates } from './dates.ts';
import { calendarDay, daysBefore, localDate, monthEnd, weekday } from './local-date.ts';

const MINE =
  /(私|わたし|わたくし|自分|僕|ぼく|俺|うち)(の|が|から)|\b(my|mine|i (sent|filed|reported|proposed|wrote))\b/u;

const TYPES: readonly (readonly [ReportLabel, RegExp])[] = [
  ['proposal', /提案|改善案|アイデア|アイディア|案(は|の|が|を|って)|proposal|suggestion|idea/u],
  ['customer_voice', /お客様の声|苦情|要望|クレーム|ご?意見|complaint|customer/u],
  ['compliance', /通報|違反|whistle/u],
  ['risk', /リスク|ヒヤリ|risk|near miss/u],
  ['knowledge', /ナレッジ|コツ|ノウハウ|記事|knowledge/u],
  ['incident', /事故|事件|誤(送付|送信|交付|入力|り)|紛失|障害|漏れ|ミス|incident|error|mistake/u],
];

/** How far back 「この前」 and 「さっき」 reach, in days. */
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/さっき|今朝|さきほど|先ほど/u, 0],
  [/この(前|間|あいだ)|こないだ|先日|最近|the other day|recently/u, 60],
];

type Period = NonNullable<About['period']>;

/** What a status question is about besides its words, from normalised text. */
export function readAbout(text: string, today: LocalDate): About {
  return {
    mine: MINE.test(text),
    type: TYPES.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
    period: periodIn(text, today),
  };
}

function periodIn(text: string, today: LocalDate): Period | null {
  const month = monthIn(text, today);
  if (month !== null) return month;
  const week = weekIn(text, today);
  if (week !== null) return week;
  const vague = VAGUE.find(([pattern]) => pattern.test(text));
  if (vague !== undefined) return { from: daysBefore(today, vague[1]), until: today };
  const [day] = findDates(text, today);
  return day === undefined ? null : { from: day.value.date, until: day.value.date };
}

function monthIn(text: string, today: LocalDate): Period | null {
  const { year, month } = calendarDay(today);
  if (/先々月/u.test(text)) return wholeMonth(year, month - 2);
  if (/先月|前月|last month/u.test(text)) return wholeMonth(year, month - 1);
  if (/今月|this month/u.test(text)) return wholeMonth(year, month);
  const named = /(?<!\d)(1[0-2]|[1-9])月(?!\s?\d)/u.exec(text)?.[1];
  if (named === undefined) return null;
  return wholeMonth(Number(named) > month ? year - 1 : year, Number(named));
}

/** `month` may be 0 or below: those are the last months of the year before. */
function wholeMonth(year: number, month: number): Period | null {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const from = localDate({ year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: 1 });
  return from === null ? null : { from, until: monthEnd(year, month) };
}

function weekIn(text: string, today: LocalDate): Period | null {
  const weeks = /先々週/u.test(text)
    ? 2
    : /先週|last week/u.test(text)
      ? 1
      : /今週|this week/u.test(text)
        ? 0
        : null;
  if (weeks === null) return null;
  const monday = daysBefore(today, ((weekday(today) + 6) % 7) + 7 * weeks);
  return { from: monday, until: daysBefore(monday, -6) };
}
