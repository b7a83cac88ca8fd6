import type { Unit } from '../domain/organization.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';
import { checkUnits, type PlacedUnit } from './check/check-units.ts';
import type { PlacedRow } from './check/check-people.ts';
import {
  departmentsSchema,
  OFFICE_COLUMNS,
  officeSchema,
  officeUnit,
  type Departments,
  type OfficeRow,
} from './schema/units-schema.ts';
import { checkRows } from './source/check-rows.ts';
import { checkShape } from './source/check-shape.ts';
import type { Folder } from './source/read-text.ts';
import { readCsv } from './source/read-csv.ts';
import { readYaml } from './source/read-yaml.ts';
import type { Source } from './source/source.ts';

/** departments.yaml and offices.csv together: the tree of units. */
export interface LoadedUnits {
  departments: Departments | null;
  offices: { source: Source; rows: readonly PlacedRow<OfficeRow>[] } | null;
  /** Null unless both files could be read: a unit that is not there is then no mistake of those who name it. */
  units: ReadonlyMap<string, Unit> | null;
  problems: readonly CatalogueProblem[];
}

export async function loadUnits(folder: Folder): Promise<LoadedUnits> {
  const [yaml, csv] = await Promise.all([
    readYaml(folder, 'departments.yaml'),
    readCsv(folder, 'offices.csv', OFFICE_COLUMNS),
  ]);
  const departments = yaml.value && checkShape(yaml.value, yaml.value.data, departmentsSchema);
  const rows = csv.value && checkRows(csv.value, officeSchema);
  const shape = [
    ...yaml.problems,
    ...(departments?.problems ?? []),
    ...csv.problems,
    ...(rows?.problems ?? []),
  ];
  const offices = csv.value && rows && { source: csv.value, rows: rows.rows };
  if (!yaml.value || !departments?.value || !offices || shape.length > 0) {
    return { departments: departments?.value ?? null, offices, units: null, problems: shape };
  }
  const placed = placedUnits(yaml.value, departments.value, offices);
  return {
    departments: departments.value,
    offices,
    units: new Map(placed.map(({ unit }) => [unit.id, unit])),
    problems: checkUnits(placed),
  };
}

function placedUnits(
  yaml: Source,
  departments: Departments,
  offices: { source: Source; rows: readonly PlacedRow<OfficeRow>[] },
): PlacedUnit[] {
  const regions = new Map(departments.units.map((unit) => [unit.id, unit]));
  return [
    ...departments.units.map((unit, index) => ({ unit, source: yaml, path: ['units', index] })),
    ...offices.rows.map(({ row, index }) => ({
      unit: officeUnit(row, row.region === null ? undefined : regions.get(row.region)),
      source: offices.source,
      path: [index],
    })),
  ];
}
