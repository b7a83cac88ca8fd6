import path from 'node:path';
import { answerStatus, type StatusQuestion } from '../src/application/answer-status.ts';
import { actorNow, type Surroundings } from '../src/application/surroundings.ts';
import { randomOf } from '../src/demo/random.ts';
import { openStore } from '../src/storage/open-store.ts';
import type { Database } from '../src/storage/database.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { durations, rounded, timed, type Durations } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';
import { populate } from './support/populate.ts';
import { realSurroundings } from './support/understanding.ts';

const SIZES = [100, 10_000, 100_000];
const QUICK_SIZES = [100, 400];
/** An office's own reports, everything of a department, and everything there is. */
const ASKING = ['yamada', 'tanaka', 'yamaguchi'];
const SEARCH_AIM_MS = 250;
const NUMBER_AIM_TIMES = 2;
/** Said by people who do not remember much: words of very many reports. */
const VAGUE = [
  '通知書を別の方に渡した件はどうなりましたか',
  '先月の住所変更届の提案はどうなりましたか',
  '窓口で長く待ったという苦情の件はどうなった？',
  '書類が見つからない件、その後どうなりましたか',
];

type Way = 'number' | 'description';

interface Stock {
  database: string;
  reports: number;
  asked: Record<Way, Durations>;
  ask: (way: Way, turn: number) => Promise<void>;
  close(): Promise<void>;
}

export const lookup: Benchmark = {
  name: 'lookup',
  title: 'Status by number and by description among many reports',
  run: async (setting) => {
    const { surroundings, material } = await realSurroundings();
    const stocks: Stock[] = [];
    const databases = setting.postgres ? (['embedded', 'PostgreSQL'] as const) : (['embedded'] as const);
    for (const name of databases) {
      const ofOne: Stock[] = [];
      for (const reports of setting.quick ? QUICK_SIZES : SIZES) {
        setting.tell(`${name}: ${String(reports)} reports`);
        const url = name === 'embedded' ? null : await setting.postgres?.createDatabase();
        const database = await newDatabase(
          path.join(setting.folder, `${name}-${String(reports)}`),
          url ?? null,
        );
        await populate(database, surroundings, material, reports);
        ofOne.push(await stockOf(name, reports, database, surroundings));
      }
      await askAll(ofOne, setting);
      for (const stock of ofOne) await stock.close();
      stocks.push(...ofOne);
    }
    return findings(setting, stocks);
  },
};

/** The sizes take turns, so that whatever else the machine does meets all of them. */
async function askAll(stocks: readonly Stock[], setting: Setting): Promise<void> {
  const [warmUp, turns] = setting.quick ? [5, 30] : [50, 500];
  setting.tell('asking');
  for (let turn = 0; turn < warmUp + turns; turn++) {
    for (const stock of stocks) {
      for (const way of ['number', 'description'] as const) {
        const { ms } = await timed(() => stock.ask(way, turn));
        if (turn >= warmUp) stock.asked[way].add(ms);
      }
    }
  }
}

async function stockOf(
  name: string,
  reports: number,
  database: Database,
  surroundings: Surroundings,
): Promise<Stock> {
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT });
  const random = randomOf('questions');
  const rows = await database.prisma.report.findMany({ select: { number: true, gist: true } });
  const questions = Array.from({ length: 97 }, () => random.pick(rows)).flatMap((row) => row ?? []);
  return {
    database: name,
    reports,
    asked: { number: durations(), description: durations() },
    ask: async (way, turn) => {
      const { number, gist } = questions[turn % questions.length] ?? { number: '', gist: '' };
      const vague = turn % 5 === 0 ? VAGUE[(turn / 5) % VAGUE.length] : undefined;
      const text = way === 'number' ? number : (vague ?? `${gist}の件はどうなりましたか`);
      const numbers = way === 'number' ? [number] : [];
      const person = ASKING[turn % ASKING.length] ?? '';
      await store.work.transact((tx) =>
        answerStatus(surroundings, tx, question(surroundings, person, text, numbers)),
      );
    },
    close: async () => {
      await store.stop();
      await database.close();
    },
  };
}

function question(
  surroundings: Surroundings,
  person: string,
  text: string,
  numbers: readonly string[],
): StatusQuestion {
  const found = surroundings.catalogue.organization.people.get(person);
  if (!found) throw new Error(`nobody is called ${person}`);
  return {
    actor: actorNow(surroundings, found),
    unit: 'midori',
    text,
    numbers,
    mine: false,
    platform: 'web',
  };
}

function findings({ quick }: Setting, stocks: readonly Stock[]): Findings {
  return {
    how: [
      'Reports of the seeded example’s generator, with all their events, in a database of their own for each number of them, analysed once. Measured is what answers a status question: recognition of its words, rights, queries and the view of the answer; not the way through inbox and outbox, which is in the benchmark of replies.',
      `By number: numbers of reports drawn at random. By description: the first words of such reports with 「の件はどうなりましたか」, and every fifth time a vague one such as 「${VAGUE[0] ?? ''}」. A reporter, a member of the risk department and an auditor, who may read everything, ask in turn.`,
      `The numbers of reports take turns, ${quick ? '30' : '500'} questions each, one at a time.`,
    ],
    tables: [table(stocks)],
    aims: ['embedded', 'PostgreSQL'].flatMap((name) =>
      aimsOf(stocks.filter(({ database }) => database === name)),
    ),
  };
}

function table(stocks: readonly Stock[]): Table {
  const three = (asked: Durations) => [50, 95, 99].map((percent) => asked.percentile(percent));
  return {
    title: 'Milliseconds',
    columns: [
      'Database',
      'Reports',
      'Number p50',
      'Number p95',
      'Number p99',
      'Description p50',
      'Description p95',
      'Description p99',
    ],
    rows: stocks.map(({ database, reports, asked }) => [
      database,
      reports,
      ...three(asked.number),
      ...three(asked.description),
    ]),
  };
}

function aimsOf(stocks: readonly Stock[]): Aim[] {
  const [few, many] = [stocks[0], stocks.at(-1)];
  if (!few || !many) return [];
  const times = many.asked.number.percentile(50) / few.asked.number.percentile(50);
  const from = `${String(few.reports)} to ${String(many.reports)} reports, ${few.database}`;
  return [
    {
      what: `Status by number, median, from ${from}`,
      most: NUMBER_AIM_TIMES,
      measured: rounded(times),
      unit: '×',
    },
    {
      what: `Search by description p95, ${String(many.reports)} reports, ${many.database}`,
      most: SEARCH_AIM_MS,
      measured: many.asked.description.percentile(95),
      unit: 'ms',
    },
  ];
}
