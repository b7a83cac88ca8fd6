import type { Place } from '../../application/ports.ts';

/** How the house calls a person's own conversation, on every platform alike. */
const PERSONAL = 'me:';

export function personalPlace(person: string): Place {
  return { kind: 'personal', address: `${PERSONAL}${person}` };
}

/** Whose own conversation a place is; null for a channel. */
export function ownerOf(place: string): string | null {
  return place.startsWith(PERSONAL) ? place.slice(PERSONAL.length) : null;
}
