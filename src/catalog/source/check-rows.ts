import type { z } from 'zod';
import type { CatalogueProblem } from '../catalogue-problem.ts';
import { checkShape } from './check-shape.ts';
import type { CsvRows } from './read-csv.ts';
import type { SourceData } from './source.ts';

/** The rows that have the right shape, with where they stand, and what is wrong with the others. */
export function checkRows<T>(
  source: SourceData<CsvRows>,
  schema: z.ZodType<T>,
): { rows: { row: T; index: number }[]; problems: CatalogueProblem[] } {
  const checked = source.data.map((row, index) => ({ index, ...checkShape(source, row, schema, [index]) }));
  return {
    rows: checked.flatMap(({ value, index }) => (value === null ? [] : [{ row: value, index }])),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
