import path from 'node:path';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { enterChat, type Chat } from './support/chat.ts';
import { durations, type Durations } from './support/durations.ts';
import { handler, play, prepareCards, reporter, type Deed, type Part } from './support/play.ts';
import { startProgram, type Program } from './support/program.ts';
import { employ, type Staff } from './support/staff.ts';

const THINK_MS = 2_000;
const CHANNEL = 'risk-compliance';
const LEVELS = [1, 10, 50];
const QUICK_LEVELS = [10];
/** Each level has people of its own: whoever was interrupted in a report would go on with it. */
const PLAYING = LEVELS.reduce((sum, people) => sum + people, 0);
const DEEDS: readonly Deed[] = ['file', 'answer', 'press', 'ask'];
const AIMS: Readonly<Record<number, number>> = { 10: 150, 50: 400 };
/** They file the cards that the handlers press, so that no news comes between a person's action and its answer. */
const PREPARING = 4;
const CARDS_FOR_ONE_HANDLER = 12;
const FULL = { spreadMs: 14_000, warmUpMs: 20_000, forMs: 60_000 };
const QUICK = { spreadMs: 1_000, warmUpMs: 1_000, forMs: 4_000 };

export const reply: Benchmark = {
  name: 'reply',
  title: 'Reply to 1, 10 and 50 people at once',
  run: async (setting) => {
    const staff = employ(path.join(setting.folder, 'organization'), {
      reporters: PLAYING + PREPARING,
      handlers: 10,
    });
    const embedded = await measure(setting, staff, 'embedded', null);
    const url = await setting.postgres?.createDatabase();
    const server = url === undefined ? [] : await measure(setting, staff, 'PostgreSQL', url);
    return findings(setting, [...embedded, ...server]);
  },
};

interface Level {
  database: string;
  people: number;
  acknowledged: Durations;
  replied: Durations;
  byDeed: ReadonlyMap<Deed, Durations>;
  rssMb: number;
  peakMb: number;
}

async function measure(
  setting: Setting,
  staff: Staff,
  database: string,
  url: string | null,
): Promise<Level[]> {
  const program = await startProgram({
    TSUTAE_DATA: path.join(setting.folder, database),
    TSUTAE_ORGANIZATION: staff.folder,
    ...(url === null ? {} : { DATABASE_URL: url }),
  });
  try {
    const levels: Level[] = [];
    for (const people of setting.quick ? QUICK_LEVELS : LEVELS) {
      setting.tell(`${database}, ${String(people)} at once`);
      levels.push(await measureLevel(setting, staff, program, { database, people }));
    }
    return levels;
  } finally {
    await program.stop();
  }
}

async function measureLevel(
  { quick }: Setting,
  staff: Staff,
  program: Program,
  { database, people }: Pick<Level, 'database' | 'people'>,
): Promise<Level> {
  const handlers = Math.floor(people / 5);
  const before = LEVELS.filter((level) => level < people).reduce((sum, level) => sum + level, 0);
  const chats = await enter(program, staff.reporters.slice(before, before + people - handlers));
  const pressing = await enter(program, staff.handlers.slice(0, handlers), [CHANNEL]);
  const cards = await prepareCards(
    program,
    staff.reporters.slice(-PREPARING),
    handlers * (quick ? 3 : CARDS_FOR_ONE_HANDLER),
  );
  const parts: Part[] = [
    ...chats.map((chat, index) => reporter(chat, index)),
    ...pressing.map((chat, index) =>
      handler(
        chat,
        CHANNEL,
        cards.filter((_, card) => card % handlers === index),
      ),
    ),
  ];
  const level: Level = {
    database,
    people,
    acknowledged: durations(),
    replied: durations(),
    byDeed: new Map(DEEDS.map((deed) => [deed, durations()])),
    rssMb: 0,
    peakMb: 0,
  };
  const time = quick ? QUICK : FULL;
  await play(parts, { thinkMs: THINK_MS, ...time }, ({ deed, reply }) => {
    level.acknowledged.add(reply.acknowledged);
    level.replied.add(reply.replied);
    level.byDeed.get(deed)?.add(reply.replied);
  });
  [...chats, ...pressing].forEach((chat) => chat.leave());
  const { now, peak } = program.memory();
  return { ...level, rssMb: now, peakMb: peak };
}

function enter(
  program: Program,
  people: readonly string[],
  channels: readonly string[] = [],
): Promise<Chat[]> {
  return Promise.all(people.map((person) => enterChat(program.address, person, channels)));
}

function findings({ quick }: Setting, levels: readonly Level[]): Findings {
  const time = quick ? QUICK : FULL;
  return {
    how: [
      'The built program in a process of its own; people in another, over HTTP, each with a session, an event stream and a place that is read when the stream announces a change, as the page does.',
      'Acknowledged: from the POST until its 202. Reply: from the same moment until the message that answers is read.',
      `Every person waits ${seconds(THINK_MS)} s after an answer. Four of five report: of 7 actions 1 files a matter, 2 answer a question (a button, words), 1 presses 送信 and 3 ask for the status (own, by number, by description). One of five handles cards in a channel: 詳しく, 受付確認, 詳しく, 担当になる. One person alone reports. They begin spread over ${seconds(time.spreadMs)} s, the length of seven actions, so that each moment holds the whole mix.`,
      `Each level is warmed up for ${seconds(time.warmUpMs)} s and measured for ${seconds(time.forMs)} s, one after the other on the same data; both processes, and the server, share the machine.`,
    ],
    tables: [levelTable(levels), deedTable(levels)],
    aims: levels.flatMap(aimsOf),
  };
}

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}

function levelTable(levels: readonly Level[]): Table {
  return {
    title: 'Milliseconds',
    columns: [
      'Database',
      'People',
      'Replies',
      'Ack p50',
      'Ack p95',
      'Reply p50',
      'Reply p95',
      'Reply p99',
      'RSS at the end, MB',
      'Peak RSS so far, MB',
    ],
    rows: levels.map(({ database, people, acknowledged, replied, rssMb, peakMb }) => [
      database,
      people,
      replied.count,
      acknowledged.percentile(50),
      acknowledged.percentile(95),
      replied.percentile(50),
      replied.percentile(95),
      replied.percentile(99),
      rssMb,
      peakMb,
    ]),
  };
}

function deedTable(levels: readonly Level[]): Table {
  return {
    title: 'Reply p95 by what is done, milliseconds',
    columns: ['Database', 'People', ...DEEDS],
    rows: levels.map(({ database, people, byDeed }) => [
      database,
      people,
      ...DEEDS.map((deed) => p95Of(byDeed.get(deed))),
    ]),
  };
}

/** Not everything is done in a short run. */
function p95Of(replied: Durations | undefined): number | string {
  return replied && replied.count > 0 ? replied.percentile(95) : '–';
}

function aimsOf({ database, people, replied }: Level): Aim[] {
  const most = AIMS[people];
  if (most === undefined) return [];
  return [
    {
      what: `Reply p95, ${String(people)} people at once, ${database}`,
      most,
      measured: replied.percentile(95),
      unit: 'ms',
    },
  ];
}
