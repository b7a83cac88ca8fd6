import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { diskRoom, freeBytesOf, RESERVE_BYTES } from '../../src/storage/disk-room.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { anEntry, NOON, silentLog } from '../support/storage-samples.ts';

describe('a disk that is nearly full', () => {
  const disk = { hasRoom: true };
  let database: Database;
  let store: Store;
  beforeAll(async () => {
    const opened = await openMemoryDatabase();
    database = { ...opened, hasRoom: () => Promise.resolve(disk.hasRoom) };
    store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  });
  afterAll(() => database.close());

  test('takes nothing new, finishes what was accepted, and takes more once there is room', async () => {
    const [accepted, refused] = [anEntry(), anEntry()];
    const add = (entry: typeof accepted) => store.work.transact((tx) => tx.inbox.add(entry));
    expect(await add(accepted)).toBe(true);
    disk.hasRoom = false;
    await expect(add(refused)).rejects.toMatchObject({ name: 'StorageError', code: 'disk_full' });
    await store.work.transact((tx) => tx.inbox.done(accepted.id, NOON));
    expect(await store.inbox.waiting()).toBe(0);
    disk.hasRoom = true;
    expect(await add(refused)).toBe(true);
  });
});

describe('room on the disk', () => {
  test('is there down to the reserve, and looked at once a second at most', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const disk = { free: RESERVE_BYTES, looks: 0 };
    const hasRoom = diskRoom(() => {
      disk.looks++;
      return Promise.resolve(disk.free);
    }, silentLog());
    expect(await hasRoom()).toBe(true);
    disk.free = RESERVE_BYTES - 1;
    expect(await hasRoom()).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect([await hasRoom(), await hasRoom()]).toEqual([false, false]);
    expect(disk.looks).toBe(2);
    vi.useRealTimers();
  });

  test('of a folder that cannot be asked is taken for granted', async () => {
    expect(await freeBytesOf('/nowhere/at/all')).toBe(Infinity);
    expect(await freeBytesOf(import.meta.dirname)).toBeGreaterThan(0);
  });
});
