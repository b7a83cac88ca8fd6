/** A range of people, cases or yen; `to: null` is open-ended. */
export interface FactRange {
  from: number;
  to: number | null;
}

export type FactValue = string | number | boolean | readonly string[] | FactRange;

/** What rules may ask about a draft or a report: `type`, `subtype`, `level`, `cue`, answers by field id … */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** One small language for forms, severity and routing. In YAML a mapping of facts; parsed by catalog/. */
export type Condition =
  | { kind: 'always' }
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  /** Equal to, or for a list sharing, one of the values. */
  | { kind: 'is'; fact: string; values: readonly string[] }
  | { kind: 'atLeast'; fact: string; value: number }
  /** Answered at all, 分からない not counted. */
  | { kind: 'known'; fact: string };

export const ALWAYS: Condition = { kind: 'always' };

/** The fact value of an answer 分からない. */
export const UNKNOWN = 'unknown';

export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    case 'is':
      return asTexts(facts[condition.fact]).some((text) => condition.values.includes(text));
    case 'atLeast':
      return upperBound(facts[condition.fact]) >= condition.value;
    case 'known':
      return facts[condition.fact] !== undefined && facts[condition.fact] !== UNKNOWN;
  }
}

/** Every fact a condition asks about: the catalogue checks that each one exists. */
export function factsIn(condition: Condition): string[] {
  switch (condition.kind) {
    case 'always':
      return [];
    case 'all':
    case 'any':
      return condition.of.flatMap(factsIn);
    case 'not':
      return factsIn(condition.of);
    case 'is':
    case 'atLeast':
    case 'known':
      return [condition.fact];
  }
}

function asTexts(value: FactValue | undefined): readonly string[] {
  if (value === undefined || isRange(value)) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
}

/** 10〜100人 may be 100: the higher risk counts until the number is known (routing.md, rule 9). */
function upperBound(value: FactValue | undefined): number {
  if (typeof value === 'number') return value;
  if (value !== undefined && isRange(value)) return value.to ?? Number.POSITIVE_INFINITY;
  return Number.NEGATIVE_INFINITY;
}

function isRange(value: FactValue): value is FactRange {
  return typeof value === 'object' && 'from' in value;
}
