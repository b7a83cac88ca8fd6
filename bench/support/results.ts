import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMet, type Aim, type Findings, type Table } from './benchmark.ts';
import type { Machine } from './machine.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const README = path.join(ROOT, 'README.md');
const README_PART = /(<!-- bench: .*? -->\n)[\s\S]*?(<!-- \/bench -->)/;

/** One benchmark's findings, with all it takes to run it again. */
export interface Result extends Findings {
  name: string;
  title: string;
  command: string;
  date: string;
  commit: string;
  quick: boolean;
  machine: Machine;
}

/** Where results are kept: only full runs are committed, and shown in the README. */
export function resultsFolder(quick: boolean): string {
  return quick ? path.join(ROOT, 'dist/bench') : path.join(ROOT, 'bench');
}

/** Writes the result and, from all results there are, the readable summary of them. */
export async function publish(result: Result, order: readonly string[]): Promise<void> {
  const folder = resultsFolder(result.quick);
  const results = path.join(folder, 'results');
  mkdirSync(results, { recursive: true });
  await writeFormatted(path.join(results, `${result.name}.json`), JSON.stringify(result, null, 2));
  const all = readdirSync(results)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(results, file), 'utf8')) as Result)
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  await writeFormatted(path.join(folder, 'RESULTS.md'), report(all));
  if (result.quick) return;
  const readme = readFileSync(README, 'utf8');
  await writeFormatted(
    README,
    readme.replace(README_PART, (_, begin: string, end: string) => `${begin}\n${summary(all)}\n\n${end}`),
  );
}

async function writeFormatted(file: string, text: string): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(README)), filepath: file }));
}

function report(all: readonly Result[]): string {
  const lines = ['# Benchmarks', '', 'Written by `npm run bench`; do not edit.', ''];
  return [...lines, summary(all), ...all.map(section)].join('\n');
}

function summary(all: readonly Result[]): string {
  return tableText({
    title: '',
    columns: ['What', 'Aim', 'Measured', 'Met', 'Command'],
    rows: all.flatMap(({ aims, command }) => aims.map((aim) => [...aimRow(aim), `\`${command}\``])),
  });
}

function aimRow(aim: Aim): string[] {
  const { what, measured, unit } = aim;
  const bound = 'most' in aim ? `≤ ${String(aim.most)}` : `≥ ${String(aim.least)}`;
  return [what, `${bound} ${unit}`, `${String(measured)} ${unit}`, isMet(aim) ? 'yes' : '**no**'];
}

function section({ title, command, date, commit, quick, machine, how, tables }: Result): string {
  const { cpu, cores, memory, system, node, postgres, load } = machine;
  const where = `${cpu}, ${String(cores)} cores, ${String(memory)} GB, ${system}, Node ${node}`;
  const server = postgres === null ? 'no PostgreSQL' : `PostgreSQL ${postgres}`;
  return [
    `\n## ${title}\n`,
    ...(quick ? ['**A quick run, which proves that it runs and little else.**\n'] : []),
    `\`${command}\`, ${date}, commit ${commit}, on ${where}, ${server}; load before the run ${String(load)}.\n`,
    ...how.map((sentence) => `- ${sentence}`),
    ...tables.map((table) => `\n### ${table.title}\n\n${tableText(table)}`),
  ].join('\n');
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
