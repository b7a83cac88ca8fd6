import path from 'node:path';
import { typescriptWords } from '../test/support/run-typescript.ts';
import { acting, type Act } from './support/acting.ts';
import { BARE_CHANNEL, bareNumber, STEPS } from './support/bare-card.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { enterChat } from './support/chat.ts';
import { durations, rounded, type Durations } from './support/durations.ts';
import { play, prepareCards } from './support/play.ts';
import { startProgram, startServer, type Program } from './support/program.ts';
import { employ, type Staff } from './support/staff.ts';

const HANDLERS = 10;
const PREPARING = 4;
const CHANNEL = 'risk-compliance';
const AIM_MS = 200;
const FULL = { thinkMs: 1_000, spreadMs: 3_000, warmUpMs: 10_000, forMs: 60_000 };
const QUICK = { thinkMs: 500, spreadMs: 500, warmUpMs: 1_000, forMs: 4_000 };
const SIDES = ['tsutae', 'bare'] as const;
type Side = (typeof SIDES)[number];

interface Line {
  database: string;
  side: Side;
  acknowledged: Durations;
  /** From the press, or the sending of a form, until the presser has the updated card. */
  updated: Durations;
  opened: Durations;
  byAct: ReadonlyMap<Act, Durations>;
}

/** What handlers are put in front of. */
interface Board {
  program: Program;
  channel: string;
  cards: readonly string[];
}

export const act: Benchmark = {
  name: 'act',
  title: 'One action of ten handlers, until its updated card has arrived',
  run: async (setting) => {
    const organization = path.join(setting.folder, 'organization');
    const staff = employ(organization, { reporters: PREPARING, handlers: HANDLERS });
    const lines: Line[] = [];
    for (const database of setting.postgres ? ['embedded', 'PostgreSQL'] : ['embedded']) {
      for (const side of SIDES) {
        setting.tell(`${database}, ${side}`);
        const url = database === 'embedded' ? '' : ((await setting.postgres?.createDatabase()) ?? '');
        const folder = path.join(setting.folder, `${database}-${side}`);
        const board = await BOARDS[side](staff, folder, url, cardsFor(setting));
        try {
          lines.push(await measure(setting, staff, board, { database, side }));
        } finally {
          await board.program.stop();
        }
      }
    }
    return findings(setting, lines);
  },
};

const BOARDS: Record<Side, (staff: Staff, folder: string, url: string, cards: number) => Promise<Board>> = {
  tsutae: async (staff, folder, url, count) => {
    const program = await startProgram({
      TSUTAE_DATA: folder,
      TSUTAE_ORGANIZATION: staff.folder,
      DATABASE_URL: url,
    });
    return { program, channel: CHANNEL, cards: await prepareCards(program, staff.reporters, count) };
  },
  bare: async (_, folder, url, count) => {
    const module = path.join(import.meta.dirname, 'support/bare-board.ts');
    const program = await startServer(typescriptWords(module, [folder, url, String(count)]), {});
    return {
      program,
      channel: BARE_CHANNEL,
      cards: Array.from({ length: count }, (_one, index) => bareNumber(index)),
    };
  },
};

/** Enough that nobody runs out of them: an act takes at least as long as its pause. */
function cardsFor({ quick }: Setting): number {
  const { thinkMs, warmUpMs, forMs } = quick ? QUICK : FULL;
  return HANDLERS * (Math.ceil((warmUpMs + forMs) / thinkMs / STEPS.length) + 1);
}

async function measure(
  { quick }: Setting,
  staff: Staff,
  { program, channel, cards }: Board,
  which: Pick<Line, 'database' | 'side'>,
): Promise<Line> {
  const chats = await Promise.all(
    staff.handlers.map((person) => enterChat(program.address, person, [channel])),
  );
  const line: Line = {
    ...which,
    acknowledged: durations(),
    updated: durations(),
    opened: durations(),
    byAct: new Map(STEPS.map((step) => [step, durations()])),
  };
  const parts = chats.map((chat, index) =>
    acting(
      chat,
      channel,
      cards.filter((_, card) => card % HANDLERS === index),
    ),
  );
  await play(parts, quick ? QUICK : FULL, ({ act: done, reply, openedMs }) => {
    line.acknowledged.add(reply.acknowledged);
    line.updated.add(reply.replied);
    line.byAct.get(done)?.add(reply.replied);
    if (openedMs !== null) line.opened.add(openedMs);
  });
  chats.forEach((chat) => chat.leave());
  return line;
}

function findings({ quick }: Setting, lines: readonly Line[]): Findings {
  const { thinkMs, spreadMs, warmUpMs, forMs } = quick ? QUICK : FULL;
  return {
    how: [
      'The built program in a process of its own; ten members of a department in another, over HTTP, each with a session, an event stream and the department’s channel, which is read when the stream announces a change, as the page does.',
      'Acknowledged: from the POST until its 202. Updated: from the same moment until the presser has read the changed card. All ten get every card that any of them changes.',
      `Each presses 受付確認 and 担当になる and sends the form of 状況更新 on one card after another, ${seconds(thinkMs)} s after the last card arrived; they begin spread over ${seconds(spreadMs)} s. How long the form takes to open is told by itself.`,
      'Bare: the same people and the same wire in front of a server that can do nothing else. A press is one transaction that locks a row, writes down what was done and changes the row; the row is the card. It has no rights, forms, words, clocks, ledger, inbox or outbox: the limit of this way, not an alternative.',
      `Warmed up for ${seconds(warmUpMs)} s and measured for ${seconds(forMs)} s, one after the other; both databases flush at every commit; all processes share the machine.`,
    ],
    tables: [boardTable(lines), actTable(lines)],
    aims: lines.flatMap(aimsOf),
  };
}

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}

function boardTable(lines: readonly Line[]): Table {
  return {
    title: 'Milliseconds',
    columns: [
      'Database',
      'Server',
      'Actions',
      'Ack p50',
      'Ack p95',
      'Updated p50',
      'Updated p95',
      'Updated p99',
      'Form p95',
    ],
    rows: lines.map(({ database, side, acknowledged, updated, opened }) => [
      database,
      side,
      updated.count,
      acknowledged.percentile(50),
      acknowledged.percentile(95),
      updated.percentile(50),
      updated.percentile(95),
      updated.percentile(99),
      opened.percentile(95),
    ]),
  };
}

function actTable(lines: readonly Line[]): Table {
  return {
    title: 'Updated p95 by what is done, milliseconds',
    columns: ['Database', 'Server', ...STEPS],
    rows: lines.map(({ database, side, byAct }) => [
      database,
      side,
      ...STEPS.map((step) => rounded(byAct.get(step)?.percentile(95) ?? Number.NaN)),
    ]),
  };
}

function aimsOf({ database, side, updated }: Line): Aim[] {
  if (side === 'bare') return [];
  return [
    {
      what: `Action to updated card p95, ${String(HANDLERS)} handlers, ${database}`,
      most: AIM_MS,
      measured: updated.percentile(95),
      unit: 'ms',
    },
  ];
}
