import type { KnownNames } from '../name-before-honorific.ts';
import { leadingWordsLength } from '../not-names.ts';
import type { Finding } from '../personal-data.ts';
import { PLACE_SURNAMES } from '../places.ts';

const HONORIFIC_BEHIND = /^ ?(?:様|さん|さま|氏|殿)/u;

/**
 * What was learned, added to what the rules found. A rule knows better where something begins; where both see the same,
 * the span grows to what was learned, an address never to the front, where the municipality stands. Where they see
 * different things, the rule is right.
 */
export function besideRules(
  rules: readonly Finding[],
  learned: readonly Finding[],
  text: string,
  known: KnownNames,
): Finding[] {
  const findings = [...rules];
  // Which finding each sign belongs to: a look at a few signs instead of at all findings.
  const owners = new Int32Array(text.length).fill(-1);
  const own = (index: number, { start, end }: Finding) => owners.fill(index, start, end);
  findings.forEach((finding, index) => own(index, finding));
  for (const one of learned) {
    if (one.kind === 'name' && isKnown(text, one, known)) continue;
    const touched = [...new Set(owners.subarray(one.start, one.end))].filter((index) => index >= 0);
    const [index = findings.length] = touched;
    const rule = findings[index];
    if (rule === undefined) findings.push(...(one.isHint ? [] : [one]));
    else if (touched.length === 1 && rule.kind === one.kind) findings[index] = grown(rule, one, text);
    const changed = findings[index];
    if (changed !== undefined) own(index, changed);
  }
  return findings.sort((a, b) => a.start - b.start);
}

function isKnown(text: string, { start, end }: Finding, { staff, offices }: KnownNames): boolean {
  const name = text.slice(start, end);
  if ([...staff].some((colleague) => isPartOf(text, colleague, start, end))) return true;
  return (offices.has(name) || PLACE_SURNAMES.has(name)) && !HONORIFIC_BEHIND.test(text.slice(end, end + 4));
}

/** 花子 of 見本花子; a space between the two makes no other person. */
function isPartOf(text: string, colleague: string, start: number, end: number): boolean {
  if (text.slice(start, end).replace(/\s/g, '') === colleague) return true;
  const from = Math.max(0, start - colleague.length);
  const at = from + text.slice(from, end + colleague.length).indexOf(colleague);
  return at >= from && at <= start && end <= at + colleague.length;
}

function grown(rule: Finding, learned: Finding, text: string): Finding {
  // 4月1日山田様: what counts the number before is no part of a name.
  const isCounter = /\d/.test(text[learned.start - 1] ?? '');
  // 妻美代: nor is what says whose wife she is.
  const front = text.slice(learned.start, rule.start);
  const isAnotherWord = front !== '' && leadingWordsLength(`${front}一`) === front.length;
  const start =
    rule.kind === 'name' && !isCounter && !isAnotherWord ? Math.min(rule.start, learned.start) : rule.start;
  return { kind: rule.kind, start, end: Math.max(rule.end, learned.end) };
}
