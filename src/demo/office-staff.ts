import type { Catalogue, DemoStaff } from '../application/ports.ts';
import type { LocalDate } from '../domain/business-time.ts';
import { lasts, type Organization, type Person } from '../domain/organization.ts';
import { randomOf } from './random.ts';

const SINCE = '2010-01-01';

/** The catalogue with invented staff in every office: sample data name few people there, and reports need reporters. */
export function withOfficeStaff(catalogue: Catalogue, staff: DemoStaff, today: LocalDate): Catalogue {
  const { organization } = catalogue;
  const people = new Map([...staffOf(organization, staff, today), ...organization.people]);
  return { ...catalogue, organization: { ...organization, people } };
}

function staffOf(
  organization: Organization,
  { perOffice, englishEvery, names }: DemoStaff,
  today: LocalDate,
): [string, Person][] {
  const random = randomOf('office staff');
  const offices = [...organization.units.values()].filter(
    (unit) => unit.kind === 'office' && lasts(unit, today),
  );
  const places = offices.flatMap(({ id: unit }) =>
    Array.from({ length: perOffice }, (_, index) => ({ unit, id: `${unit}-staff-${index + 1}` })),
  );
  return places.map(({ unit, id }, index) => [
    id,
    {
      id,
      name: random.pick(names) ?? { ja: id, en: id },
      email: '',
      locale: index % englishEvery === englishEvery - 1 ? 'en' : 'ja',
      posts: [{ unit, roles: ['staff'], from: SINCE, until: null }],
      deputies: [],
    },
  ]);
}
