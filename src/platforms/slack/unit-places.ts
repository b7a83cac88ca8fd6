import type { ReachBook } from '../../application/ports.ts';
import type { Organization } from '../../domain/organization.ts';
import { SLACK } from './slack-context.ts';

export interface UnitPlaces {
  /** Wherever a unit is reached, and what stands in for channels that are gone; each once. */
  allPlaces: () => Promise<string[]>;
  /** Those of the places that a unit is reached at, or that stand in for channels that are gone. */
  usedPlaces: (places: readonly string[]) => Promise<string[]>;
  /** Units that are reached in a place; a binding goes before the files. */
  unitsAt: (place: string) => Promise<string[]>;
}

export function unitPlaces(organization: Organization, reach: Pick<ReachBook, 'bindings'>): UnitPlaces {
  const inFiles = [...organization.units.values()].flatMap(({ id, channels }) => {
    const place = channels[SLACK];
    return place === undefined ? [] : [{ unit: id, place }];
  });
  const reached = async () => {
    const bound = (await reach.bindings()).filter(({ platform }) => platform === SLACK);
    const others = inFiles.filter(({ unit }) => !bound.some((one) => one.unit === unit));
    return [...bound, ...others];
  };
  const fallback = organization.fallbackChannels[SLACK];
  const allPlaces = async () => {
    const places = (await reached()).map(({ place }) => place);
    return [...new Set(fallback === undefined ? places : [...places, fallback])];
  };
  return {
    allPlaces,
    usedPlaces: async (places) => {
      const used = new Set(await allPlaces());
      return places.filter((place) => used.has(place));
    },
    unitsAt: async (wanted) =>
      (await reached()).filter(({ place }) => place === wanted).map(({ unit }) => unit),
  };
}
