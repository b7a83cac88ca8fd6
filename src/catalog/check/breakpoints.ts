import type { Rules } from '../../domain/assessment.ts';
import { addDays, type LocalDate } from '../../domain/business-time.ts';

/** Days on which a rule, a unit or a place in the tree changes, from the first rule on. */
export function breakpoints({ routing, organization }: Rules): LocalDate[] {
  const all = [...routing.rules, routing.otherwise];
  const first = all.map(({ validFrom }) => validFrom).reduce((a, b) => (a < b ? a : b));
  const dayAfter = (last: LocalDate | null) => (last === null ? [] : [addDays(last, 1)]);
  const dates = [
    ...all.flatMap(({ validFrom, validUntil }) => [validFrom, ...dayAfter(validUntil)]),
    ...[...organization.units.values()].flatMap(({ from, until, parents }) => [
      from,
      ...dayAfter(until),
      ...parents.map((one) => one.from),
    ]),
  ];
  return [...new Set(dates)].filter((date) => date >= first).sort();
}
