import type { Place, Source, SourcePath } from './source/source.ts';

/** Every mistake that intents/ and organization/ can hold. Each has words with its remedy: `catalogue.<id>`. */
export const CATALOGUE_PROBLEMS = [
  'missing_file',
  'bad_yaml',
  'duplicate_key',
  'bad_csv',
  'missing_key',
  'unknown_key',
  'wrong_kind',
  'not_one_of',
  'too_little',
  'bad_id',
  'bad_date',
  'bad_time',
  'bad_month_day',
  'bad_level',
  'bad_duration',
  'bad_mark',
  'bad_range',
  'bad_condition',
  'bad_default',
  'period_reversed',
  'unknown_fact',
  'unknown_value',
  'fact_not_counted',
  'wrong_file_name',
  'missing_intent',
  'duplicate_code',
  'unknown_subtype',
  'unknown_field',
  'not_sealed',
  'sealed_asks',
  'too_many_questions',
  'unknown_state',
  'unreachable_state',
  'dead_end_state',
  'unknown_moment',
  'clock_level_missing',
  'unknown_clock',
  'clock_start_mixed',
  'clock_cannot_pause',
  'duplicate_id',
  'unknown_unit',
  'wrong_unit_kind',
  'parent_cycle',
  'successor_cycle',
  'successor_without_end',
  'name_gap',
  'parent_gap',
  'block_differs',
  'unit_not_living',
  'person_differs',
  'unknown_person',
  'own_deputy',
  'role_unheld',
  'versions_overlap',
  'unknown_escalation',
  'years_without_holidays',
  'no_primary',
  'not_surely_sealed',
  'unit_gone',
  'office_without_block',
] as const;
export type CatalogueProblemId = (typeof CATALOGUE_PROBLEMS)[number];

export type ProblemValues = Readonly<Record<string, string | number>>;

/** One mistake, where it stands. */
export interface CatalogueProblem extends Place {
  /** Relative to the folder above intents/ and organization/, e.g. `organization/routing.yaml`. */
  file: string;
  /** Where in the file's structure, e.g. `rules.3.primary`. */
  path: string;
  problem: CatalogueProblemId;
  values: ProblemValues;
}

export function problemAt(
  source: Source,
  path: SourcePath,
  problem: CatalogueProblemId,
  values: ProblemValues = {},
): CatalogueProblem {
  return { file: source.file, ...source.place(path), path: path.join('.'), problem, values };
}

export function isCatalogueProblemId(text: string): text is CatalogueProblemId {
  return (CATALOGUE_PROBLEMS as readonly string[]).includes(text);
}
