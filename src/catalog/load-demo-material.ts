import type { Catalogue } from '../application/ports/catalogue.ts';
import type { DemoMaterial, DemoType } from '../application/ports/demo-material.ts';
import type { ReportType } from '../domain/report-type.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import { problemAt, type CatalogueProblem } from './catalogue-problem.ts';
import {
  demoSettingSchema,
  demoTypeSchema,
  type DemoTypeFile,
  isCourseAction,
} from './schema/demo-schema.ts';
import { checkShape } from './source/check-shape.ts';
import { sound, unsound, type Checked } from './source/checked.ts';
import { readYaml } from './source/read-yaml.ts';
import type { Source } from './source/source.ts';

type Setting = Omit<DemoMaterial, 'types'>;

/** organization/demo/, checked against the catalogue: what the seeded example is made of. */
export async function loadDemoMaterial(
  organization: string,
  catalogue: Catalogue,
): Promise<Result<DemoMaterial, CatalogueProblem[]>> {
  const filed = [...catalogue.types.values()].filter((type) => !type.sealed);
  const [setting, ...types] = await Promise.all([
    readSetting(organization, catalogue),
    ...filed.map((type) => readType(organization, type)),
  ]);
  const read = types.flatMap(({ value }) => (value ? [value] : []));
  const problems = [...setting.problems, ...types.flatMap((one) => one.problems)];
  if (!setting.value || read.length < filed.length || problems.length > 0) return fail(problems);
  return ok({ ...setting.value, types: new Map(read) });
}

async function readSetting(path: string, catalogue: Catalogue): Promise<Checked<Setting>> {
  const { value: source, problems } = await readYaml({ name: 'organization', path }, 'demo/setting.yaml');
  if (!source) return unsound(problems);
  const shape = checkShape<Setting>(source, source.data, demoSettingSchema);
  if (!shape.value) return unsound(shape.problems);
  const unknown = Object.keys(shape.value.own).filter((id) => !catalogue.organization.people.has(id));
  return {
    value: shape.value,
    problems: unknown.map((person) => problemAt(source, ['own', person], 'unknown_person', { person })),
  };
}

async function readType(path: string, type: ReportType): Promise<Checked<[ReportLabel, DemoType]>> {
  const file = `demo/${type.id}.yaml`;
  const { value: source, problems } = await readYaml({ name: 'organization', path }, file);
  if (!source) return unsound(problems);
  const shape = checkShape<DemoTypeFile>(source, source.data, demoTypeSchema);
  if (!shape.value) return unsound(shape.problems);
  const demo = demoTypeOf(type, shape.value);
  const mistakes = checkType(source, type, demo);
  return mistakes.length > 0 ? unsound(mistakes) : sound([type.id, demo]);
}

function demoTypeOf({ workflow }: ReportType, file: DemoTypeFile): DemoType {
  const course = Object.entries(file.course).map(([from, moves]) => {
    const action = (to: string | null) =>
      workflow.transitions
        .filter((one) => one.to === to && one.from.includes(from))
        .map((one) => one.action)
        .find(isCourseAction) ?? 'update';
    return [from, moves.map((move) => ({ ...move, action: move.action ?? action(move.to) }))] as const;
  });
  return { ...file, course: Object.fromEntries(course) };
}

/** Subtypes, fields and states are those of the type's own form and workflow. */
function checkType(source: Source, type: ReportType, demo: DemoType): CatalogueProblem[] {
  const subtypes = new Set(type.subtypes.map(({ id }) => id));
  const fields = new Set(type.fields.map(({ id }) => id));
  const states = new Set(type.workflow.states.map(({ id }) => id));
  const scenarios = demo.scenarios.flatMap(({ subtype, answers }, index) => [
    ...(subtypes.has(subtype)
      ? []
      : [problemAt(source, ['scenarios', index, 'subtype'], 'unknown_subtype', { subtype })]),
    ...Object.keys(answers)
      .filter((field) => !fields.has(field))
      .map((field) => problemAt(source, ['scenarios', index, 'answers', field], 'unknown_field', { field })),
  ]);
  const moves = Object.entries(demo.course).flatMap(([from, options]) =>
    options
      .filter(({ to, action }) => to !== null && !leads(type, from, action, to))
      .map(({ to }) => problemAt(source, ['course', from], 'unknown_state', { state: String(to) })),
  );
  const notes = Object.keys(demo.notes)
    .filter((state) => !states.has(state))
    .map((state) => problemAt(source, ['notes', state], 'unknown_state', { state }));
  return [...scenarios, ...moves, ...notes];
}

function leads({ workflow }: ReportType, from: string, action: string, to: string): boolean {
  return workflow.transitions.some(
    (one) => one.action === action && one.to === to && one.from.includes(from),
  );
}
