import { actingFor } from './acting-for.ts';
import type { LocalDate } from './business-time.ts';
import type { Calling, Rung } from './ladder.ts';
import { actorPresent } from './deputy.ts';
import { lasts, type Organization, type Person, type Role } from './organization.ts';
import { may } from './permission.ts';
import type { Report } from './report.ts';

/** Somebody to be told, and for whom they stand in; null for themselves. */
export interface Told {
  person: string;
  for: string | null;
}

/**
 * Whoever has to act on a report, or the deputy of one who is absent. Empty when there is nobody who is there and may
 * see it.
 */
export function personTold(
  person: string | null,
  report: Report,
  organization: Organization,
  date: LocalDate,
): Told[] {
  return person === null ? [] : present([person], report, organization, date);
}

/** Whom a unit answers by while nobody holds a report: its managers, or where it has none its handlers. */
export function unitTold(report: Report, organization: Organization, date: LocalDate): Told[] {
  const managers = rungTold({ role: 'manager', unit: report.primary }, report, organization, date);
  return managers.length > 0
    ? managers
    : rungTold({ role: 'handler', unit: report.primary }, report, organization, date);
}

/** Everybody on a step up the tree who may see the report; those who are absent by their deputies. */
export function rungTold(
  { role, unit }: Rung,
  report: Report,
  organization: Organization,
  date: LocalDate,
): Told[] {
  return present(holdersOf(organization, role, unit, date), report, organization, date);
}

/** Those on a step up the tree as they are called in a channel; a role of a single place is called by where it is held. */
export function calledOn(
  { role, unit }: Rung,
  told: readonly Told[],
  { people }: Organization,
  date: LocalDate,
): Calling | null {
  const [first] = told;
  const posts = first ? (people.get(first.for ?? first.person)?.posts ?? []) : [];
  const held = posts.find((post) => lasts(post, date) && post.roles.includes(role))?.unit;
  const of = unit ?? held;
  return of === undefined ? null : { role, unit: of, people: told.map(({ person }) => person) };
}

/** Everybody with a role, in a unit or anywhere; those who are absent by their deputies. For what is about no report. */
export function roleTold({ role, unit }: Rung, organization: Organization, date: LocalDate): Told[] {
  return standingIn(holdersOf(organization, role, unit, date), organization, date);
}

/** Who is told of an office: the first of these that it has. */
const HEADS: readonly Role[] = ['office_head', 'deputy_head'];

export function headsTold(organization: Organization, office: string, date: LocalDate): Told[] {
  const heads = HEADS.map((role) => roleTold({ role, unit: office }, organization, date));
  return heads.find((told) => told.length > 0) ?? [];
}

/** In the order of the directory, so that the same day gives the same people. */
function holdersOf({ people }: Organization, role: Role, unit: string | null, date: LocalDate): string[] {
  return [...people.values()]
    .filter(({ posts }) =>
      posts.some(
        (post) => lasts(post, date) && post.roles.includes(role) && (unit === null || post.unit === unit),
      ),
    )
    .map(({ id }) => id);
}

/** Never one who may not see it: a deputy may what the one they stand in for may, but for what is personal. */
function present(
  ids: readonly string[],
  report: Report,
  organization: Organization,
  date: LocalDate,
): Told[] {
  return standingIn(ids, organization, date, (acting) =>
    may(actorPresent(organization, acting.id, date), 'read', report),
  );
}

/** Each once, and as themselves where they are both told and a deputy. */
function standingIn(
  ids: readonly string[],
  organization: Organization,
  date: LocalDate,
  allowed: (acting: Person) => boolean = () => true,
): Told[] {
  const told = new Map<string, Told>();
  for (const id of ids) {
    const person = actingFor(organization, id, date);
    const acting = person === null ? undefined : organization.people.get(person);
    if (!acting || !allowed(acting)) continue;
    const stands = acting.id === id ? null : id;
    if (!told.has(acting.id) || stands === null) told.set(acting.id, { person: acting.id, for: stands });
  }
  return [...told.values()];
}
