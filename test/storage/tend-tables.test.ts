import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { tendTables } from '../../src/storage/tend-tables.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';

let database: Database;
beforeAll(async () => {
  database = await openMemoryDatabase();
});
afterAll(() => database.close());

async function wholeReads(): Promise<number> {
  await database.execute('SELECT pg_stat_force_next_flush()');
  const { rows } = await database.execute(
    `SELECT seq_scan::int AS count FROM pg_stat_user_tables WHERE relname = 'web_place'`,
  );
  return (rows as { count: number }[])[0]?.count ?? NaN;
}

const placesNamed = (names: string[]) =>
  database.prisma.$queryRaw`
    SELECT w.revision FROM jsonb_to_recordset(${JSON.stringify(names.map((place) => ({ place })))}::jsonb) AS n(place text)
    JOIN web_place w ON w.place = n.place`;

describe('the tables of the embedded database', () => {
  test('are read by what they hold, also by statements that were planned while they were empty', async () => {
    for (let round = 0; round < 10; round++) await placesNamed(['a', 'b']);
    await database.execute(`INSERT INTO web_place SELECT 'p' || n, n FROM generate_series(1, 200000) n`);
    const planned = await wholeReads();
    await placesNamed(['p1', 'p2']);
    // Such a plan reads everything; if it ever does not, this test has lost its object.
    expect(await wholeReads()).toBe(planned + 1);
    await tendTables(database);
    const tended = await wholeReads();
    await placesNamed(['p1', 'p2']);
    expect(await wholeReads()).toBe(tended);
  });

  test('use the room of what is gone again', async () => {
    await database.execute(`UPDATE web_place SET revision = revision + 1`);
    const size = async () =>
      (await database.execute(`SELECT pg_relation_size('web_place')::int AS size`)).rows as {
        size: number;
      }[];
    await database.execute('SELECT pg_stat_force_next_flush()');
    await tendTables(database);
    const before = await size();
    await database.execute(`UPDATE web_place SET revision = revision + 1`);
    expect(await size()).toEqual(before);
  });

  test('are left to a server, which tends them itself', async () => {
    const asked: string[] = [];
    const execute = (sql: string) => {
      asked.push(sql);
      return Promise.resolve({ rows: [] });
    };
    await tendTables({ embedded: false, execute });
    expect(asked).toEqual([]);
  });
});
