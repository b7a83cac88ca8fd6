import { readdir } from 'node:fs/promises';
import type { ReportType } from '../domain/report-type.ts';
import { REPORT_LABELS, type ReportLabel } from '../domain/understanding.ts';
import { problemAt, type CatalogueProblem } from './catalogue-problem.ts';
import { HOLLOW_PHRASES } from './load-hollow-phrases.ts';
import { checkReportType } from './check/check-report-type.ts';
import { CONVERSATIONAL_INTENTS, conversationalSchema } from './schema/conversational-schema.ts';
import { reportTypeOf, reportTypeSchema, type ReportTypeFile } from './schema/report-type-schema.ts';
import { checkShape } from './source/check-shape.ts';
import { sound, unsound, type Checked } from './source/checked.ts';
import { isMissing, type Folder } from './source/read-text.ts';
import { readYaml } from './source/read-yaml.ts';
import { absent, type Source, type SourceData } from './source/source.ts';

/** What else lies beside the intents: words for the recogniser (recognition/lexicon.ts), and words that are no reason. */
const NOT_INTENTS: ReadonlySet<string> = new Set(['lexicon.yaml', HOLLOW_PHRASES]);

/** Every report type of intents/, checked; null when one of them is not readable. */
export async function loadIntents(path: string): Promise<Checked<Map<ReportLabel, ReportType>>> {
  const folder: Folder = { path, name: 'intents' };
  const files = await intentFiles(path);
  const read = await Promise.all(files.map((file) => readIntent(folder, file)));
  const types = read.flatMap(({ value }) => (value?.type ? [value.type] : []));
  const problems = [
    ...missingIntents(files),
    ...read.flatMap((one) => one.problems),
    ...duplicateCodes(read.flatMap(({ value }) => (value?.type ? [{ ...value, type: value.type }] : []))),
  ];
  const whole = types.length === REPORT_LABELS.length;
  return whole ? { value: new Map(types.map((type) => [type.id, type])), problems } : unsound(problems);
}

/** A conversational intent has no type. */
interface Intent {
  source: Source;
  type: ReportType | null;
}

async function readIntent(folder: Folder, file: string): Promise<Checked<Intent>> {
  const { value: source, problems } = await readYaml(folder, file);
  if (!source) return unsound(problems);
  return isConversational(source) ? conversationalIntent(source) : reportIntent(source);
}

function conversationalIntent(source: SourceData<unknown>): Checked<Intent> {
  const { value, problems } = checkShape(source, source.data, conversationalSchema);
  if (!value) return unsound(problems);
  if (source.file === `intents/${value.id}.yaml`) return sound({ source, type: null });
  return unsound([problemAt(source, ['id'], 'wrong_file_name', { id: value.id })]);
}

function reportIntent(source: SourceData<unknown>): Checked<Intent> {
  const { value, problems } = checkShape<ReportTypeFile>(source, source.data, reportTypeSchema);
  if (!value) return unsound(problems);
  return { value: { source, type: reportTypeOf(value) }, problems: checkReportType(source, value) };
}

function isConversational({ data }: SourceData<unknown>): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'conversational';
}

async function intentFiles(path: string): Promise<string[]> {
  try {
    const names = await readdir(path);
    return names.filter((name) => name.endsWith('.yaml') && !NOT_INTENTS.has(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function missingIntents(files: readonly string[]): CatalogueProblem[] {
  return [...REPORT_LABELS, ...CONVERSATIONAL_INTENTS]
    .filter((id) => !files.includes(`${id}.yaml`))
    .map((id) => problemAt(absent(`intents/${id}.yaml`), [], 'missing_intent', { id }));
}

function duplicateCodes(intents: readonly { source: Source; type: ReportType }[]): CatalogueProblem[] {
  const codes = intents.map(({ type }) => type.code);
  return intents
    .filter(({ type }, index) => codes.indexOf(type.code) < index)
    .map(({ source, type }) => problemAt(source, ['code'], 'duplicate_code', { code: type.code }));
}
