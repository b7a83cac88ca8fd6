import type { Organization, Role } from '../../domain/organization.ts';
import { ROLES } from '../../domain/organization.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { DeputyRow, PostRow } from '../schema/people-schema.ts';
import type { Source } from '../source/source.ts';

export interface PlacedRow<T> {
  row: T;
  index: number;
}

/** Posts lie within the life of their unit, rows of one person agree, and no role stands empty. */
export function checkPosts(
  source: Source,
  posts: readonly PlacedRow<PostRow>[],
  units: Organization['units'],
): CatalogueProblem[] {
  return [
    ...posts.flatMap(({ row, index }) => unitProblems(source, row, index, units)),
    ...differing(source, posts),
    ...unheld(source, posts),
  ];
}

export function checkDeputies(
  source: Source,
  deputies: readonly PlacedRow<DeputyRow>[],
  people: ReadonlySet<string>,
): CatalogueProblem[] {
  return deputies.flatMap(({ row, index }) => {
    const unknown = (['person', 'deputy'] as const)
      .filter((column) => !people.has(row[column]))
      .map((column) => problemAt(source, [index, column], 'unknown_person', { person: row[column] }));
    const own =
      row.person === row.deputy ? [problemAt(source, [index], 'own_deputy', { person: row.person })] : [];
    return [...unknown, ...own];
  });
}

function unitProblems(
  source: Source,
  row: PostRow,
  index: number,
  units: Organization['units'],
): CatalogueProblem[] {
  const unit = units.get(row.unit);
  if (!unit) return [problemAt(source, [index, 'unit'], 'unknown_unit', { unit: row.unit })];
  const outlives = unit.until !== null && (row.until === null || row.until > unit.until);
  if (row.from >= unit.from && !outlives) return [];
  const date = row.from < unit.from ? row.from : (row.until ?? unit.until ?? row.from);
  return [problemAt(source, [index, 'unit'], 'unit_not_living', { unit: row.unit, date })];
}

function differing(source: Source, posts: readonly PlacedRow<PostRow>[]): CatalogueProblem[] {
  const first = new Map<string, PostRow>();
  return posts.flatMap(({ row, index }) => {
    const known = first.get(row.id) ?? row;
    first.set(row.id, known);
    return (['ja', 'en', 'email', 'locale'] as const)
      .filter((column) => row[column] !== known[column])
      .map((column) => problemAt(source, [index, column], 'person_differs', { person: row.id, column }));
  });
}

/** `staff` is everybody. */
function unheld(source: Source, posts: readonly PlacedRow<PostRow>[]): CatalogueProblem[] {
  const held = new Set<Role>([
    'staff',
    ...posts.filter(({ row }) => row.until === null).flatMap(({ row }) => row.roles),
  ]);
  return ROLES.filter((role) => !held.has(role)).map((role) =>
    problemAt(source, [], 'role_unheld', { role }),
  );
}
