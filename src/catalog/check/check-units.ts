import type { LocalDate } from '../../domain/business-time.ts';
import {
  aboveOf,
  lasts,
  lineOf,
  valueOn,
  type Dated,
  type Organization,
  type Unit,
} from '../../domain/organization.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { OfficeRow } from '../schema/units-schema.ts';
import type { Source, SourcePath } from '../source/source.ts';

/** A unit and where it was written. */
export interface PlacedUnit {
  unit: Unit;
  source: Source;
  path: SourcePath;
}

type Units = Organization['units'];

/** The tree of units: ids, parents, successors and dates fit together. */
export function checkUnits(placed: readonly PlacedUnit[]): CatalogueProblem[] {
  const units: Units = new Map(placed.map(({ unit }) => [unit.id, unit]));
  return [
    ...duplicates(placed),
    ...placed.flatMap((one) => [
      ...parentProblems(one, units),
      ...successorProblems(one, units),
      ...gap(one, one.unit.names, 'name_gap'),
      ...(one.unit.parents.length === 0 ? [] : gap(one, one.unit.parents, 'parent_gap')),
    ]),
  ];
}

/** Every office names a block, and perhaps a region, that is one; and its region lies in its block. */
export function checkOffices(
  source: Source,
  rows: readonly { row: OfficeRow; index: number }[],
  organization: Organization,
): CatalogueProblem[] {
  return rows.flatMap(({ row, index }) => {
    const wrong = (['block', 'region'] as const).flatMap((kind) => {
      const unit = row[kind];
      if (unit === null || organization.units.get(unit)?.kind === kind) return [];
      const problem = organization.units.has(unit) ? 'wrong_unit_kind' : 'unknown_unit';
      return [problemAt(source, [index, kind], problem, { unit, kind })];
    });
    if (wrong.length > 0) return wrong;
    const last = row.until ?? latest(organization.units.get(row.id)?.parents ?? [], row.from);
    if (aboveOf(organization, row.id, 'block', last) === row.block) return [];
    return [
      problemAt(source, [index, 'region'], 'block_differs', {
        region: row.region ?? row.block,
        block: row.block,
      }),
    ];
  });
}

function duplicates(placed: readonly PlacedUnit[]): CatalogueProblem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ unit: { id }, source, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problemAt(source, [...path, 'id'], 'duplicate_id', { id })];
  });
}

function parentProblems({ unit, source, path }: PlacedUnit, units: Units): CatalogueProblem[] {
  // An office's parents are its block and region, which are looked up by their columns.
  if (unit.kind === 'office') return [];
  const unknown = unit.parents.flatMap(({ value }, index) =>
    units.has(value)
      ? []
      : [problemAt(source, [...path, 'parents', index, 'unit'], 'unknown_unit', { unit: value })],
  );
  const date = unit.parents.map(({ from }) => from).find((from) => isUnderItself(unit, units, from));
  return date === undefined
    ? unknown
    : [...unknown, problemAt(source, [...path, 'parents'], 'parent_cycle', { unit: unit.id, date })];
}

function isUnderItself(unit: Unit, units: Units, date: LocalDate): boolean {
  const organization = { units } as Pick<Organization, 'units'> as Organization;
  const top = lineOf(organization, unit.id, date).at(-1);
  const above = top === undefined ? undefined : units.get(top);
  return above !== undefined && valueOn(above.parents, date) === unit.id;
}

function successorProblems({ unit, source, path }: PlacedUnit, units: Units): CatalogueProblem[] {
  const at = [...path, 'successor'];
  if (unit.successor === null) return [];
  if (!units.has(unit.successor)) return [problemAt(source, at, 'unknown_unit', { unit: unit.successor })];
  if (unit.until === null) return [problemAt(source, at, 'successor_without_end', { unit: unit.id })];
  return succeedsItself(unit, units) ? [problemAt(source, at, 'successor_cycle', { unit: unit.id })] : [];
}

function succeedsItself(unit: Unit, units: Units): boolean {
  const seen = new Set<string>();
  let next = unit.successor;
  while (next !== null && !seen.has(next)) {
    if (next === unit.id) return true;
    seen.add(next);
    next = units.get(next)?.successor ?? null;
  }
  return false;
}

/** Dated names and parents begin no later than the unit itself. */
function gap(
  { unit, source, path }: PlacedUnit,
  dated: readonly Dated<unknown>[],
  problem: 'name_gap' | 'parent_gap',
): CatalogueProblem[] {
  if (dated.some(({ from }) => lasts({ from, until: null }, unit.from))) return [];
  const key = problem === 'name_gap' ? 'names' : 'parents';
  return [problemAt(source, [...path, key], problem, { unit: unit.id, date: unit.from })];
}

function latest(dated: readonly Dated<unknown>[], otherwise: LocalDate): LocalDate {
  return dated.reduce((date, { from }) => (from > date ? from : date), otherwise);
}
