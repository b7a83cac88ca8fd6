import { DERIVED_MOMENTS } from '../domain/clock-moments.ts';
import { UNKNOWN } from '../domain/condition.ts';
import type { Field } from '../domain/field.ts';
import { EVENT_KINDS } from '../domain/ledger.ts';
import type { ReportType } from '../domain/report-type.ts';
import { LEVELS } from '../domain/severity.ts';
import { CUES, REPORT_LABELS, type Suspicion } from '../domain/understanding.ts';

/** What a condition may ask about a fact: for which values, and whether `atLeast` has a meaning. */
export interface FactShape {
  /** Null: any, e.g. the id of a unit. */
  values: readonly string[] | null;
  counted: boolean;
}

export type FactVocabulary = ReadonlyMap<string, FactShape>;

const SUSPICIONS: readonly Suspicion[] = ['clerical_error', 'violation'];
const EITHER = ['true', 'false'];

/** Facts that every matter has besides its answers (domain/facts.ts). */
export const MATTER_FACTS = {
  type: oneOf(REPORT_LABELS),
  level: { values: LEVELS.map(String), counted: true },
  focus: oneOf(EITHER),
  urgent: oneOf(EITHER),
  drill: oneOf(EITHER),
  /** How many have reported it. */
  offices: { values: null, counted: true },
  suspicion: oneOf(SUSPICIONS),
  /** Noticed in the words by the recogniser; no question asks for them. */
  cue: oneOf(CUES),
} satisfies Record<string, FactShape>;

/** Moments that clocks run between, besides states, phases and the end of another clock. */
export const CLOCK_MOMENTS: ReadonlySet<string> = new Set([...EVENT_KINDS, ...DERIVED_MOMENTS]);

/** Everything that conditions over reports of these types can ask. */
export function vocabularyOf(types: readonly ReportType[]): FactVocabulary {
  const subtypes = types.flatMap((type) => type.subtypes);
  const implied = subtypes.flatMap(({ implies }) =>
    Object.entries(implies).map(([fact, value]) => [fact, oneOf([value])] as const),
  );
  const answered = types.flatMap((type) => type.fields.map((field) => [field.id, shapeOf(field)] as const));
  const facts = new Map<string, FactShape>();
  for (const [fact, shape] of [...implied, ...answered]) facts.set(fact, either(facts.get(fact), shape));
  for (const [fact, shape] of Object.entries(MATTER_FACTS)) facts.set(fact, shape);
  return facts.set('subtype', oneOf(subtypes.map(({ id }) => id)));
}

function shapeOf(field: Field): FactShape {
  const unknown = field.allowUnknown ? [UNKNOWN] : [];
  if (field.kind === 'unit') return { values: null, counted: false };
  if (field.kind === 'count' || field.kind === 'money') return { values: unknown, counted: true };
  return oneOf([...field.options.map(({ id }) => id), ...unknown]);
}

function oneOf(values: readonly string[]): FactShape {
  return { values, counted: false };
}

function either(one: FactShape | undefined, other: FactShape): FactShape {
  if (!one) return other;
  const values = one.values && other.values ? [...new Set([...one.values, ...other.values])] : null;
  return { values, counted: one.counted || other.counted };
}
