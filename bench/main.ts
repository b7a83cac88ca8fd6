import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres, type PostgresServer } from '../test/support/postgres.ts';
import { act } from './act.ts';
import { clocks } from './clocks.ts';
import { coldStart } from './cold-start.ts';
import { inbox } from './inbox.ts';
import { lists } from './lists.ts';
import { lookup } from './lookup.ts';
import { recognitionOutside } from './recognition-outside.ts';
import { recognitionSpeed } from './recognition-speed.ts';
import { reply } from './reply.ts';
import { teamsTurns } from './teams.ts';
import { slackReports } from './slack.ts';
import type { Benchmark } from './support/benchmark.ts';
import { commit, machine } from './support/machine.ts';
import { publish, resultsFolder } from './support/results.ts';

const BENCHMARKS: readonly Benchmark[] = [
  coldStart,
  reply,
  act,
  lookup,
  lists,
  inbox,
  clocks,
  slackReports,
  teamsTurns,
  recognitionSpeed,
  recognitionOutside,
];
const NAMES = BENCHMARKS.map(({ name }) => name);

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const chosen =
  positionals[0] === 'all' ? BENCHMARKS : BENCHMARKS.filter(({ name }) => positionals.includes(name));
if (chosen.length === 0) {
  console.error(`npm run bench -- NAME|all [--quick]\nNAME: ${NAMES.join(', ')}`);
  process.exitCode = 2;
} else {
  await runAll(chosen, values.quick);
}

/** One after another; each result is written as soon as there is one. */
async function runAll(benchmarks: readonly Benchmark[], quick: boolean): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  const known = { machine: machine(postgres && (await versionOf(postgres))), commit: commit(), quick };
  try {
    for (const benchmark of benchmarks) await runOne(benchmark, postgres, known);
  } finally {
    await postgres?.stop();
  }
  console.log(`results: ${path.relative(process.cwd(), resultsFolder(quick))}`);
}

async function runOne(
  benchmark: Benchmark,
  postgres: PostgresServer | null,
  known: { machine: ReturnType<typeof machine>; commit: string; quick: boolean },
): Promise<void> {
  const { name, title } = benchmark;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-bench-'));
  console.log(title);
  try {
    const tell = (line: string) => console.log(`  ${line}`);
    const findings = await benchmark.run({ quick: known.quick, postgres, folder, tell });
    if (findings === null) return;
    const command = `npm run bench -- ${name}${known.quick ? ' --quick' : ''}`;
    await publish({ name, title, command, date: new Date().toISOString(), ...known, ...findings }, NAMES);
    for (const { columns, rows } of findings.tables) {
      console.table(rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function versionOf(postgres: PostgresServer): Promise<string> {
  const client = new pg.Client({ connectionString: await postgres.createDatabase() });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("SELECT split_part(version(), ' ', 2) AS version");
  await client.end();
  return rows[0]?.version ?? 'unknown';
}
