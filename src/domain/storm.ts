import { assess, officeOf, typeOf, type Rules } from './assessment.ts';
import { addMinutes, type Instant, type LocalDate } from './business-time.ts';
import { holds } from './condition.ts';
import { factsOf, type Matter } from './facts.ts';
import { SYSTEM } from './impersonal-actors.ts';
import type { EventFacts, NewEvent } from './ledger.ts';
import { noteOf } from './note.ts';
import { phaseOf } from './workflow.ts';
import type { Report } from './report.ts';
import { rerouted } from './reroute.ts';
import { severityOf, type Level } from './severity.ts';

/** Whether a matter is of the kind that strikes many at once. */
function mayBeStorm(rules: Pick<Rules, 'types'>, matter: Matter & Pick<Report, 'type'>): boolean {
  const type = typeOf(rules, matter.type);
  return type.storm !== null && holds(type.storm.when, factsOf(type, matter));
}

/** Whether others may still join a report: it is being worked on, and the last that was heard of it is not long ago. */
export function isJoinable(rules: Pick<Rules, 'types'>, report: Report, now: Instant): boolean {
  const type = typeOf(rules, report.type);
  if (!type.storm || !mayBeStorm(rules, report.filing)) return false;
  const phase = phaseOf(type.workflow, report.state);
  const heard = report.steps.findLast(
    ({ kind }) => kind === 'filed' || kind === 'joined' || kind === 'updated',
  );
  const until = addMinutes(heard?.at ?? report.filedAt, type.storm.within);
  return phase !== 'decided' && phase !== 'closed' && now <= until;
}

/** Every office that has reported it, in the order in which they did, once each. */
export function officesOf({ office, steps }: Pick<Report, 'office' | 'steps'>): string[] {
  const joined = steps.flatMap(({ kind, facts }) =>
    kind === 'joined' && typeof facts['office'] === 'string' ? [facts['office']] : [],
  );
  return [...new Set([office, ...joined])];
}

/** What the ledger says when somebody joins: their words, and what more offices make of how serious it is. */
export function joinEvents(
  rules: Rules,
  report: Report,
  by: { person: string; office: string; text: string; at: Instant; today: LocalDate },
): NewEvent[] {
  const { person, office, text, at, today } = by;
  const facts: EventFacts = { follower: person, office };
  const joined: NewEvent = { kind: 'joined', actor: person, at, facts, content: noteOf(text) };
  const offices = new Set([...officesOf(report), office]).size;
  return [joined, ...raisedBy(rules, report, offices, { actor: SYSTEM, at }, today)];
}

/** By the severity table alone, which knows how many offices there are; raising is free. */
function raisedBy(
  rules: Rules,
  report: Report,
  offices: number,
  by: { actor: string; at: Instant },
  today: LocalDate,
): NewEvent[] {
  const type = typeOf(rules, report.type);
  const { level } = severityOf(type.severity, factsOf(type, { ...report.filing, offices }));
  if (level <= report.level) return [];
  const office = officeOf(report.filing.answers, report.office);
  const { route } = assess(rules, { ...report.filing, offices }, office, today, level);
  const facts: { level: Level; from: Level } = { level, from: report.level };
  return [{ ...by, kind: 'level_changed', facts, content: null }, ...rerouted(report, route, by)];
}

/** How many offices the group is to be called for now, where a threshold has just been passed. */
export function callFor(rules: Pick<Rules, 'types'>, before: Report, after: Report): number | null {
  const callAt = typeOf(rules, after.type).storm?.callAt ?? [];
  const [had, has] = [officesOf(before).length, officesOf(after).length];
  return callAt.some((count) => had < count && count <= has) ? has : null;
}
