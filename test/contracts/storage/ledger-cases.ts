import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type {
  CheckpointState,
  LedgerReader,
  SignedCheckpoint,
} from '../../../src/application/ports/ledger-reader.ts';
import { addMinutes } from '../../../src/domain/business-time.ts';
import { firstFlaw, link } from '../../../src/domain/ledger.ts';
import { viewedEvent } from '../../../src/domain/report-views.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Store } from '../../../src/storage/open-store.ts';
import { aReport, extended, NOON, sha256 } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

async function filed(store: Store, events = 1): Promise<Report> {
  const { report, linked } = extended(
    aReport(),
    Array.from({ length: events }, () => ({})),
  );
  await store.work.transact((tx) => tx.reports.create(report, linked, []));
  return report;
}

type Chain = ReturnType<LedgerReader['chains']> extends AsyncIterable<infer C> ? C : never;

async function chains(store: Store): Promise<Chain[]> {
  const all: Chain[] = [];
  for await (const chain of store.ledger.chains()) all.push(chain);
  return all;
}

function signed(state: CheckpointState): SignedCheckpoint {
  const number = (state.last?.number ?? 0) + 1;
  const counts = { chains: state.heads.length, events: state.events, upTo: state.upTo };
  return {
    number,
    at: NOON,
    ...counts,
    digest: 'd',
    previous: state.last?.digest ?? '',
    keyId: 'k',
    signature: 's',
  };
}

export function ledgerCases(given: Given): void {
  test('a chain read back is unbroken and holds what was written', async () => {
    const { store } = given();
    const report = await filed(store, 3);
    const [chain] = await chains(store);
    expect(chain).toMatchObject({ report: report.id, number: report.number, head: report.head, row: report });
    expect(chain?.events.map(({ event }) => event.seq)).toEqual([1, 2, 3]);
    const contents = new Map(chain?.events.map(({ event, content }) => [event, content]));
    expect(
      firstFlaw(report.id, [...contents.keys()], (event) => contents.get(event) ?? null, sha256),
    ).toBeNull();
  });

  test('views stand at the end of several chains at once, and change nothing but where these end', async () => {
    const { store } = given();
    const reports = [await filed(store, 2), await filed(store)];
    const viewed = viewedEvent('yoshida', NOON, 'list');
    await store.work.transact(async (tx) => {
      const heads = await tx.reports.lockHeads([...reports.map(({ id }) => id), randomUUID()]);
      expect(heads).toEqual(new Map(reports.map(({ id, head }) => [id, head])));
      await tx.reports.appendToHeads(
        [...heads].map(([id, head]) => link(id, head, viewed, 's', sha256).event),
      );
    });
    for (const chain of await chains(store)) {
      const before = reports.find(({ id }) => id === chain.report);
      expect(chain.row).toEqual({ ...before, head: chain.head });
      expect(chain.events.map(({ event }) => event.kind).at(-1)).toBe('viewed');
    }
    const since = (by: 'list' | 'page', at: string) =>
      store.reports.viewedSince(
        { person: 'yoshida', by, since: at },
        reports.map(({ id }) => id),
      );
    expect(await since('list', NOON)).toEqual(new Set(reports.map(({ id }) => id)));
    expect(await since('page', NOON)).toEqual(new Set());
    expect(await since('list', addMinutes(NOON, 1))).toEqual(new Set());
  });

  test('every chain comes once, in the order of report ids', async () => {
    const { store } = given();
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push((await filed(store)).id);
    expect((await chains(store)).map((chain) => chain.report)).toEqual(ids.sort());
  });

  test('the database refuses to change, delete or empty the ledger', async () => {
    const { store, database } = given();
    await filed(store);
    for (const attempt of [
      `UPDATE ledger_event SET actor = 'p-999'`,
      'DELETE FROM ledger_event',
      'TRUNCATE ledger_event CASCADE',
      'DELETE FROM report',
    ]) {
      await expect(database.execute(attempt), attempt).rejects.toMatchObject({ name: 'StorageError' });
    }
    expect(await chains(store)).toHaveLength(1);
  });

  test('an event cannot take the place of another', async () => {
    const { store } = given();
    const report = await filed(store);
    const { linked } = extended({ ...report, head: { ...report.head, seq: 0 } }, [{}]);
    await expect(
      store.work.transact((tx) => tx.reports.append([{ report, events: linked }])),
    ).rejects.toMatchObject({
      code: 'duplicate',
    });
  });

  test('a change to a column of the row shows in what is read back', async () => {
    const { store, database } = given();
    const report = await filed(store);
    await database.execute(`UPDATE report SET visibility = 'open'`);
    expect((await chains(store))[0]?.row).toEqual({ ...report, visibility: 'open' });
  });

  test('purged content is told apart from content that never was', async () => {
    const { store, database } = given();
    const { report, linked } = extended(aReport(), [{}, { content: null }]);
    await store.work.transact((tx) => tx.reports.create(report, linked, []));
    await database.execute('UPDATE ledger_content SET salt = NULL, body = NULL, purged_at = now()');
    const [chain] = await chains(store);
    expect(chain?.events.map(({ content, purged }) => ({ content, purged }))).toEqual([
      { content: null, purged: true },
      { content: null, purged: false },
    ]);
  });

  test('a checkpoint counts every chain and event and names the last position', async () => {
    const { store } = given();
    await filed(store, 2);
    const last = await filed(store, 3);
    const taken = await store.checkpoints.take(signed);
    expect(taken).toMatchObject({ number: 1, chains: 2, events: 5 });
    const positions = (await chains(store)).flatMap((chain) => chain.events.map((event) => event.position));
    expect(taken?.upTo).toBe(Math.max(...positions));
    const heads: CheckpointState['heads'] = [];
    await store.checkpoints.take((state) => {
      heads.push(...state.heads);
      return null;
    });
    expect(heads).toContainEqual({ report: last.id, ...last.head });
    expect(heads.map((head) => head.report)).toEqual(heads.map((head) => head.report).sort());
    expect(await store.ledger.checkpoints()).toEqual([taken]);
  });

  test('checkpoints taken at the same time, while reports are filed, are numbered without gap', async () => {
    const { store } = given();
    const filing = Promise.all(Array.from({ length: 6 }, () => filed(store)));
    await Promise.all(Array.from({ length: 3 }, () => store.checkpoints.take(signed)));
    await filing;
    expect((await store.ledger.checkpoints()).map((one) => one.number)).toEqual([1, 2, 3]);
  });
}
