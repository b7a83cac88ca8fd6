import type { Kept } from './kept.ts';

/** Text not sent yet, kept per person and place while the tab lives. */
export interface Drafts {
  read(place: string): string;
  write(place: string, text: string): void;
}

export function draftsOf(person: string, storage: Kept): Drafts {
  const key = (place: string) => `draft ${person} ${place}`;
  return {
    read: (place) => storage.getItem(key(place)) ?? '',
    write: (place, text) => {
      if (text === '') storage.removeItem(key(place));
      else storage.setItem(key(place), text);
    },
  };
}
