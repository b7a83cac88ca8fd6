import type { Place } from '../../application/ports.ts';
import { isPersonal, placeOf, type Activity } from './read-activity.ts';

const HOME = 'me:';

/** A person's own conversation has the same address on every platform. */
export function homeOf(person: string): string {
  return `${HOME}${person}`;
}

/** Whose own conversation it is; null for a channel. */
export function ownerOf(place: string): string | null {
  return place.startsWith(HOME) ? place.slice(HOME.length) : null;
}

/** Where it was done, for the house. */
export function placeFor(activity: Activity, person: string): Place {
  return isPersonal(activity)
    ? { kind: 'personal', address: homeOf(person) }
    : { kind: 'channel', address: placeOf(activity) };
}
