import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askOwner, lockFolder } from '../../src/storage/lock-folder.ts';
import { socketPath } from '../../src/storage/folder-socket.ts';
import { runTypescript } from '../support/run-typescript.ts';

let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-lock-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(kill));
  rmSync(folder, { recursive: true, force: true });
});

async function holdElsewhere(): Promise<{ child: ChildProcess; said: string }> {
  const child = runTypescript(path.join(import.meta.dirname, 'hold-folder.ts'), [folder]);
  running.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (part: Buffer) => resolve(part.toString())),
  );
  return { child, said: said.trim() };
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

test('a folder held by another process is refused with the number of its owner', async () => {
  const { child, said } = await holdElsewhere();
  expect(said).toBe('held');
  expect(await lockFolder(folder)).toEqual({
    ok: false,
    problem: { kind: 'folder_in_use', folder: realpathSync(folder), pid: child.pid },
  });
});

test('a folder whose owner was killed can be taken', async () => {
  const { child } = await holdElsewhere();
  await kill(child);
  const lock = await lockFolder(folder);
  if (!lock.ok) throw new Error('refused');
  expect((await holdElsewhere()).said).toBe('refused');
  await lock.value.release();
});

test('of many that take a left-behind folder at once, one gets it', async () => {
  await kill((await holdElsewhere()).child);
  const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
  expect(locks.filter((lock) => lock.ok)).toHaveLength(1);
  for (const lock of locks) if (lock.ok) await lock.value.release();
});

test('a released folder can be taken again', async () => {
  for (let i = 0; i < 2; i++) {
    const lock = await lockFolder(folder);
    if (!lock.ok) throw new Error('refused');
    await lock.value.release();
  }
});

test('the owner answers requests, long ones too, and nobody answers for a free folder', async () => {
  expect(await askOwner(folder, '"anyone"')).toBeNull();
  await holdElsewhere();
  const long = JSON.stringify({ text: 'あ'.repeat(100_000) });
  expect(await askOwner(folder, long)).toBe(long);
  expect(await Promise.all(['1', '2', '3'].map((line) => askOwner(folder, line)))).toEqual(['1', '2', '3']);
});

test('only the own user can reach the folder and its socket', async () => {
  const lock = await lockFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(socketPath(realpathSync(folder))).mode & 0o777).toBe(0o600);
  if (lock.ok) await lock.value.release();
});

test('a folder too deep for a socket is locked all the same', async () => {
  const deep = path.join(folder, 'd'.repeat(60), 'e'.repeat(60));
  mkdirSync(deep, { recursive: true });
  const lock = await lockFolder(deep, (line) => Promise.resolve(line));
  expect(await lockFolder(deep)).toMatchObject({ ok: false, problem: { pid: process.pid } });
  expect(await askOwner(deep, '"hello"')).toBe('"hello"');
  expect(statSync(path.dirname(socketPath(realpathSync(deep)))).mode & 0o777).toBe(0o700);
  if (lock.ok) await lock.value.release();
  rmSync(path.dirname(socketPath(realpathSync(deep))), { recursive: true });
});
