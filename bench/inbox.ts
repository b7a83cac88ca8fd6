import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { receive, type Receiving } from '../src/application/receive.ts';
import type { Surroundings } from '../src/application/surroundings.ts';
import { createJobs } from '../src/jobs/create-jobs.ts';
import type { Database } from '../src/storage/database.ts';
import type { Prisma } from '../src/storage/generated/client.ts';
import { openStore } from '../src/storage/open-store.ts';
import type { Benchmark, Findings, Setting } from './support/benchmark.ts';
import { median, rounded, timed } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';
import { realSurroundings } from './support/understanding.ts';

const AT_ONCE = [1, 10];
const PERSON = 'yamada';
const HOME = `me:${PERSON}`;
const TEXT = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';

export const inbox: Benchmark = {
  name: 'inbox',
  title: 'Events to inbox per second, next to raw inserts of the same rows',
  run: async (setting) => {
    const { surroundings } = await realSurroundings();
    const embedded = await newDatabase(path.join(setting.folder, 'embedded'), null);
    const lines = await measure(setting, surroundings, 'embedded', embedded);
    const url = await setting.postgres?.createDatabase();
    if (url === undefined) return findings(setting, lines);
    const server = await newDatabase(setting.folder, url);
    return findings(setting, [...lines, ...(await measure(setting, surroundings, 'PostgreSQL', server))]);
  },
};

interface Line {
  database: string;
  atOnce: number;
  /** Per second, one figure for each round. */
  raw: number[];
  stored: number[];
  received: number[];
}

async function measure(
  setting: Setting,
  surroundings: Surroundings,
  name: string,
  database: Database,
): Promise<Line[]> {
  // Wake-ups are queued, taken and completed as ever, and nobody works on the inbox meanwhile.
  const jobs = createJobs({ database, log: SILENT, timeZone: 'Asia/Tokyo' });
  jobs.work('inbox', () => Promise.resolve());
  await jobs.start();
  const store = openStore({
    database,
    enqueue: (worker, transaction) => jobs.enqueueWithin(worker, transaction),
    log: SILENT,
  });
  const deps = {
    ...surroundings,
    unitOfWork: store.work,
    inboxQueue: store.inbox,
    reader: store.reports,
    preferences: store.preferences,
    onReceived: () => undefined,
  };
  const ways = {
    raw: async () => {
      await database.prisma.inboxEntry.create({ data: row(), select: { id: true } });
    },
    stored: () => storeOne(deps),
    received: () => receiveOne(deps),
  };
  const lines: Line[] = [];
  for (const atOnce of AT_ONCE) {
    setting.tell(`${name}, ${String(atOnce)} at once`);
    const line: Line = { database: name, atOnce, raw: [], stored: [], received: [] };
    const [rounds, events] = setting.quick ? [1, 100] : [7, 500];
    for (const way of ['raw', 'stored', 'received'] as const) await perSecond(ways[way], 50, atOnce);
    for (let round = 0; round < rounds; round++) {
      for (const way of ['raw', 'stored', 'received'] as const) {
        line[way].push(await perSecond(ways[way], events, atOnce));
      }
    }
    lines.push(line);
  }
  await jobs.stop();
  await store.stop();
  await database.close();
  return lines;
}

async function perSecond(one: () => Promise<void>, events: number, atOnce: number): Promise<number> {
  const { ms } = await timed(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let count = 0; count < events / atOnce; count++) await one();
      }),
    ),
  );
  return (events * 1000) / ms;
}

/** What `receive` stores of the text. */
function row(): Prisma.InboxEntryCreateInput {
  return {
    id: randomUUID(),
    platform: 'web',
    eventId: randomUUID(),
    person: PERSON,
    placeKind: 'personal',
    placeAddress: HOME,
    body: { kind: 'said', text: TEXT, hidden: [], attachments: 0 },
    receivedAt: new Date(),
  };
}

async function storeOne({ unitOfWork }: Receiving): Promise<void> {
  await unitOfWork.transact(async (tx) => {
    await tx.inbox.add({
      id: randomUUID(),
      platform: 'web',
      eventId: randomUUID(),
      person: PERSON,
      place: { kind: 'personal', address: HOME },
      body: { kind: 'said', text: TEXT, hidden: [], attachments: 0 },
      receivedAt: new Date().toISOString(),
      attempts: 0,
    });
    await tx.wake('inbox');
  });
}

async function receiveOne(deps: Receiving): Promise<void> {
  const received = await receive(deps, {
    platform: 'web',
    eventId: randomUUID(),
    person: PERSON,
    place: { kind: 'personal', address: HOME },
    body: { kind: 'said', text: TEXT, attachments: 0 },
  });
  if (!received.ok || received.value.shown === null) throw new Error('the text was not stored');
}

function findings({ quick }: Setting, lines: readonly Line[]): Findings {
  return {
    how: [
      'Raw: one Prisma insert of the inbox row, committed by itself. Stored: the same row and the wake-up of a worker, where none waits yet, in one transaction. Received: the use case, which reads the conversation, masks, recognises and screens the sentence before it stores.',
      `The three take turns in one run, ${quick ? 'once with 100' : '7 times with 500'} events each; medians. One at a time, and ten side by side; both databases flush at every commit.`,
    ],
    tables: [
      {
        title: 'Events per second',
        columns: [
          'Database',
          'At once',
          'Raw insert',
          'Stored',
          'Received',
          'Stored ÷ raw',
          'Received ÷ raw',
        ],
        rows: lines.map(({ database, atOnce, raw, stored, received }) => [
          database,
          atOnce,
          rounded(median(raw)),
          rounded(median(stored)),
          rounded(median(received)),
          rounded(median(stored) / median(raw)),
          rounded(median(received) / median(raw)),
        ]),
      },
    ],
    aims: [],
  };
}
