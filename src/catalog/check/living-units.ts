import type { LocalDate } from '../../domain/business-time.ts';
import { aboveOf, lasts, livingUnit, type Organization } from '../../domain/organization.ts';

export function livesAbove(
  organization: Organization,
  unit: string,
  kind: 'block' | 'region',
  date: LocalDate,
): boolean {
  const above = aboveOf(organization, unit, kind, date);
  return above !== undefined && lives(organization, above, date);
}

/** The unit, or whoever took over from it, exists on the date. */
export function lives(organization: Organization, id: string, date: LocalDate): boolean {
  const unit = livingUnit(organization, id, date);
  return unit !== undefined && lasts(unit, date);
}

/** One unit for each kind of place that relative references resolve differently for: with or without block, region. */
export function kindsOfPlace(organization: Organization, date: LocalDate): string[] {
  const living = [...organization.units.values()].filter((unit) => lasts(unit, date));
  const kinds = new Map(
    living.map(({ id }) => {
      const above = (['block', 'region'] as const).map((kind) => livesAbove(organization, id, kind, date));
      return [above.join(), id] as const;
    }),
  );
  return [...kinds.values()];
}
