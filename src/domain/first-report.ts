import { typeOf, type Rules } from './assessment.ts';
import { minutesBetween, type Calendar, type Instant } from './business-time.ts';
import { clockFacts } from './clock-facts.ts';
import type { ClockRule } from './clock.ts';
import { holds } from './condition.ts';
import { endOf } from './end-of.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import type { Level } from './severity.ts';
import { fact, type Line } from './view.ts';

/** How soon a matter was reported once it was found. */
export interface FirstReport {
  foundAt: Instant;
  /** From found until filed, in whole minutes of day and night. */
  minutes: number;
  /** By when the rule wanted it. */
  due: Instant;
  inTime: boolean;
  rule: ClockRule;
}

/**
 * 第一報: its clock runs from found until filed, so that it is over before anybody could be reminded; it is measured,
 * not enforced. What counts is the level at which it was filed: nobody could know a later one. Null where the type has
 * no such clock, its rule none for this level, or nobody has said when it was found.
 */
export function firstReportOf(
  rules: Pick<Rules, 'types'>,
  report: Report,
  calendar: Calendar,
): FirstReport | null {
  const { foundAt, filedAt } = report;
  const rule = ruleOf(rules, report);
  if (!rule || foundAt === null) return null;
  const due = endOf(rule.duration, foundAt, calendar);
  const minutes = Math.max(0, minutesBetween(foundAt, filedAt));
  return { foundAt, minutes, due, inTime: filedAt <= due, rule };
}

/** For those who handle it: how long the first report took, whether the rule allows that, and what else it wants. */
export function firstReportLines(rules: Pick<Rules, 'types'>, report: Report, calendar: Calendar): Line[] {
  const measured = firstReportOf(rules, report, calendar);
  if (!measured) return [];
  const { foundAt, minutes, due, inTime } = measured;
  const took = tookPhrase(minutes);
  const values = { found: { moment: foundAt }, took, due: { due } };
  const what = inTime ? phrase('first_report.in_time', values) : phrase('first_report.late', values);
  const told = measured.rule.byPhone ? phrase('first_report.phone', { what }) : what;
  return [fact(phrase('clock.first_report'), told)];
}

/** For whoever files it: whether it has to be told by phone as well. */
export function isToldByPhone(rules: Pick<Rules, 'types'>, report: Report): boolean {
  return ruleOf(rules, report)?.byPhone === true;
}

function ruleOf(rules: Pick<Rules, 'types'>, report: Report): ClockRule | null {
  const type = typeOf(rules, report.type);
  const clock = type.clocks.find(({ starts, ends }) => starts.includes('found') && ends.includes('filed'));
  const level = levelAtFiling(report);
  const facts = clockFacts(type, { ...report, level });
  const rows = clock && holds(clock.when, facts) ? clock.rules : [];
  return (
    rows.find(({ levels, when }) => (levels.length === 0 || levels.includes(level)) && holds(when, facts)) ??
    null
  );
}

function levelAtFiling({ steps, level }: Report): Level {
  const filed = steps[0]?.facts['level'];
  return typeof filed === 'number' ? (filed as Level) : level;
}

const HOUR = 60;
const DAY = 24 * HOUR;

function tookPhrase(minutes: number): Phrase {
  const values = { d: Math.floor(minutes / DAY), h: Math.floor((minutes % DAY) / HOUR), m: minutes % HOUR };
  if (minutes < HOUR) return phrase('took.minutes', values);
  return minutes < DAY ? phrase('took.hours', values) : phrase('took.days', values);
}
