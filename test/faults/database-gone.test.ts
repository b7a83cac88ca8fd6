import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type { House } from '../../src/compose/house.ts';
import type { Database } from '../../src/storage/database.ts';
import type { PrismaClient } from '../../src/storage/generated/client.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { StorageError } from '../../src/storage/storage-error.ts';
import { houseOver, sharedParts } from '../support/a-house.ts';
import {
  chatClient,
  eventually,
  messagesIn,
  numbersIn,
  spoken,
  type ChatClient,
} from '../support/chat-client.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { gateBefore } from '../support/gate.ts';
import { startPostgres } from '../support/postgres.ts';
import { silentLog } from '../support/storage-samples.ts';

const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';

const parts = await sharedParts();
const server = await startPostgres();
afterAll(() => server?.stop());

async function listening(database: Database): Promise<{ house: House; yamada: ChatClient }> {
  const house = houseOver(parts, database);
  await house.prepare();
  const started = await house.start();
  if (!started.ok) throw new Error(started.problem.kind);
  return { house, yamada: await chatClient(started.value.address, 'yamada') };
}

/** Nothing can be written while `isFull`: what PostgreSQL answers then. */
function onDisk(real: Database, isFull: () => boolean): Database {
  const full = () => Promise.reject(new StorageError({ code: '53100' }));
  const prisma = new Proxy(real.prisma, {
    get: (client, name) => {
      const value = Reflect.get(client, name) as unknown;
      if (name !== '$transaction') return value;
      return (...args: Parameters<PrismaClient['$transaction']>) =>
        isFull() ? full() : client.$transaction(...args);
    },
  });
  return { ...real, prisma };
}

/** The same words under the same id, as a client sends them again that was told to try again. */
function words(chat: ChatClient) {
  const body = { eventId: randomUUID(), place: chat.home, text: PROPOSAL };
  return () => chat.client.post('/messages', body);
}

async function expectTryAgain(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    problem: 'try_again',
    message: expect.any(String) as string,
  });
}

async function receipts({ client, home }: ChatClient): Promise<string[]> {
  return numbersIn(spoken(await messagesIn(client, home)));
}

describe('a full disk', () => {
  test('nothing is acknowledged, and the same words are taken once there is room', async () => {
    const disk = { full: false };
    const real = await openMemoryDatabase();
    const { house, yamada } = await listening(onDisk(real, () => disk.full));
    disk.full = true;
    const say = words(yamada);
    await expectTryAgain(await say());
    expect(await real.prisma.inboxEntry.count()).toBe(0);
    expect(await messagesIn(yamada.client, yamada.home)).toEqual([]);
    disk.full = false;
    expect(await (await say()).json()).toMatchObject({ repeated: false });
    await yamada.press('送信');
    await eventually(async () => ((await receipts(yamada)).length === 1 ? true : null), 'a receipt');
    await house.stop();
  }, 60_000);

  test('what was acknowledged before it was full is answered once there is room again', async () => {
    const disk = { full: false };
    const real = await openMemoryDatabase();
    const { house, yamada } = await listening(onDisk(real, () => disk.full));
    const taken = words(yamada)();
    await eventually(async () => ((await real.prisma.inboxEntry.count()) === 1 ? true : null), 'an entry');
    disk.full = true;
    await taken;
    await house.workers.inbox();
    disk.full = false;
    await house.workers.inbox();
    await house.workers.outbox();
    await eventually(async () => {
      return spoken(await messagesIn(yamada.client, yamada.home)).length === 1 ? true : null;
    }, 'the answer');
    await house.stop();
  }, 60_000);
});

describe.skipIf(server === null)('a PostgreSQL that goes away', () => {
  if (server === null) return;
  const running = server;

  async function throughGate() {
    const gate = await gateBefore(await running.createDatabase());
    const opened = await openDatabase({ url: gate.url, folder: '', log: silentLog() });
    if (!opened.ok) throw new Error(opened.problem.kind);
    return { gate, ...(await listening(opened.value)) };
  }

  test('the house says so, and goes on by itself when it is back', async () => {
    const { gate, house, yamada } = await throughGate();
    await yamada.report(PROPOSAL);
    await gate.shut();
    const say = words(yamada);
    await expectTryAgain(await say());
    await house.workers.inbox();
    await house.workers.outbox();
    await gate.open();
    const taken = await eventually(async () => {
      const response = await say();
      return response.status === 202 ? response : null;
    }, 'a database');
    expect(await taken.json()).toMatchObject({ repeated: false });
    await yamada.press('送信');
    await eventually(async () => ((await receipts(yamada)).length === 2 ? true : null), 'a second receipt');
    await house.stop();
    await gate.shut();
  }, 120_000);

  test('a stop while it is away ends all the same', async () => {
    const { gate, house } = await throughGate();
    await gate.shut();
    await house.stop();
  }, 60_000);
});
