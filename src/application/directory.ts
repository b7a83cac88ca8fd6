import { lineOf, type Organization } from '../domain/organization.ts';
import type { LocalDate } from '../domain/business-time.ts';
import type { Address, Directory } from './ports.ts';
import { samePlace } from './same-place.ts';

/** What was learned about channels since the organisation's files were written, at hand without waiting. */
export interface Reach {
  /** The channel that was given to a unit on the platform; it goes before that of the files. */
  bound(platform: string, unit: string): string | null;
  /** Whether a channel cannot be posted to at present. */
  isLost(channel: Address): boolean;
}

export interface DirectoryParts {
  organization: Organization;
  /** Platforms in use, the first one being where people who have never written are reached. */
  platforms: readonly string[];
  today: () => LocalDate;
  reach?: Reach;
}

const NOTHING_LEARNED: Reach = { bound: () => null, isLost: () => false };
const PERSONAL = 'me:';

/** A person's own conversation; every platform knows by itself how to open it. */
export function personalPlace(person: string): string {
  return `${PERSONAL}${person}`;
}

/** Whose own conversation a place is; null for a channel. */
export function ownerOf(place: string): string | null {
  return place.startsWith(PERSONAL) ? place.slice(PERSONAL.length) : null;
}

/** Reaches units through their own channel, else the nearest one above, else the fallback: a post never goes nowhere. */
export function createDirectory({
  organization,
  platforms,
  today,
  reach = NOTHING_LEARNED,
}: DirectoryParts): Directory {
  const channelOf = (platform: string, unit: string): Address[] => {
    const [own] = lineOf(organization, unit, today()).flatMap(
      (id) => reach.bound(platform, id) ?? organization.units.get(id)?.channels[platform] ?? [],
    );
    const usable = own !== undefined && !reach.isLost({ platform, place: own });
    const place = usable ? own : organization.fallbackChannels[platform];
    return place === undefined ? [] : [{ platform, place }];
  };
  return {
    personal: (person) => ({ platform: platforms[0] ?? 'web', place: personalPlace(person) }),
    channels: (unit) => platforms.flatMap((platform) => channelOf(platform, unit)),
    ownChannels: (unit) =>
      platforms.flatMap((platform) => {
        const place = reach.bound(platform, unit) ?? organization.units.get(unit)?.channels[platform];
        return place === undefined || reach.isLost({ platform, place }) ? [] : [{ platform, place }];
      }),
    elsewhere: ({ platform, place }, tried) => {
      const fallback = organization.fallbackChannels[platform];
      const others: Address[] =
        ownerOf(place) === null
          ? fallback === undefined
            ? []
            : [{ platform, place: fallback }]
          : platforms.map((other) => ({ platform: other, place }));
      const failed = [{ platform, place }, ...tried];
      return others.find((other) => !failed.some((one) => samePlace(one, other))) ?? null;
    },
  };
}
