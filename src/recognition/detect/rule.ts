import { isNegated } from './negation.ts';
import { matchesOf } from '../matches.ts';

/** A turn of phrase that says something about a message. Patterns expect normalised text and carry the flags `gu`. */
export interface Rule<Name extends string = string> {
  name: Name;
  pattern: RegExp;
  /** The phrase means something else when this is found right after it. */
  unlessFollowedBy?: RegExp;
}

/** Where in the normalised text a rule held. */
export interface Finding<Name extends string = string> {
  name: Name;
  start: number;
  end: number;
}

const LOOK_AHEAD = 16;

/** Each rule's first match that is not denied (「紛失はしていません」), in the order of the rules. */
export function findRules<Name extends string>(text: string, rules: readonly Rule<Name>[]): Finding<Name>[] {
  const findings: Finding<Name>[] = [];
  for (const rule of rules) {
    const finding = firstStanding(text, rule);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

function firstStanding<Name extends string>(text: string, rule: Rule<Name>): Finding<Name> | null {
  // Most rules are found nowhere, and a search needs no copy of the pattern.
  if (text.search(rule.pattern) < 0) return null;
  for (const match of matchesOf(text, rule.pattern)) {
    const end = match.index + match[0].length;
    const following = text.slice(end, end + LOOK_AHEAD);
    if (match[0] === '' || isNegated(text, end) || rule.unlessFollowedBy?.test(following)) continue;
    return { name: rule.name, start: match.index, end };
  }
  return null;
}
