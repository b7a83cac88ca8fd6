import { phrase } from './phrase.ts';
import { line, type Line } from './view.ts';
import type { Told } from './who-is-told.ts';

/** Why it is said to somebody who stands in for another. */
export function deputyLines(told: Told | null): Line[] {
  if (told === null || told.for === null) return [];
  return [line(phrase('reminder.stands_in', { person: { person: told.for } }))];
}
