import type { ActRules } from './acts/act.ts';
import type { Moment } from './agenda.ts';
import { typeOf } from './assessment.ts';
import type { Instant } from './business-time.ts';
import { cardButtons } from './card-view.ts';
import { nextPromise } from './deadline.ts';
import { deputyLines } from './deputy-lines.ts';
import { endOf } from './end-of.ts';
import { marked } from './marked.ts';
import type { Role } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { addButton, statusButton } from './report-buttons.ts';
import { line, type View } from './view.ts';
import type { Told } from './who-is-told.ts';

/** Duties of which a part is better than nothing on the day. */
const PARTLY: ReadonlySet<string> = new Set(['next_report', 'daily_report']);
/** Nobody has taken the report up: said as that. */
const UNACKNOWLEDGED: ReadonlySet<string> = new Set(['acknowledge', 'escalate']);

/** By when, or since when; never a word of what it is about. */
export function reminderLines({ number }: Report, { kind, clock, due }: Moment, now: Instant): Phrase[] {
  const values = { number, clock: phrase(`clock.${clock}`), due: { due } };
  if (due <= now) return [phrase('reminder.overdue', values), ...partly(clock)];
  return [phrase(kind === 'warn' ? 'reminder.holiday' : 'reminder.due', values), ...partly(clock)];
}

/** @param role who was told; null when there is nobody above */
export function escalationLines({ number }: Report, { clock, due }: Moment, role: Role | null): Phrase[] {
  const what = UNACKNOWLEDGED.has(clock)
    ? phrase('escalation.unacknowledged', { number })
    : phrase('escalation.overdue', { number, clock: phrase(`clock.${clock}`), due: { due } });
  return role === null ? [what] : [what, phrase('escalation.told', { role: phrase(`role.${role}`) })];
}

/** To the holder, when the reporter has had no word for too long. */
export function silenceAskLines(rules: ActRules, report: Report, now: Instant): Phrase[] {
  return [phrase('silence.ask', { number: report.number, due: { due: nextWord(rules, report, now) } })];
}

/** To the reporter: still in hand, and by when they hear again. */
export function silenceView(rules: ActRules, report: Report, now: Instant): View {
  const { number, type } = report;
  const state = phrase(`state.${type}.${report.state}`);
  return {
    kind: 'notice',
    lines: [
      line(phrase('silence.word', { number, state }), 'strong'),
      line(phrase('silence.next', { due: { due: nextWord(rules, report, now) } })),
    ],
    inputs: [],
    buttons: [statusButton(report), addButton(report)],
    fallback: phrase('status.fallback', { number }),
  };
}

/** What does what a clock waits for, where the card does not offer it first. */
const MEETING: Readonly<Record<string, readonly string[]>> = {
  next_report: ['follow_up_report'],
  daily_report: ['follow_up_report'],
  final_report: ['final_report', 'approve_final'],
  breach_notice: ['notify_breach'],
  breach_notice_limit: ['notify_breach'],
  breach_final: ['notify_breach'],
  follow_up_3_months: ['follow_up'],
  comment: ['comment_as_owner'],
  decision: ['decide', 'evaluate'],
  decision_again: ['decide', 'evaluate'],
  effect_check: ['check_effect'],
  second_effect_check: ['check_effect'],
  assess: ['assess'],
  assigned_work: ['report_result'],
  implementation: ['implement'],
};

/** What the clocks say of a report, and which of them say it. */
export interface Said {
  lines: readonly Phrase[];
  clocks: readonly string[];
}

/** To one person or in a channel, with what is to be done first. Of what is sealed, that there is something. */
export function toldView(rules: ActRules, report: Report, { lines, clocks }: Said, told: Told | null): View {
  const said = report.visibility === 'sealed' ? [phrase('card.fallback.sealed')] : lines;
  const [first = phrase('card.fallback.sealed')] = said;
  const { drill } = report.filing;
  return {
    kind: 'notice',
    lines: [
      ...said.map((one, index) => (index === 0 ? line(marked(report, one), 'strong') : line(one))),
      ...deputyLines(told),
    ],
    inputs: [],
    buttons: cardButtons(
      rules,
      report,
      clocks.flatMap((clock) => MEETING[clock] ?? []),
    ),
    fallback: drill ? phrase('card.fallback.drill', { sentence: first }) : first,
  };
}

function partly(clock: string): Phrase[] {
  return PARTLY.has(clock) ? [phrase('reminder.partly')] : [];
}

/** What was promised, if that is still to come; at the latest when silence would again be too long. */
function nextWord(rules: ActRules, report: Report, now: Instant): Instant {
  const { calendar } = rules;
  const type = typeOf(rules, report.type);
  const silence = type.clocks.find(({ tellAt }) => tellAt.length > 0)?.rules[0];
  const latest = silence ? endOf(silence.duration, now, calendar) : now;
  const promise = nextPromise(type, report, calendar);
  const promised = promise && promise.pausedSince === null && promise.due > now ? promise.due : latest;
  return promised < latest ? promised : latest;
}
