import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { findTemplate } from '../../src/storage/find-template.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { runTypescript } from '../support/run-typescript.ts';
import { silentLog } from '../support/storage-samples.ts';

// A database that is made step by step and forced to disk takes long where many tests share the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const WRITER = path.join(import.meta.dirname, 'write-until-killed.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(at: string, templates?: string): Promise<Database> {
  const database = await openDatabase({ url: null, folder: at, templates, log: silentLog() });
  if (!database.ok) throw new Error(database.problem.kind);
  return database.value;
}

/** Everything that the migrations make, and that they are on record; not when, nor in which order it was asked. */
async function stateOf(database: Database): Promise<unknown[]> {
  const { rows } = await database.execute(`
    SELECT table_name, column_name, data_type, column_default, is_nullable, ordinal_position::text
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT tablename, indexname, indexdef, NULL, NULL, NULL FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), NULL, NULL, NULL
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), NULL, NULL, NULL
      FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT proname, prosrc, NULL, NULL, NULL, NULL
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT extname, extversion, NULL, NULL, NULL, NULL FROM pg_extension
    UNION ALL SELECT migration_name, checksum, applied_steps_count::text, NULL,
        (finished_at IS NOT NULL)::text, (rolled_back_at IS NOT NULL)::text FROM "_prisma_migrations"
    ORDER BY 1, 2, 3`);
  return rows;
}

/** The tables that hold a row. */
async function filledTables(database: Database): Promise<string[]> {
  const { rows } = await database.execute(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  const names = rows.map((row) => (row as { tablename: string }).tablename);
  const filled = await Promise.all(
    names.map(async (name) => (await database.execute(`SELECT 1 FROM "${name}" LIMIT 1`)).rows.length > 0),
  );
  return names.filter((_, index) => filled[index]);
}

describe('a new folder', () => {
  test('that is a copy of the template is like one that was made step by step', async () => {
    const [copy, made] = [path.join(folder, 'copy'), path.join(folder, 'made')];
    const states = [];
    for (const [at, templates] of [[copy, await preparedTemplates()], [made]] as const) {
      const database = await opened(at, templates);
      states.push(await stateOf(database));
      expect(await filledTables(database)).toEqual(['_prisma_migrations']);
      await database.close();
    }
    expect(states[0]?.length).toBeGreaterThan(50);
    expect(states[0]).toEqual(states[1]);
  });

  test('is made step by step when the template is of other migrations', async () => {
    const templates = path.join(folder, 'templates');
    mkdirSync(path.join(templates, '0123456789abcdef'), { recursive: true });
    writeFileSync(path.join(templates, '0123456789abcdef', 'PG_VERSION'), '12\n');
    expect(await findTemplate(templates)).toBeNull();
    const database = await opened(path.join(folder, 'data'), templates);
    expect(await filledTables(database)).toEqual(['_prisma_migrations']);
    await database.close();
  });
});

describe('a process killed while it put a new database in place', () => {
  test.each(['before the copy is whole', 'before the copy is in its place'])(
    'leaves nothing that passes for one: %s',
    async (moment) => {
      const templates = await preparedTemplates();
      const template = (await findTemplate(templates)) ?? '';
      const unfinished = path.join(folder, 'postgres.unfinished');
      cpSync(template, unfinished, { recursive: true });
      if (moment === 'before the copy is whole') {
        for (const name of readdirSync(unfinished).filter((entry) => entry !== 'PG_VERSION'))
          rmSync(path.join(unfinished, name), { recursive: true });
      }
      const database = await opened(folder, templates);
      expect(await filledTables(database)).toEqual(['_prisma_migrations']);
      await database.close();
      expect(existsSync(unfinished)).toBe(false);
    },
  );

  test('is followed by one that starts, whenever it was killed', async () => {
    const templates = await preparedTemplates();
    for (let delay = 0; delay < 400; delay += 80) {
      const data = path.join(folder, String(delay));
      const child = runTypescript(WRITER, [data, templates]);
      const ended = new Promise((resolve) => child.once('close', resolve));
      while (!existsSync(path.join(data, 'postgres.unfinished')) && !existsSync(path.join(data, 'postgres')))
        await sleep(2);
      await sleep(delay);
      child.kill('SIGKILL');
      await ended;
      const database = await opened(data, templates);
      expect(await filledTables(database)).toContain('_prisma_migrations');
      await database.close();
    }
  });
});
