import { CARD } from '../../../src/application/ports/postings.ts';
import { expect, test } from 'vitest';
import type { PastWebMessage } from '../../../src/application/ports/seeding.ts';
import { settlePurpose } from '../../../src/storage/purpose.ts';
import { aReport, aView, extended, NOON } from '../../support/storage-samples.ts';
import type { Given, StorageUnderTest } from '../storage-contract.ts';

const PLAN = { seed: 'seed', reports: 3, today: '2026-11-20' };

async function begun({ store, database }: StorageUnderTest): Promise<void> {
  await settlePurpose(database.prisma, true);
  await store.seeding.begin(PLAN);
}

function aNewReport() {
  const { report, linked } = extended(aReport(), [{}, { content: null }, {}]);
  return { report, events: linked, terms: [{ text: '通知書', weight: 2 }] };
}

function aPastMessage(over: Partial<PastWebMessage>): PastWebMessage {
  const { id } = aReport();
  const common = { place: 'channel-a', author: 'bot' as const, view: aView(), text: null, card: null };
  return { ...common, id, key: id, mention: false, at: NOON, editedAt: null, report: null, ...over };
}

export function seedingCases(given: Given): void {
  test('reports written by the hundred read like those filed one by one', async () => {
    const { store } = given();
    await begun(given());
    const reports = [aNewReport(), aNewReport()];
    await store.seeding.write({ reports, messages: [], last: false });
    const other = aNewReport();
    await store.work.transact((tx) => tx.reports.create(other.report, other.events, other.terms));
    const chains = [];
    for await (const chain of store.ledger.chains()) chains.push(chain);
    for (const { report, events } of [...reports, other]) {
      const chain = chains.find((one) => one.report === report.id);
      expect(chain).toMatchObject({ row: report, head: report.head });
      expect(chain?.events.map(({ event, content }) => ({ event, content }))).toEqual(events);
      const found = await store.reports.internal(report.id);
      expect(found).toEqual(report);
    }
    const positions = chains.flatMap(({ events }) => events.map(({ position }) => position));
    expect(new Set(positions).size).toBe(9);
  });

  test('messages of the past stand in their order, and what is said later comes after them', async () => {
    const { store } = given();
    await begun(given());
    const filed = aNewReport();
    const card = aPastMessage({ card: filed.report.number, report: filed.report.id, editedAt: NOON });
    const said = aPastMessage({ author: { person: 'p-001' }, view: null, text: 'ことば' });
    await store.seeding.write({ reports: [filed], messages: [card, said], last: true });
    const { report: _, ...later } = aPastMessage({});
    await store.webChat.post(later);
    const { messages: page } = await store.webChat.page('channel-a', null, 10);
    expect(page).toMatchObject([
      { id: card.id, card: filed.report.number, editedAt: NOON, revision: 1 },
      { id: said.id, author: { person: 'p-001' }, text: 'ことば', revision: 2 },
      { revision: 3 },
    ]);
    const at = { platform: 'web', place: 'channel-a' };
    const ref = (await store.postings.of(filed.report.id, CARD, at))?.ref ?? null;
    expect(ref).toEqual({ id: card.id });
  });

  test('a batch that cannot be written whole is not written, nor counted', async () => {
    const { store } = given();
    await begun(given());
    const twice = aNewReport();
    const write = store.seeding.write({ reports: [twice, twice], messages: [], last: false });
    await expect(write).rejects.toThrow();
    expect(await store.reports.internal(twice.report.id)).toBeNull();
    expect(await store.seeding.begin(PLAN)).toEqual({ ...PLAN, written: 0, finished: false });
  });

  test('what was begun is remembered with how far it has come', async () => {
    const { store } = given();
    await begun(given());
    await store.seeding.write({ reports: [aNewReport(), aNewReport()], messages: [], last: false });
    const other = { seed: 'other', reports: 9, today: '2027-01-01' };
    expect(await store.seeding.begin(other)).toEqual({ ...PLAN, written: 2, finished: false });
    await store.seeding.write({ reports: [aNewReport()], messages: [], last: true });
    expect(await store.seeding.begin(other)).toEqual({ ...PLAN, written: 3, finished: true });
    await expect(store.seeding.write({ reports: [], messages: [], last: true })).rejects.toThrow();
  });
}
