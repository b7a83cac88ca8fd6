import type { Catalogue } from '../application/ports.ts';
import { movesFor } from '../domain/moves.ts';
import type { LocalDate } from '../domain/business-time.ts';
import { actorOn, lasts, type Locale, type Organization, type Person } from '../domain/organization.ts';
import type { Report } from '../domain/report.ts';
import type { Transition } from '../domain/workflow.ts';
import { randomOf, type Random } from './random.ts';
import { weighted, type Picker } from './weighted.ts';

export interface Staffing {
  /** An office, a large one more often, or now and then a department. */
  place: Picker<string>;
  /** Somebody who worked there on the day. */
  reporter(unit: string, date: LocalDate, random: Random): { person: string; locale: Locale } | null;
  /** Somebody who may make the move, whoever has the report in hand first. */
  mover(
    report: Report,
    move: { action: Transition['action']; to: string },
    date: LocalDate,
    random: Random,
  ): string | null;
}

/** How much of all reports comes from departments. */
const DEPARTMENTS_SHARE = 0.05;

export function staffingOf(catalogue: Catalogue, today: LocalDate): Staffing {
  const { organization } = catalogue;
  const byUnit = peopleByUnit(organization);
  const handlers = [...organization.people.values()].filter(({ posts }) =>
    posts.some(({ roles }) => roles.some((role) => role !== 'staff')),
  );
  return {
    place: placePicker(organization, byUnit, today),
    reporter: (unit, date, random) => {
      const there = (byUnit.get(unit) ?? []).filter((person) => worksAt(person, unit, date));
      const person = random.pick(there);
      return person ? { person: person.id, locale: person.locale } : null;
    },
    mover: (report, { action, to }, date, random) => {
      const can = (person: Person): boolean =>
        movesFor(catalogue, actorOn(person, date), report, action).some((move) => move.to === to);
      const team = byUnit.get(report.primary) ?? [];
      const holder = team.filter(({ id }) => id === report.holder);
      const found = [...holder, ...rotated(team, random), ...handlers].find(can);
      return found?.id ?? null;
    },
  };
}

function peopleByUnit({ people }: Organization): ReadonlyMap<string, readonly Person[]> {
  const byUnit = new Map<string, Person[]>();
  for (const person of people.values()) {
    for (const unit of new Set(person.posts.map((post) => post.unit)))
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), person]);
  }
  return byUnit;
}

function worksAt({ posts }: Person, unit: string, date: LocalDate): boolean {
  return posts.some((post) => post.unit === unit && lasts(post, date));
}

/** Offices differ in size; which is how large is drawn from its name, and stays. */
function placePicker(
  { units }: Organization,
  byUnit: ReadonlyMap<string, readonly Person[]>,
  today: LocalDate,
): Picker<string> {
  const staffed = [...units.values()].filter((unit) => lasts(unit, today) && byUnit.has(unit.id));
  const offices = staffed.filter(({ kind }) => kind === 'office');
  const departments = staffed.filter(({ kind }) => kind === 'department');
  const office = weighted(offices, ({ id }) => sizeOf(id));
  const department = weighted(departments, () => 1);
  return (random) => (random.next() < DEPARTMENTS_SHARE ? department(random) : office(random))?.id ?? null;
}

/** Between 1 and some 8: a few large offices, many small ones. */
function sizeOf(office: string): number {
  return 1 + 7 * randomOf(`size of ${office}`).next() ** 3;
}

function rotated<T>(items: readonly T[], random: Random): T[] {
  const from = Math.floor(random.next() * items.length);
  return [...items.slice(from), ...items.slice(0, from)];
}
