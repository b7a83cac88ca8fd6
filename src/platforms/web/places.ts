import type { Place } from '../../application/ports.ts';
import type { WebDirectory } from './context.ts';

const HOME = 'me:';

export function homeOf(person: string): string {
  return `${HOME}${person}`;
}

/** The place as this person may use it; null for another's and for what does not exist, without a difference. */
export function placeFor(directory: WebDirectory, person: string, place: string): Place | null {
  if (place === homeOf(person)) return { kind: 'personal', address: place };
  const member = directory.channelsFor(person).some((channel) => channel.place === place);
  return member ? { kind: 'channel', address: place } : null;
}

export function placesOf(directory: WebDirectory, person: string): string[] {
  return [homeOf(person), ...directory.channelsFor(person).map((channel) => channel.place)];
}

/** Whether the house can post there at all. */
export function placeExists(directory: WebDirectory, place: string): boolean {
  const { people, units, fallbackChannels } = directory.organization;
  if (place.startsWith(HOME)) return people.has(place.slice(HOME.length));
  const channels = [...units.values()].map((unit) => unit.channels['web']);
  return [...channels, fallbackChannels['web']].includes(place);
}
