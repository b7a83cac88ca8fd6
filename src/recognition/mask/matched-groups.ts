import type { Finding } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

/** Every group of each match, as what the pattern sees. The flag `d` makes a pattern say where its groups stand. */
export function groupsIn(text: string, pattern: RegExp, kind: Finding['kind']): Finding[] {
  return matchesOf(text, pattern).flatMap((match) => groupsOf(match, kind));
}

/** Of each match the first group alone, where the others are only referred back to. */
export function firstGroupIn(text: string, pattern: RegExp, kind: Finding['kind']): Finding[] {
  return matchesOf(text, pattern).flatMap((match) => groupsOf(match, kind).slice(0, 1));
}

/** In the order of the pattern; a group that took no part in the match is left out. */
export function groupsOf({ indices }: RegExpExecArray, kind: Finding['kind']): Finding[] {
  const spans = (indices ?? []).slice(1) as ([number, number] | undefined)[];
  return spans.flatMap((span) => (span ? [{ kind, start: span[0], end: span[1] }] : []));
}
