import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { foldReport } from '../../src/domain/fold-report.ts';
import type { Database } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { runProgram, startProgram, type Running } from '../support/a-program.ts';
import { eventually, messagesIn, numbersIn, pressIn, spoken } from '../support/chat-client.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { silentLog } from '../support/storage-samples.ts';
import { signedInClient, type WebClient } from '../support/web-world.ts';

const ROUNDS = 6;
const PEOPLE = ['yamada', 'suzuki', 'watanabe', 'ishii', 'sato', 'yamaguchi'];
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-killed-'));
const settings = { TSUTAE_DATA: folder };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Someone who reports again and again, and sends once more what was not acknowledged. */
interface Reporter {
  person: string;
  /** Acknowledged with 202. */
  taken: { eventId: string; deed: 'say' | 'press' }[];
  /** Sent, and perhaps received. */
  pending: { path: string; body: { eventId: string }; deed: 'say' | 'press' } | null;
}

const reporters: Reporter[] = PEOPLE.map((person) => ({ person, taken: [], pending: null }));
const takenByAll = (): number => reporters.reduce((sum, { taken }) => sum + taken.length, 0);

/** What comes next, once the bot has answered everything so far; null while it has not. */
async function nextDeed(client: WebClient, reporter: Reporter): Promise<Reporter['pending']> {
  const place = `me:${reporter.person}`;
  const messages = await messagesIn(client, place);
  if (spoken(messages).length < reporter.taken.length) return null;
  const common = { eventId: randomUUID(), place };
  if (reporter.taken.at(-1)?.deed !== 'say')
    return { path: '/messages', body: { ...common, text: PROPOSAL } as { eventId: string }, deed: 'say' };
  const press = pressIn(messages, '送信');
  return press && { path: '/presses', body: { ...common, press } as { eventId: string }, deed: 'press' };
}

/** Goes on until told to end, or until the program is gone. */
async function report(address: string, reporter: Reporter, enough: () => boolean): Promise<void> {
  const client = await signedInClient(address, reporter.person);
  while (!(enough() && reporter.pending === null)) {
    reporter.pending ??= await nextDeed(client, reporter);
    if (reporter.pending === null) await sleep(20);
    else {
      const { path: route, body, deed } = reporter.pending;
      const { status } = await client.post(route, body);
      if (status !== 202) throw new Error(`${route}: ${status}`);
      reporter.taken.push({ eventId: body.eventId, deed });
      reporter.pending = null;
    }
  }
}

/** Everyone reports; in the middle of it the program is killed. */
async function workAndKill(program: Running, more: number): Promise<void> {
  const target = takenByAll() + more;
  const gone = { yes: false };
  const working = reporters.map((reporter) =>
    report(program.address, reporter, () => gone.yes).catch(() => null),
  );
  await eventually(() => Promise.resolve(takenByAll() >= target ? true : null), 'acknowledged messages');
  await sleep(randomInt(100));
  await program.kill();
  gone.yes = true;
  await Promise.all(working);
}

async function open(): Promise<Database> {
  const opened = await openDatabase({
    url: null,
    folder,
    templates: await preparedTemplates(),
    log: silentLog(),
  });
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
}

/** Everyone ends with a report that was sent and answered. */
async function finish({ address }: Running): Promise<void> {
  await Promise.all(
    reporters.map(async (reporter) => {
      await report(address, reporter, () => reporter.taken.at(-1)?.deed === 'press');
      const client = await signedInClient(address, reporter.person);
      const answered = async () => {
        const said = spoken(await messagesIn(client, `me:${reporter.person}`));
        return said.length >= reporter.taken.length || null;
      };
      await eventually(answered, `every answer for ${reporter.person}`);
    }),
  );
}

/** Every person's own conversation, as they see it. */
async function receiptsSeen({ address }: Running): Promise<string[]> {
  const receipts: string[] = [];
  for (const { person, taken } of reporters) {
    const messages = await messagesIn(await signedInClient(address, person), `me:${person}`);
    expect(spoken(messages)).toHaveLength(taken.length);
    expect(messages.filter(({ author }) => author.kind === 'person')).toHaveLength(taken.length);
    receipts.push(...numbersIn(spoken(messages)));
  }
  expect(receipts).toHaveLength(reporters.flatMap(({ taken }) => taken).length / 2);
  expect(new Set(receipts).size).toBe(receipts.length);
  return receipts;
}

test('a program killed again and again loses nothing it acknowledged and says nothing twice', async () => {
  await (await open()).close();
  for (let round = 0; round < ROUNDS; round++) await workAndKill(await startProgram(settings), 3 + 2 * round);
  const program = await startProgram(settings);
  await finish(program);
  const receipts = await receiptsSeen(program);
  expect(await runProgram(['verify'], settings)).toMatchObject({ code: 0, err: [] });
  expect((await program.interrupt()).code).toBe(0);

  const database = await open();
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog() });
  const entries = await database.prisma.inboxEntry.findMany({
    where: { doneAt: { not: null }, deadAt: null },
  });
  const acknowledged = reporters.flatMap(({ person, taken }) =>
    taken.map((one) => `${person}:${one.eventId}`),
  );
  expect(entries.map(({ eventId }) => eventId).sort()).toEqual(acknowledged.sort());
  expect(await database.prisma.inboxEntry.count()).toBe(entries.length);
  expect(await store.outbox.waiting()).toBe(0);
  expect(await store.outbox.deadLetters(10)).toEqual([]);
  const cards = await database.prisma.webMessage.findMany({ where: { card: { not: null } } });
  const places = new Set(cards.map(({ place }) => place));
  expect(cards.map(({ place, card }) => `${place} ${card ?? ''}`).sort()).toEqual(
    [...places].flatMap((place) => receipts.map((number) => `${place} ${number}`)).sort(),
  );
  const filed: string[] = [];
  for await (const { number, row, events } of store.ledger.chains()) {
    filed.push(number);
    expect(row).toEqual(
      foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null }))),
    );
  }
  expect(filed.sort()).toEqual(receipts.sort());
  await store.stop();
  await database.close();
}, 300_000);
