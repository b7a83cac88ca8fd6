import { overlap } from '../span.ts';
/** A value read from the normalised text, and where its words stand. */
export interface Found<Value> {
  value: Value;
  start: number;
  end: number;
}

export function found<Value>(match: RegExpExecArray, value: Value): Found<Value> {
  return { value, start: match.index, end: match.index + match[0].length };
}

/** Leaves out what lies inside something found earlier in the list. */
export function withoutOverlaps<Value>(candidates: readonly Found<Value>[]): Found<Value>[] {
  const kept: Found<Value>[] = [];
  for (const candidate of candidates) {
    if (!kept.some((other) => overlap(candidate, other))) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
