import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase, type DatabaseProblem } from '../../src/storage/open-database.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { storageContract } from '../contracts/storage-contract.ts';
import { eventually } from '../support/chat-client.ts';
import { startPostgres } from '../support/postgres.ts';
import { aMessage, anEntry, aConversation, NOON, silentLog } from '../support/storage-samples.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

async function opening(url: string): Promise<Database> {
  const opened = await openDatabase({ url, folder: '', log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

async function problemOf(url: string): Promise<DatabaseProblem | null> {
  const opened = await openDatabase({ url, folder: '', log: silentLog() });
  if (!opened.ok) return opened.problem;
  await opened.value.close();
  return null;
}

/** Two instances on one database. */
async function twoInstances(url: string): Promise<{ stores: [Store, Store]; close: () => Promise<void> }> {
  const databases = [await opening(url), await opening(url)] as const;
  const store = (database: Database): Store =>
    openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const stores: [Store, Store] = [store(databases[0]), store(databases[1])];
  const close = async (): Promise<void> => {
    for (const one of stores) await one.stop();
    for (const database of databases) await database.close();
  };
  return { stores, close };
}

describe.skipIf(server === null)('PostgreSQL', () => {
  if (server === null) return;

  storageContract('PostgreSQL', async () => opening(await server.createDatabase()));

  describe('a server on Tokyo time', () => {
    const inTokyo = ["TimeZone = 'Asia/Tokyo'"];

    test('instants are stored as they are and read back as they were', async () => {
      const url = await server.createDatabase(inTokyo);
      const { stores, close } = await twoInstances(url);
      const entry = anEntry();
      await stores[0].work.transact((tx) => tx.inbox.add(entry));
      expect((await stores[1].work.transact((tx) => tx.inbox.nextFor(entry.person)))?.entry.receivedAt).toBe(
        NOON,
      );
      await close();
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query(`SELECT received_at = $1::timestamptz AS exact FROM inbox_entry`, [
        NOON,
      ]);
      await client.end();
      expect(rows).toEqual([{ exact: true }]);
    });

    test('a url that insists on a time zone is refused', async () => {
      const url = new URL(await server.createDatabase());
      url.searchParams.set('options', '-c TimeZone=Asia/Tokyo');
      expect(await problemOf(url.href)).toEqual({ kind: 'database_time_zone', found: 'Asia/Tokyo' });
    });
  });

  test('a server that is not there is said, not thrown', async () => {
    const url = new URL(await server.createDatabase());
    url.pathname = '/no_such_database';
    expect(await problemOf(url.href)).toEqual({ kind: 'database_unreachable', sqlState: '3D000' });
    expect(await problemOf('postgresql://127.0.0.1:1/none')).toMatchObject({ kind: 'database_unreachable' });
  });

  test('instances that start at once migrate once', async () => {
    const url = await server.createDatabase();
    const databases = await Promise.all([1, 2, 3, 4].map(() => opening(url)));
    const { rows } = (await databases[0]?.execute('SELECT migration_name FROM _prisma_migrations')) ?? {
      rows: [],
    };
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    for (const database of databases) await database.close();
  });

  test('a migration that was edited after it was applied is refused by name', async () => {
    const url = await server.createDatabase();
    const database = await opening(url);
    await database.execute(`UPDATE _prisma_migrations SET checksum = 'another'`);
    await database.close();
    expect(await problemOf(url)).toMatchObject({
      kind: 'migration_changed',
      migration: '20261101000000_first',
    });
  });

  test("two instances work on a person's entries once each and in order", async () => {
    const { stores, close } = await twoInstances(await server.createDatabase());
    const entries = Array.from({ length: 20 }, () => anEntry());
    for (const entry of entries) await stores[0].work.transact((tx) => tx.inbox.add(entry));
    const worked: string[] = [];
    const workOnce = (store: Store): Promise<boolean> =>
      store.work.transact(async (tx) => {
        const next = await tx.inbox.nextFor('p-001');
        if (!next) return false;
        const { entry } = next;
        const turn = ((await tx.conversations.lock('p-001'))?.state.turn ?? 0) + 1;
        await tx.conversations.save('p-001', { state: aConversation(turn), platform: 'web', place: 'dm' });
        await tx.outbox.enqueue([aMessage({ key: `answer-${entry.id}` })]);
        await tx.inbox.done(entry.id, NOON);
        worked.push(entry.id);
        return true;
      });
    const drain = async (store: Store): Promise<void> => {
      while (await workOnce(store));
    };
    await Promise.all([...stores, ...stores].map(drain));
    for (const store of stores) await drain(store);
    expect(worked).toEqual(entries.map((entry) => entry.id));
    expect((await stores[1].inbox.conversationOf('p-001'))?.state.turn).toBe(20);
    expect(await stores[1].outbox.waiting()).toBe(20);
    await close();
  });

  test('what an instance holds is free for the others once it is gone, and not before', async () => {
    const url = await server.createDatabase();
    const databases = [await opening(url), await opening(url)] as const;
    const [going, staying] = databases.map((database) =>
      openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() }),
    );
    if (!going || !staying) throw new Error('two stores were expected');
    const until = '2026-11-20T03:01:00.000Z';
    await going.work.transact((tx) => tx.outbox.enqueue([aMessage({ key: 'k-1' })]));
    expect(await going.outbox.claim(NOON, until, 10)).toHaveLength(1);
    expect(await staying.outbox.claim(NOON, until, 10)).toEqual([]);
    await going.stop();
    await databases[0].close();
    // The server lets go of what a connection held a moment after its client has closed it.
    await expect
      .poll(() => staying.outbox.claim(NOON, until, 10))
      .toMatchObject([{ key: 'k-1', attempts: 2 }]);
    await staying.stop();
    await databases[1].close();
  });

  test('what an instance let go while its connections were cut is claimed again as soon as it is back', async () => {
    const url = await server.createDatabase();
    const { stores, close } = await twoInstances(url);
    const until = '2026-11-20T03:01:00.000Z';
    await stores[0].work.transact((tx) => tx.outbox.enqueue([aMessage({ key: 'k-1' })]));
    const [entry] = await stores[0].outbox.claim(NOON, until, 10);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await other.end();
    if (entry) stores[0].outbox.letGo(entry);
    const again = await eventually(
      async () => (await stores[0].outbox.claim(NOON, until, 10).catch(() => []))[0] ?? null,
      'the entry',
    );
    expect(again).toMatchObject({ key: 'k-1', attempts: 2 });
    await close();
  });

  test('a card enqueued while a worker claims it is neither lost nor doubled', async () => {
    const { stores, close } = await twoInstances(await server.createDatabase());
    const report = '00000000-0000-4000-8000-000000000001';
    const until = '2026-11-20T03:01:00.000Z';
    const card = (): ReturnType<typeof aMessage> => aMessage({ content: { kind: 'card', report } });
    for (let round = 0; round < 10; round++) {
      await stores[0].work.transact((tx) => tx.outbox.enqueue([card()]));
      let claimedInside: number | null = null;
      await stores[0].work.transact(async (tx) => {
        await tx.outbox.enqueue([card()]);
        claimedInside = (await stores[1].outbox.claim(NOON, until, 10)).length;
      });
      // Joined to the waiting card, which nobody can claim before the change is committed.
      expect(claimedInside).toBe(0);
      const [claimed] = await stores[1].outbox.claim(NOON, until, 10);
      if (!claimed) throw new Error('the card was lost');
      await stores[1].outbox.sent(claimed, { id: 'm' }, NOON);
      expect(await stores[0].outbox.waiting()).toBe(0);
    }
    await close();
  });

  test('what one instance posts in the web chat is heard by the other', async () => {
    const { stores, close } = await twoInstances(await server.createDatabase());
    const message = {
      place: 'channel a',
      author: 'bot',
      view: null,
      text: null,
      card: null,
      mention: false,
      at: NOON,
    } as const;
    const heard: string[] = [];
    stores[1].webChat.onChange((place) => heard.push(place));
    // Listening begins a moment after somebody asks for it.
    for (let i = 0; heard.length === 0 && i < 200; i++) {
      await stores[0].webChat.post({ ...message, key: `k-${i}` });
      await sleep(25);
    }
    expect(heard[0]).toBe('channel a');
    await close();
  });

  test('instances that post to the same places at the same moment keep the order of each, without a gap', async () => {
    const { stores, close } = await twoInstances(await server.createDatabase());
    const places = ['a', 'b', 'c', 'd', 'e'];
    const said = { author: 'bot', view: null, card: null, mention: false, at: NOON } as const;
    const rounds = Array.from({ length: 40 }, (_, round) => round);
    await Promise.all(
      stores.flatMap(({ webChat }, instance) =>
        rounds.flatMap((round) =>
          (instance === 0 ? places : places.toReversed()).map((place) => {
            const text = `${String(instance)} ${String(round).padStart(2, '0')}`;
            return webChat.post({ ...said, place, text, key: `${place} ${text}` });
          }),
        ),
      ),
    );
    for (const place of places) {
      const { messages } = await stores[0].webChat.since(place, 0, 100);
      expect(messages.map(({ revision }) => revision)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
      for (const instance of ['0', '1']) {
        const own = messages.flatMap(({ text }) => (text?.startsWith(instance) ? [text] : []));
        expect(own).toEqual(own.toSorted());
      }
    }
    await close();
  });

  test('a connection that is cut in the middle is an error of the database, and the next attempt works', async () => {
    const database = await opening(await server.createDatabase());
    const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
    const cut = store.work.transact(async (tx) => {
      await tx.inbox.add(anEntry());
      const { rows } = await database.execute(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = $1',
        ['idle in transaction'],
      );
      expect(rows).toHaveLength(1);
      await tx.inbox.add(anEntry());
    });
    await expect(cut).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
    // Also on a connection that nobody but the statement listens to: it cuts itself off.
    const own = database.execute('SELECT pg_terminate_backend(pg_backend_pid())');
    await expect(own).rejects.toMatchObject({ name: 'StorageError', code: 'unavailable' });
    expect(await store.work.transact((tx) => tx.inbox.add(anEntry()))).toBe(true);
    expect(await store.inbox.peopleWaiting(10)).toEqual(['p-001']);
    await store.stop();
    await database.close();
  });
});
