import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.ts';
import { houseOver, sharedParts } from '../support/a-house.ts';
import { hire } from '../support/crowd.ts';
import { startPostgres } from '../support/postgres.ts';
import { settle } from '../support/settle.ts';
import { silentLog } from '../support/storage-samples.ts';

const WRITERS = 30;

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(server === null)(`${WRITERS} people write at once, and their work gets stuck`, () => {
  // Of a locked conversation only its reading goes on, as it does while somebody's work takes long.
  it('whoever writes next is acknowledged all the same, and everybody is answered later', async () => {
    const url = (await server?.createDatabase()) ?? '';
    const opened = await openDatabase({ url, folder: '', log: silentLog() });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const house = houseOver(await sharedParts(), opened.value);
    await house.prepare();
    const people = hire([house], ['yamada'], WRITERS);
    const write = (person: string) =>
      house.edge.receive({
        platform: 'web',
        eventId: `first-${person}`,
        person,
        place: { kind: 'personal', address: `me:${person}` },
        body: { kind: 'said', text: '窓口の番号札に待ち人数を表示するようにしたいです', attachments: 0 },
      });

    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE conversation IN EXCLUSIVE MODE');
    try {
      for (const person of people) expect(await write(person)).toMatchObject({ ok: true });
    } finally {
      await holder.query('ROLLBACK');
      await holder.end();
    }
    await settle(house);
    expect(await house.store.inbox.waiting()).toBe(0);
    const answered = await opened.value.execute(
      `SELECT count(DISTINCT place)::int AS people FROM web_message WHERE author IS NULL AND place LIKE 'me:crowd-%'`,
    );
    expect(answered.rows).toEqual([{ people: WRITERS }]);
    await house.stop();
  });
});
