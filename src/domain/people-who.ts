import { actingFor } from './acting-for.ts';
import type { Doer } from './byline.ts';
import type { LocalDate } from './business-time.ts';
import { actorsPresent, isOwnDoing } from './deputy.ts';
import type { Action } from './grants.ts';
import type { Actor, Organization } from './organization.ts';
import { may, roleHas, standingsFor, type Protected } from './permission.ts';
import type { ReportLabel } from './understanding.ts';

/** Everybody in the directory of whom it holds on that day, in the directory's order. */
export function peopleWho(
  organization: Pick<Organization, 'people'>,
  date: LocalDate,
  holds: (actor: Actor) => boolean,
): string[] {
  return actorsPresent(organization, date)
    .filter((actor) => actor.standings.length > 0 && holds(actor))
    .map(({ person }) => person);
}

/** Whether a unit can be made responsible for a report on that day: it may be, and somebody there could act on it. */
export function canHandle(
  organization: Organization,
  unit: string,
  report: Protected,
  date: LocalDate,
): boolean {
  if (organization.units.get(unit)?.handles !== true) return false;
  const moved = { ...report, primary: unit };
  const there = (actor: Actor) =>
    standingsFor(actor, 'take', moved).some((standing) => standing.unit === unit);
  return peopleWho(organization, date, there).length > 0;
}

/** Where those work whose role has a right to reports of a type on that day, whatever becomes of one report. */
export function unitsWith(
  organization: Pick<Organization, 'people'>,
  date: LocalDate,
  right: Action,
  type: ReportLabel,
): string[] {
  const standings = actorsPresent(organization, date).flatMap((actor) => actor.standings);
  return [...new Set(standings.filter(({ role }) => roleHas(role, right, type)).map(({ unit }) => unit))];
}

/** Whether somebody may, whichever unit has the report: triage of its type. */
function mayAnywhere(actor: Actor, action: Action, report: Protected): boolean {
  return may(actor, action, { ...report, primary: '', copies: [], referrals: [], line: [], reporter: '' });
}

/** The responsible managers of triage, who decide where a report belongs when departments do not agree. */
export function triageManagers(organization: Organization, report: Protected, date: LocalDate): string[] {
  return peopleWho(
    organization,
    date,
    (actor) => mayAnywhere(actor, 'assign', report) && actor.standings.some(({ role }) => role === 'manager'),
  );
}

/**
 * Who is asked to approve what somebody asks for: those of the department that has the report, else whoever else
 * may. Never the one who asks, nor whoever stands in for them; and of those who are absent nobody, but for want of others.
 */
export function approversFor(
  organization: Organization,
  report: Protected,
  requester: Doer,
  date: LocalDate,
  can: (actor: Actor) => boolean = (actor) => may(actor, 'approve', report),
): string[] {
  const others = peopleWho(organization, date, (actor) => !isOwnDoing(actor, requester) && can(actor));
  const here = others.filter((person) => actingFor(organization, person, date) === person);
  const asked = here.length > 0 ? here : others;
  const near = new Set(
    peopleWho(organization, date, ({ standings }) =>
      standings.some(({ role, unit }) => role === 'manager' && unit === report.primary),
    ),
  );
  const managers = asked.filter((person) => near.has(person));
  return managers.length > 0 ? managers : asked;
}
