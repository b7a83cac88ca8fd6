import path from 'node:path';
import { keepClocks } from '../src/application/keep-clocks.ts';
import type { Catalogue } from '../src/application/ports.ts';
import { outlooks } from '../src/compose/outlook.ts';
import { systemHash } from '../src/compose/node-ports.ts';
import { addMinutes } from '../src/domain/business-time.ts';
import type { Database } from '../src/storage/database.ts';
import { openStore, type Store } from '../src/storage/open-store.ts';
import { settlePurpose } from '../src/storage/purpose.ts';
import { theCatalogue } from '../test/support/builders.ts';
import { keepingAt, unacknowledged } from '../test/support/due-reports.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { durations, rounded, timed, type Durations } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';

const SIZES = [1_000, 10_000, 100_000];
const QUICK_SIZES = [200, 1_000];
/** Due in one minute: a quiet one, an ordinary one, and the busiest morning. */
const DUE = [1, 10, 100];
/** Minutes looked at for each of these; they have to fit into one hour. */
const MINUTES = 20;
const QUICK_MINUTES = 3;
const SCAN_AIM_MS = 2_000;
const FLAT_AIM_TIMES = 2;
/** 9:00 in Tokyo on a Friday. An hour later the first of the serious ones falls due. */
const NINE = '2026-11-20T00:00:00.000Z';
const AT_ONCE = 500;

interface Stock {
  database: string;
  reports: number;
  /** By how many were due. */
  looks: ReadonlyMap<number, Durations>;
}

export const clocks: Benchmark = {
  name: 'clocks',
  title: 'The minute’s look at what is due among many open reports',
  run: async (setting) => {
    const catalogue = await theCatalogue();
    const stocks: Stock[] = [];
    for (const name of setting.postgres ? ['embedded', 'PostgreSQL'] : ['embedded']) {
      for (const reports of setting.quick ? QUICK_SIZES : SIZES) {
        setting.tell(`${name}: ${String(reports)} open reports`);
        const url = name === 'embedded' ? null : ((await setting.postgres?.createDatabase()) ?? null);
        const database = await newDatabase(path.join(setting.folder, `${name}-${String(reports)}`), url);
        stocks.push({ database: name, reports, looks: await lookAll(database, catalogue, reports, setting) });
        await database.close();
      }
    }
    return findings(setting, stocks);
  },
};

async function lookAll(
  database: Database,
  catalogue: Catalogue,
  reports: number,
  { quick }: Setting,
): Promise<Map<number, Durations>> {
  const { outlookOf } = outlooks(catalogue, systemHash);
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT, outlookOf });
  const minutes = quick ? QUICK_MINUTES : MINUTES;
  await settlePurpose(database.prisma, true);
  await fill(store, reports, minutes);
  await database.execute('VACUUM ANALYZE');
  const looks = new Map<number, Durations>();
  const clock = { at: NINE, now: () => clock.at };
  for (const [turn, due] of DUE.entries()) {
    const taken = durations();
    for (let minute = 0; minute < minutes; minute++) {
      clock.at = addMinutes(NINE, 60 + turn * minutes + minute);
      const look = () => keepClocks({ ...keepingAt(catalogue, clock), unitOfWork: store.work });
      const { value, ms } = await timed(look);
      if (value !== due) throw new Error(`${String(value)} reports were due, not ${String(due)}`);
      taken.add(ms);
    }
    looks.set(due, taken);
  }
  await store.stop();
  return looks;
}

/** Open reports that are due tomorrow, and among them some serious ones for each minute after ten. */
async function fill({ seeding }: Store, reports: number, minutes: number): Promise<void> {
  await seeding.begin({ seed: 'bench', reports, today: '2026-11-20' });
  const serious = DUE.flatMap((due, turn) =>
    Array.from({ length: due * minutes }, (_, index) => turn * minutes + (index % minutes)),
  );
  const of = (index: number) => {
    const minute = serious[index];
    return minute === undefined
      ? unacknowledged(index, { level: 1, at: NINE })
      : unacknowledged(index, { level: 3, at: addMinutes(NINE, minute) });
  };
  const all = Math.max(reports, serious.length);
  for (let from = 0; from < all; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, all - from) }, (_, n) => of(from + n));
    const last = from + AT_ONCE >= all;
    await seeding.write({ reports: batch.map((one) => ({ ...one, terms: [] })), messages: [], last });
  }
}

function findings({ quick }: Setting, stocks: readonly Stock[]): Findings {
  return {
    how: [
      'Unacknowledged incidents, all of them open, in a database of their own for each number of them, analysed once. Most fall due on the next day; each minute after ten o’clock 1, 10 or 100 serious ones do.',
      'Measured is one look of the scheduler: what is due is found and locked, its events are written, and what is said is queued, twenty reports in one transaction; not the delivery, which is in the benchmark of replies.',
      `${String(quick ? QUICK_MINUTES : MINUTES)} minutes for each, one after another, on a clock of the benchmark’s own.`,
    ],
    tables: [table(stocks)],
    aims: [...new Set(stocks.map(({ database }) => database))].flatMap((name) =>
      aimsOf(stocks.filter(({ database }) => database === name)),
    ),
  };
}

function table(stocks: readonly Stock[]): Table {
  return {
    title: 'Milliseconds',
    columns: ['Database', 'Open reports', 'Due', 'Look p50', 'Look p95', 'Per due report p50'],
    rows: stocks.flatMap(({ database, reports, looks }) =>
      [...looks].map(([due, taken]) => [
        database,
        reports,
        due,
        taken.percentile(50),
        taken.percentile(95),
        rounded(taken.percentile(50) / due),
      ]),
    ),
  };
}

function aimsOf(stocks: readonly Stock[]): Aim[] {
  const [few, many] = [stocks[0], stocks.at(-1)];
  const most = DUE.at(-1) ?? 1;
  const [ofFew, ofMany] = [few?.looks.get(most), many?.looks.get(most)];
  if (!few || !many || !ofFew || !ofMany) return [];
  return [
    {
      what: `Look with ${String(most)} due p95, ${String(many.reports)} open reports, ${many.database}`,
      most: SCAN_AIM_MS,
      measured: ofMany.percentile(95),
      unit: 'ms',
    },
    {
      what: `Per due report, median, from ${String(few.reports)} to ${String(many.reports)} open reports, ${few.database}`,
      most: FLAT_AIM_TIMES,
      measured: rounded(ofMany.percentile(50) / ofFew.percentile(50)),
      unit: '×',
    },
  ];
}
