import { expect, test } from 'vitest';
import type { NewWebMessage } from '../../src/application/ports/web-chat.ts';
import { scopeOf } from '../../src/domain/permission.ts';
import type { Database } from '../../src/storage/database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { NOON, silentLog } from '../support/storage-samples.ts';

const everything = scopeOf({ person: 'p-001', standings: [{ role: 'risk_compliance', unit: 'd-risk' }] });

/** How often a table was read from its beginning to its end. */
async function wholeReads(database: Database, table: string): Promise<number> {
  await database.execute('SELECT pg_stat_force_next_flush()');
  const { rows } = await database.execute(
    `SELECT seq_scan::int AS count FROM pg_stat_user_tables WHERE relname = '${table}'`,
  );
  return (rows as { count: number }[])[0]?.count ?? NaN;
}

test('plans that the embedded database keeps from when it was empty read no table as a whole', async () => {
  const database = await openMemoryDatabase();
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const message = (key: string): NewWebMessage => ({
    key,
    place: 'channel-a',
    author: 'bot',
    at: NOON,
    view: null,
    text: null,
    card: null,
    mention: false,
  });
  const use = async (round: number) => {
    await Promise.all(['a', 'b'].map((name) => store.webChat.post(message(`${name}-${String(round)}`))));
    await store.webChat.since('channel-a', round, 10);
    await store.webChat.page('channel-a', null, 10);
    await store.reports.visible(everything, ['INC-26-A0001', 'INC-26-A0002']);
  };
  // After five times a plan is kept.
  for (let round = 0; round < 10; round++) await use(round);
  const before = [await wholeReads(database, 'web_message'), await wholeReads(database, 'report')];
  for (let round = 10; round < 15; round++) await use(round);
  const after = [await wholeReads(database, 'web_message'), await wholeReads(database, 'report')];
  expect(after).toEqual(before);
  await store.stop();
  await database.close();
});
