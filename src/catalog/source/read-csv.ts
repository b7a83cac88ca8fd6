import { CsvError, parse } from 'csv-parse/sync';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import { sound, unsound, type Checked } from './checked.ts';
import { readText, type Folder } from './read-text.ts';
import { absent, type Source, type SourceData, type SourcePath } from './source.ts';

/** Rows by column name, as text. A path is [row, column], rows from 0. */
export type CsvRows = readonly Readonly<Record<string, string>>[];

export async function readCsv(
  folder: Folder,
  file: string,
  columns: readonly string[],
): Promise<Checked<SourceData<CsvRows>>> {
  const name = `${folder.name}/${file}`;
  const text = await readText(folder, file);
  return text === null
    ? unsound([problemAt(absent(name), [], 'missing_file')])
    : parseCsv(name, text, columns);
}

export function parseCsv(
  file: string,
  text: string,
  columns: readonly string[],
): Checked<SourceData<CsvRows>> {
  try {
    const [header, ...rows] = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as CsvRecord[];
    const names = header?.record ?? [];
    const source = { file, place: (path: SourcePath) => ({ line: rows[Number(path[0])]?.info.lines ?? 1 }) };
    const problems = headerProblems(source, names, columns);
    if (problems.length > 0) return unsound(problems);
    return sound({ ...source, data: rows.map(({ record }) => rowOf(names, record)) });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return unsound([{ ...problemAt(absent(file), [], 'bad_csv', { code: error.code }), line }]);
  }
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function headerProblems(
  source: Source,
  names: readonly string[],
  columns: readonly string[],
): CatalogueProblem[] {
  return [
    ...columns
      .filter((one) => !names.includes(one))
      .map((key) => problemAt(source, [], 'missing_key', { key })),
    ...names
      .filter((one) => !columns.includes(one))
      .map((key) => problemAt(source, [], 'unknown_key', { key })),
  ];
}

function rowOf(names: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
}
