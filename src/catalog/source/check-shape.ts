import type { z } from 'zod';
import { isCatalogueProblemId, problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { sound, unsound, type Checked } from './checked.ts';
import type { Source, SourcePath } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Reads data by its schema; `at` is where in the file the data stands. */
export function checkShape<T>(
  source: Source,
  data: unknown,
  schema: z.ZodType<T>,
  at: SourcePath = [],
): Checked<T> {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return sound(parsed.data);
  return unsound(parsed.error.issues.flatMap((issue) => problemsOf(source, at, issue)));
}

function problemsOf(source: Source, at: SourcePath, issue: Issue): CatalogueProblem[] {
  const path = [...at, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const key = String(path.at(-1) ?? '');
  if (issue.input === undefined) return [problemAt(source, path, 'missing_key', { key })];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) =>
        problemAt(source, [...path, unknown], 'unknown_key', { key: unknown }),
      );
    case 'invalid_union':
      return likeliest(issue.errors).flatMap((inner) => problemsOf(source, path, inner));
    case 'invalid_value':
      return [
        problemAt(source, path, 'not_one_of', {
          value: shown(issue.input),
          allowed: issue.values.map(String).join(', '),
        }),
      ];
    case 'invalid_key':
      return [problemAt(source, path, 'bad_id', { value: key })];
    case 'custom':
      return [
        problemAt(source, path, customId(issue.message), { value: shown(issue.input), ...issue.params }),
      ];
    case 'too_small':
      return [problemAt(source, path, 'too_little', { key, least: Number(issue.minimum) })];
    case 'invalid_type':
      return [problemAt(source, path, 'wrong_kind', { key, expected: issue.expected })];
    case 'too_big':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return [problemAt(source, path, 'wrong_kind', { key, expected: issue.code })];
  }
}

/** Of a union, the alternative that was followed furthest before it failed: the one that was meant. */
function likeliest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return alternatives.reduce((best, one) => (depth(one) > depth(best) ? one : best), alternatives[0] ?? []);
}

function customId(message: string) {
  if (isCatalogueProblemId(message)) return message;
  throw new Error(`a schema of the catalogue names no such problem: ${message}`);
}

function shown(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input);
}
