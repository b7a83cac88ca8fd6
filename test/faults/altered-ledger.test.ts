import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postCheckpoint } from '../../src/application/take-checkpoint.ts';
import { verifyLedger, type LedgerFlaw, type Verification } from '../../src/application/verify-ledger.ts';
import { answerFrom } from '../../src/compose/answer-from.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';

const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const TABLES = ['report', 'ledger_event', 'ledger_content', 'checkpoint'];

let parts: SharedParts;
let database: Database;
let house: House;
/** Two reports in the order in which they are verified. */
let one: { id: string; number: string };
let two: { id: string; number: string };

beforeAll(async () => {
  parts = await sharedParts();
  database = await openMemoryDatabase();
  house = houseOver(parts, database);
  await house.prepare();
  const first = await fileAndAcknowledge('suzuki');
  await checkpoint();
  const second = await fileAndAcknowledge('yamada');
  await checkpoint();
  [one, two] = first.id < second.id ? [first, second] : [second, first];
  for (const table of TABLES) await database.execute(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
});
afterAll(() => house.stop());
beforeEach(() =>
  asOwner(
    ...TABLES.map((table) => `DELETE FROM ${table}`),
    ...TABLES.map((table) => `INSERT INTO ${table} SELECT * FROM kept_${table}`),
  ),
);

async function fileAndAcknowledge(person: string): Promise<{ id: string; number: string }> {
  const at = { platform: 'web', person, place: { kind: 'personal' as const, address: `me:${person}` } };
  for (const text of [PROPOSAL, '送信']) {
    await house.edge.receive({ ...at, eventId: randomUUID(), body: { kind: 'said', text, attachments: 0 } });
    await settle(house);
  }
  const [report] = await house.store.reports.mine(person, { limit: 1 });
  if (!report) throw new Error('nothing was filed');
  const press = { action: 'acknowledge', report: report.number };
  await house.edge.receive({
    ...at,
    person: 'sato',
    eventId: randomUUID(),
    body: { kind: 'pressed', press },
  });
  await settle(house);
  return report;
}

async function checkpoint(): Promise<void> {
  const { surroundings, signer, store } = house;
  const { checkpoints, ledger, work } = store;
  await postCheckpoint({ ...surroundings, signer, checkpoints, ledger, unitOfWork: work });
  await settle(house);
}

/** As whoever owns the database can: neither triggers nor foreign keys are in the way. */
async function asOwner(...statements: string[]): Promise<void> {
  await database.execute(
    ['SET session_replication_role = replica', ...statements, 'RESET session_replication_role'].join(';\n'),
  );
}

function verify(): Promise<Verification> {
  return verifyLedger({ ledger: house.store.ledger, hash: systemHash, signer: house.signer });
}

function answer() {
  return answerFrom(parts.organized, house, { command: 'verify', locale: 'ja' });
}

test('an unaltered ledger is verified, and says how much there is', async () => {
  expect(await verify()).toEqual({ chains: 2, events: 6, purged: 0, checkpoints: 2, flaw: null });
  expect(await answer()).toMatchObject({ code: 0, problems: [] });
});

test('the ledger cannot be changed by mistake', async () => {
  for (const statement of ['UPDATE ledger_event SET actor = actor', 'DELETE FROM ledger_event']) {
    await expect(database.execute(statement)).rejects.toThrow('storage');
  }
});

describe('what an owner of the database alters is named', () => {
  type EventFlaw = Extract<LedgerFlaw, { kind: 'event' }>;
  const event = (report: () => { id: string; number: string }, seq: number, flaw: EventFlaw['flaw']) => {
    return (): LedgerFlaw => ({ kind: 'event', report: report().id, number: report().number, seq, flaw });
  };
  const missing = () => expect.objectContaining({ kind: 'checkpoint', flaw: 'events_missing' }) as LedgerFlaw;
  const where = (report: { id: string }, seq: number) => `report_id = '${report.id}' AND seq = ${seq}`;
  const contentOf = (report: { id: string }) =>
    `position = (SELECT position FROM ledger_event WHERE ${where(report, 1)})`;

  const cases: [string, () => string[], () => LedgerFlaw][] = [
    [
      'the first of several altered events',
      () => [
        `UPDATE ledger_event SET actor = 'kato' WHERE ${where(two, 2)}`,
        `UPDATE ledger_event SET at = at - interval '1 day' WHERE ${where(one, 3)}`,
        `UPDATE ledger_event SET facts = facts || '{"primary":"audit"}' WHERE ${where(one, 2)}`,
      ],
      event(() => one, 2, 'altered'),
    ],
    [
      'an event written anew with a hash of its own',
      () => [`UPDATE ledger_event SET actor = 'kato', hash = repeat('0', 64) WHERE ${where(one, 2)}`],
      event(() => one, 2, 'altered'),
    ],
    [
      'an altered content',
      () => [`UPDATE ledger_content SET body = replace(body, '3', '2') WHERE ${contentOf(two)}`],
      event(() => two, 1, 'content_altered'),
    ],
    [
      'a content that vanished without being purged',
      () => [`DELETE FROM ledger_content WHERE ${contentOf(two)}`],
      event(() => two, 1, 'content_missing'),
    ],
    [
      'an event cut out of the middle',
      () => [`DELETE FROM ledger_event WHERE ${where(one, 2)}`],
      event(() => one, 3, 'out_of_order'),
    ],
    [
      'a removed last event',
      () => [`DELETE FROM ledger_event WHERE ${where(one, 3)}`],
      () => ({ kind: 'cut_short', report: one.id, number: one.number, seq: 3 }),
    ],
    [
      'a removed last event, with the report set back as well',
      () => [
        `DELETE FROM ledger_event WHERE ${where(one, 3)}`,
        `UPDATE report SET head_seq = 2, head_hash =
          (SELECT hash FROM ledger_event WHERE ${where(one, 2)}) WHERE id = '${one.id}'`,
      ],
      missing,
    ],
    [
      'a row that shows something else than its events say',
      () => [`UPDATE report SET gist = 'x' WHERE id = '${one.id}'`],
      () => ({ kind: 'projection', report: one.id, number: one.number }),
    ],
    [
      'a removed report',
      () => [`DELETE FROM report WHERE id = '${two.id}'`],
      () => ({ kind: 'cut_short', report: two.id, number: '', seq: 3 }),
    ],
    [
      'a report removed with all its events',
      () => [
        `DELETE FROM ledger_content WHERE position IN (SELECT position FROM ledger_event WHERE report_id = '${two.id}')`,
        `DELETE FROM ledger_event WHERE report_id = '${two.id}'`,
        `DELETE FROM report WHERE id = '${two.id}'`,
      ],
      missing,
    ],
    [
      'two chains exchanged',
      () => {
        const spare = randomUUID();
        const move = (from: string, to: string) =>
          `UPDATE ledger_event SET report_id = '${to}' WHERE report_id = '${from}'`;
        return [move(one.id, spare), move(two.id, one.id), move(spare, two.id)];
      },
      event(() => one, 1, 'broken_link'),
    ],
    [
      'a removed checkpoint',
      () => ['DELETE FROM checkpoint WHERE number = 1'],
      () => ({ kind: 'checkpoint', checkpoint: 2, flaw: 'order' }),
    ],
    [
      'a checkpoint that says less than was signed',
      () => ['UPDATE checkpoint SET events = events - 1 WHERE number = 2'],
      () => ({ kind: 'checkpoint', checkpoint: 2, flaw: 'signature' }),
    ],
    [
      'a forged signature',
      () => ['UPDATE checkpoint SET signature = (SELECT signature FROM checkpoint WHERE number = 1)'],
      () => ({ kind: 'checkpoint', checkpoint: 2, flaw: 'signature' }),
    ],
    [
      'a checkpoint of another key',
      () => [`UPDATE checkpoint SET key_id = repeat('0', 16) WHERE number = 1`],
      () => ({ kind: 'checkpoint', checkpoint: 1, flaw: 'unknown_key' }),
    ],
  ];

  test.each(cases)('%s', async (_what, alter, flaw) => {
    await asOwner(...alter());
    expect((await verify()).flaw).toEqual(flaw());
    const { code, lines, problems } = await answer();
    expect([code, lines, problems.length]).toEqual([1, [], 1]);
  });
});

test('the number and the place are named for people', async () => {
  await asOwner(`UPDATE ledger_event SET actor = 'kato' WHERE report_id = '${one.id}' AND seq = 2`);
  expect((await answer()).problems).toEqual([
    `${one.number} の2番目の記録が、書かれたままではありません。書き換えられています。`,
  ]);
});

test('a content that was purged is no flaw: its commitment stays', async () => {
  await asOwner(`UPDATE ledger_content SET salt = NULL, body = NULL, purged_at = now()`);
  expect(await verify()).toMatchObject({ events: 6, purged: 2, flaw: null });
});

test('a last checkpoint that was removed is missed: by the key folder, and by the auditors who were shown it', async () => {
  await asOwner('DELETE FROM checkpoint WHERE number = 2');
  expect(await verify()).toMatchObject({
    checkpoints: 1,
    flaw: { kind: 'checkpoint', checkpoint: 2, flaw: 'missing' },
  });
  const { messages: shown } = await house.store.webChat.page('audit', null, 10);
  const numbers = shown.flatMap(({ view }) => view?.lines.map(({ text }) => text.values?.['number']) ?? []);
  expect(numbers).toEqual([1, 2]);
});
