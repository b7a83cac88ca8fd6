import { actingFor } from './acting-for.ts';
import type { Doer } from './byline.ts';
import type { LocalDate } from './business-time.ts';
import type { NewEvent } from './ledger.ts';
import {
  actorOn,
  type Actor,
  type Organization,
  type Person,
  type Role,
  type Standing,
} from './organization.ts';

type People = Pick<Organization, 'people'>;

/**
 * What nobody does in another's place: what is a person's own as a reporter, and what a designated officer, who is
 * named by name and sworn to secrecy, may see.
 */
const PERSONAL: ReadonlySet<Role> = new Set<Role>(['staff', 'compliance_officer']);

/**
 * A person with everything they may do on a day: by their own posts, and by those of people who are absent and by
 * whose deputy clocks and reminders reach them (acting-for.ts). The day after, it is gone.
 */
export function actorPresent(organization: People, id: string, date: LocalDate): Actor {
  const person = organization.people.get(id);
  if (!person) return { person: id, standings: [] };
  return absencesOn(organization, date)
    .filter(({ deputy }) => deputy === id)
    .reduce((actor, { absent }) => withPostsOf(actor, absent, date), actorOn(person, date));
}

/** Everybody in the directory, in its order. */
export function actorsPresent(organization: People, date: LocalDate): Actor[] {
  const { people } = organization;
  const actors = new Map([...people.values()].map((person) => [person.id, actorOn(person, date)] as const));
  for (const { absent, deputy } of absencesOn(organization, date)) {
    const acting = actors.get(deputy);
    if (acting) actors.set(deputy, withPostsOf(acting, absent, date));
  }
  return [...actors.values()];
}

/** Who is away on a day, with whoever is there for them. */
function absencesOn(organization: People, date: LocalDate): { absent: Person; deputy: string }[] {
  return [...organization.people.values()].flatMap((absent) => {
    const deputy = absent.deputies.length === 0 ? null : actingFor(organization, absent.id, date);
    return deputy === null || deputy === absent.id ? [] : [{ absent, deputy }];
  });
}

/** Whoever has left has no post any more that somebody could have in their place. */
function withPostsOf(actor: Actor, absent: Person, date: LocalDate): Actor {
  const lent = actorOn(absent, date).standings.filter(({ role }) => !PERSONAL.has(role));
  if (lent.length === 0) return actor;
  return {
    ...actor,
    standings: [...actor.standings, ...lent.map((one): Standing => ({ ...one, of: absent.id }))],
    deputyOf: [...(actor.deputyOf ?? []), absent.id],
  };
}

/** The ways in which somebody can act: as themselves first, then in the place of each person they are deputy of. */
export function capacitiesOf(actor: Actor): Actor[] {
  const by = (of: string | undefined) =>
    actor.standings.filter((one) => one.of === undefined || one.of === of);
  return [
    { ...actor, standings: by(undefined) },
    ...(actor.deputyOf ?? []).map((id) => ({ ...actor, standings: by(id), for: id })),
  ];
}

/** The first way in which it holds; null when there is none. */
export function capacityWhere(actor: Actor, holds: (as: Actor) => boolean): Actor | null {
  return capacitiesOf(actor).find(holds) ?? null;
}

/** What somebody did in another's place says so in the ledger. */
export function signedBy({ person, for: absent }: Actor, events: readonly NewEvent[]): readonly NewEvent[] {
  if (absent === undefined) return events;
  return events.map((event) =>
    event.actor === person ? { ...event, facts: { ...event.facts, for: absent } } : event,
  );
}

/**
 * Whether something counts as this actor's own where two people are asked for: they did it, or whoever they are deputy
 * of, or somebody else in the place of either.
 */
export function isOwnDoing({ person, deputyOf = [] }: Actor, by: Doer): boolean {
  const own = [person, ...deputyOf];
  return own.includes(by.person) || (by.for !== undefined && own.includes(by.for));
}
