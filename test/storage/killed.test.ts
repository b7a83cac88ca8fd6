import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { firstFlaw } from '../../src/domain/ledger.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { runTypescript } from '../support/run-typescript.ts';
import { sha256, silentLog } from '../support/storage-samples.ts';

const ROUNDS = 5;
const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(): Promise<Database> {
  const opened = await openDatabase({
    url: null,
    folder,
    templates: await preparedTemplates(),
    log: silentLog(),
  });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

/** The numbers a writer acknowledged before it was killed in the middle of its work. */
async function writeAndKill(afterMs: number): Promise<string[]> {
  const writer = runTypescript(path.join(import.meta.dirname, 'write-until-killed.ts'), [folder]);
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    writer.once('exit', () => reject(new Error('the writer ended by itself')));
    writer.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      if (printed.split('\n').length > 5) resolve();
    });
  });
  writer.removeAllListeners('exit');
  await sleep(afterMs);
  const ended = new Promise((resolve) => writer.once('close', resolve));
  writer.kill('SIGKILL');
  await ended;
  // A line without its end was cut off by the kill.
  return printed.split('\n').slice(1, -1);
}

test('a process killed again and again loses nothing it acknowledged and leaves nothing half done', async () => {
  await (await open()).close();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) acknowledged.push(...(await writeAndKill(37 * round)));
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);

  const database = await open();
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const found: string[] = [];
  for await (const { report, number, head, events } of store.ledger.chains()) {
    found.push(number);
    expect(head?.seq).toBe(2);
    const linked = events.map(({ event }) => event);
    expect(firstFlaw(report, linked, () => null, sha256)).toBeNull();
  }
  expect(found).toEqual(expect.arrayContaining(acknowledged));
  expect(await database.prisma.outboxEntry.count()).toBe(found.length);
  expect(await store.inbox.peopleWaiting(10)).toEqual([]);
  await store.stop();
  await database.close();
}, 120_000);
