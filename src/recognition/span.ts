/** A part of a text; the end does not belong to it. */
export interface Span {
  start: number;
  end: number;
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
