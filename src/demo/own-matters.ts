import type { DemoMaterial, SeedingPlan } from '../application/ports.ts';
import { addDays, isWorkingDay } from '../domain/business-time.ts';
import { unitOf } from '../domain/organization.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import type { Matter, MatterTools } from './file-matter.ts';
import { randomOf, type Random } from './random.ts';
import { YEAR_DAYS, type Season } from './season.ts';

/** A report of somebody who is tried out. */
export interface OwnMatter {
  person: string;
  type: ReportLabel;
  /** Which of the person's reports of this type: each is about something else. */
  nth: number;
  /** 0 for the newest of all that the person has. */
  rank: number;
  of: number;
}

/** Everybody's newest first, so that a small example still has something for each. */
export function ownMatters({ own }: DemoMaterial, most: number): OwnMatter[] {
  const everyone = Object.entries(own).flatMap(([person, types]) => {
    const wanted = Object.entries(types).flatMap(([type, count]) =>
      Array.from({ length: count }, (_, nth) => ({ type: type as ReportLabel, nth, place: nth / count })),
    );
    // Types take turns.
    const inTurn = wanted.sort((a, b) => a.place - b.place);
    return inTurn.map(({ type, nth }, rank) => ({ person, type, nth, rank, of: wanted.length }));
  });
  return everyone.sort((a, b) => a.rank - b.rank).slice(0, most);
}

export interface OwnOccasion {
  serial: number;
  season: Season;
  /** Another scenario each time. */
  attempt: number;
}

/** The newest of days ago, the older the further apart. */
export function ownMatter(
  { catalogue, material }: MatterTools,
  { seed, today }: SeedingPlan,
  { person: id, type, nth, rank, of, serial, season, attempt }: OwnMatter & OwnOccasion,
  random: Random,
): Matter | null {
  let day = addDays(today, -1 - Math.floor((YEAR_DAYS - 10) * ((rank + random.next() / 2) / of) ** 2));
  while (!isWorkingDay(catalogue.calendar, day)) day = addDays(day, -1);
  const person = catalogue.organization.people.get(id);
  const office = person && unitOf(person, day);
  const scenarios = material.types.get(type)?.scenarios.filter(({ drill }) => !drill) ?? [];
  const first = randomOf(`${seed}/${id}/${type}`).between(0, scenarios.length);
  const scenario = scenarios[(first + nth + attempt) % scenarios.length];
  if (!person || !office || !scenario) return null;
  return {
    serial,
    type,
    scenario,
    office,
    reporter: { person: id, locale: person.locale },
    at: season.momentOn(day, random),
  };
}
