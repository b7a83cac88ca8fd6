import { CARD } from '../../src/application/ports/postings.ts';
import { beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { SeedingStore } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { demoReports } from '../../src/demo/demo-reports.ts';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import type { Database } from '../../src/storage/database.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { settlePurpose } from '../../src/storage/purpose.ts';
import { DEMO_TODAY, demoParts, type DemoUnderTest } from '../support/demo-parts.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { silentLog } from '../support/storage-samples.ts';

const plan = { seed: 'seed', reports: 60, today: DEMO_TODAY };
const signer = {
  keyId: 'k',
  sign: () => '',
  verify: () => true,
  remember: () => undefined,
  newest: () => null,
};

let parts: DemoUnderTest;
let database: Database;
let store: Store;
beforeAll(async () => {
  parts = await demoParts();
}, 240_000);
beforeEach(async () => {
  database = await openMemoryDatabase();
  store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  await settlePurpose(database.prisma, true);
});
afterEach(async () => {
  await store.stop();
  await database.close();
});

function seed(over: Partial<SeedingStore> = {}, planned = plan): Promise<boolean> {
  return seedDemo({ ...parts, seeding: { ...store.seeding, ...over } }, planned);
}

/** Fails from the given write on, as a killed process would. */
function failingAt(write: number): Partial<SeedingStore> {
  let writes = 0;
  return {
    write: (batch) => {
      writes += 1;
      return writes < write ? store.seeding.write(batch) : Promise.reject(new Error('killed'));
    },
  };
}

async function numbers(): Promise<string[]> {
  const rows = await database.prisma.report.findMany({ select: { number: true } });
  return rows.map(({ number }) => number).sort();
}

function planned(): string[] {
  return demoReports(parts, plan)
    .stretch(0, plan.reports)
    .map(({ report }) => report.number)
    .sort();
}

describe('the seeded example', () => {
  it('verifies: chains unbroken, and every report as its events say', async () => {
    expect(await seed()).toBe(true);
    const verified = await verifyLedger({ ledger: store.ledger, hash: parts.hash, signer });
    expect(verified).toMatchObject({ flaw: null, chains: plan.reports });
    expect(await numbers()).toEqual(planned());
  });

  it('is written once', async () => {
    await seed();
    const before = await database.prisma.webMessage.count();
    expect(await seed({ write: () => Promise.reject(new Error('written again')) })).toBe(true);
    expect(await database.prisma.webMessage.count()).toBe(before);
  });

  it.each([1, 2])('is taken up again after it was killed at write %i, and ends the same', async (write) => {
    await expect(seed(failingAt(write))).rejects.toThrow('killed');
    expect((await store.seeding.begin(plan)).finished).toBe(false);
    expect(await database.prisma.webMessage.count()).toBe(0);
    expect(await seed()).toBe(true);
    expect(await numbers()).toEqual(planned());
  });

  it('goes on by the plan that it was begun with', async () => {
    await expect(seed(failingAt(2))).rejects.toThrow('killed');
    await seed({}, { seed: 'another', reports: 90, today: '2026-12-24' });
    expect(await numbers()).toEqual(planned());
  });

  it('can be broken off between two batches', async () => {
    const parted = { ...parts, seeding: store.seeding };
    expect(await seedDemo(parted, plan, () => undefined, AbortSignal.abort())).toBe(false);
    expect(await numbers()).toEqual([]);
  });

  it('takes up the reports of people who are tried out with what was said to them', async () => {
    await seed();
    const [yamada] = await store.reports.mine('yamada', { limit: 1 });
    const { messages: said } = await store.webChat.page('me:yamada', null, 100);
    const own = said.filter(({ author }) => author !== 'bot').map(({ text }) => text);
    expect(own).toContain(yamada?.filing.text);
    expect(said.map(({ at }) => at)).toEqual(said.map(({ at }) => at).toSorted());
    expect(await store.webChat.revision('me:yamada')).toBe(said.length);
  });

  it('puts a card of a report into the channels of its units, where it lives on', async () => {
    await seed();
    const { messages: cards } = await store.webChat.page('risk-compliance', null, 100);
    expect(cards.length).toBeGreaterThan(5);
    for (const { id, card } of cards) {
      const report = await database.prisma.report.findUniqueOrThrow({ where: { number: card ?? '' } });
      const at = { platform: 'web', place: 'risk-compliance' };
      const ref = (await store.postings.of(report.id, CARD, at))?.ref ?? null;
      expect(ref).toEqual({ id });
    }
  });
});
