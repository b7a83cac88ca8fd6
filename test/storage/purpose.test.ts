import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { settlePurpose } from '../../src/storage/purpose.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { anEntry, aReport, extended, silentLog } from '../support/storage-samples.ts';

let database: Database;
beforeEach(async () => {
  database = await openMemoryDatabase();
});
afterEach(() => database.close());

const store = () => openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });

describe('the purpose of a database', () => {
  it.each([true, false])('is what the first start says (demo: %s), for good', async (demo) => {
    expect(await settlePurpose(database.prisma, demo)).toBe(demo);
    expect(await settlePurpose(database.prisma, !demo)).toBe(demo);
  });

  it('is what people really report where a report was before anybody asked', async () => {
    const { report, linked } = extended(aReport(), [{}]);
    await store().work.transact((tx) => tx.reports.create(report, linked, []));
    expect(await settlePurpose(database.prisma, true)).toBe(false);
  });

  it('is what people really report where something was said, though nothing is filed yet', async () => {
    await store().work.transact((tx) => tx.inbox.add(anEntry()));
    expect(await settlePurpose(database.prisma, true)).toBe(false);
  });

  it('lets nothing be seeded among what people really report', async () => {
    await settlePurpose(database.prisma, false);
    const plan = { seed: 'seed', reports: 10, today: '2026-11-20' };
    await expect(store().seeding.begin(plan)).rejects.toThrow('not for the seeded example');
    await expect(store().seeding.write({ reports: [], messages: [], last: true })).rejects.toThrow();
  });
});
