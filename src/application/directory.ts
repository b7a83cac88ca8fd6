import { lineOf, type Organization } from '../domain/organization.ts';
import type { LocalDate } from '../domain/business-time.ts';
import type { Address, Directory } from './ports.ts';

export interface DirectoryParts {
  organization: Organization;
  /** Platforms in use, the first one being where people who have never written are reached. */
  platforms: readonly string[];
  today: () => LocalDate;
}

/** A person's own conversation on a platform that has not told us another address. */
export function personalPlace(person: string): string {
  return `me:${person}`;
}

/** Reaches units through their own channel, else the nearest one above, else the fallback: a post never goes nowhere. */
export function createDirectory({ organization, platforms, today }: DirectoryParts): Directory {
  return {
    personal: (person) => ({ platform: platforms[0] ?? 'web', place: personalPlace(person) }),
    channels: (unit) => platforms.flatMap((platform) => channelOf(organization, unit, platform, today())),
  };
}

function channelOf(organization: Organization, unit: string, platform: string, today: LocalDate): Address[] {
  const line = lineOf(organization, unit, today);
  const own = line
    .map((id) => organization.units.get(id)?.channels[platform])
    .find((channel) => channel !== undefined);
  const place = own ?? organization.fallbackChannels[platform];
  return place === undefined ? [] : [{ platform, place }];
}
