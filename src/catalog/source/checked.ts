import type { CatalogueProblem } from '../catalogue-problem.ts';

/** A part of the catalogue as far as it could be made, and everything wrong with it. Null: its shape is not right. */
export interface Checked<T> {
  value: T | null;
  problems: readonly CatalogueProblem[];
}

export function sound<T>(value: T): Checked<T> {
  return { value, problems: [] };
}

export function unsound(problems: readonly CatalogueProblem[]): Checked<never> {
  return { value: null, problems };
}
