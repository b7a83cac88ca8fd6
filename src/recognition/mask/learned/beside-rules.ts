import type { KnownNames } from '../name-before-honorific.ts';
import type { Finding } from '../personal-data.ts';
import { overlap } from '../../span.ts';
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
  for (const one of learned) {
    if (one.kind === 'name' && isKnown(text, one, known)) continue;
    const touched = findings.flatMap((rule, index) => (overlap(rule, one) ? [{ rule, index }] : []));
    const [first] = touched;
    if (first === undefined) findings.push(...(one.isHint ? [] : [one]));
    else if (touched.length === 1 && first.rule.kind === one.kind)
      findings[first.index] = grown(first.rule, one, text);
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
  const at = text.indexOf(colleague, Math.max(0, start - colleague.length));
  return at >= 0 && at <= start && end <= at + colleague.length;
}

function grown(rule: Finding, learned: Finding, text: string): Finding {
  // 4月1日山田様: what counts the number before is no part of a name.
  const isCounter = /\d/.test(text[learned.start - 1] ?? '');
  const start = rule.kind === 'name' && !isCounter ? Math.min(rule.start, learned.start) : rule.start;
  return { kind: rule.kind, start, end: Math.max(rule.end, learned.end) };
}
