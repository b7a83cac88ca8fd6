import path from 'node:path';
import { keepClocks } from '../src/application/keep-clocks.ts';
import type { Catalogue } from '../src/application/ports.ts';
import { outlooks } from '../src/compose/outlook.ts';
import { systemHash } from '../src/compose/node-ports.ts';
import { addMinutes, type Instant } from '../src/domain/business-time.ts';
import type { ReportType } from '../src/domain/report-type.ts';
import type { Database } from '../src/storage/database.ts';
import { openStore, type Store } from '../src/storage/open-store.ts';
import type { OutlookOf } from '../src/storage/report-row.ts';
import { settlePurpose } from '../src/storage/purpose.ts';
import { theCatalogue } from '../test/support/builders.ts';
import { filedReport, keepingAt, type NewReport } from '../test/support/due-reports.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { durations, rounded, timed, type Durations } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';

const SIZES = [5_000, 20_000, 100_000];
const QUICK_SIZES = [1_500, 3_000];
/** Due in one minute: a quiet one, an ordinary one, the busiest morning, and one in which everything falls due. */
const DUE = [1, 10, 100, 1_000];
/** Minutes looked at for each of these; they have to fit into one hour, and what is due in them into the smallest stock. */
const MINUTES = [19, 19, 19, 2];
const QUICK_MINUTES = [3, 3, 3, 1];
/** The busiest morning that is expected. */
const AIMED = 100;
const SCAN_AIM_MS = 2_000;
const FLAT_AIM_TIMES = 2;
/** 9:00 in Tokyo on a Friday. An hour later the first of the serious ones falls due. */
const NINE = '2026-11-20T00:00:00.000Z';
const TEN = addMinutes(NINE, 60);
const NOON = addMinutes(NINE, 180);
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
  await fill(store, reports, dueMinutes(minutes), kindsOf(catalogue, outlookOf));
  await database.execute('VACUUM ANALYZE');
  const looks = new Map<number, Durations>();
  const clock = { at: TEN, now: () => clock.at };
  for (const [turn, due] of DUE.entries()) {
    const taken = durations();
    for (let minute = 0; minute < (minutes[turn] ?? 0); minute++) {
      const look = () => keepClocks({ ...keepingAt(catalogue, clock), unitOfWork: store.work });
      const { value, ms } = await timed(look);
      if (value !== due) throw new Error(`${String(value)} reports were due, not ${String(due)}`);
      taken.add(ms);
      clock.at = addMinutes(clock.at, 1);
    }
    looks.set(due, taken);
  }
  await store.stop();
  return looks;
}

/** In which minute after ten each of those falls due that do: first one a minute, then ten, and so on. */
function dueMinutes(minutes: readonly number[]): number[] {
  const all: number[] = [];
  let minute = 0;
  for (const [turn, due] of DUE.entries())
    for (const until = minute + (minutes[turn] ?? 0); minute < until; minute++)
      all.push(...Array<number>(due).fill(minute));
  return all;
}

type Kind = Omit<NewReport, 'at'>;

interface Kinds {
  /** Nobody acknowledges them, and an hour later that is due. */
  due: readonly Kind[];
  /** Every type in every open state, and nothing to do about them before noon. */
  quiet: readonly Kind[];
}

function kindsOf({ types }: Catalogue, outlookOf: OutlookOf): Kinds {
  const all = [...types.values()].filter(({ sealed }) => !sealed).flatMap(kindsOfType);
  const next = (kind: Kind, at: Instant) => outlookOf(filedReport(0, { ...kind, at }).report).nextLook;
  return {
    due: all.filter((kind) => kind.state === undefined && kind.level === 3 && next(kind, NINE) === TEN),
    quiet: all.filter((kind) => (next(kind, NINE) ?? NOON) >= NOON),
  };
}

function kindsOfType({ id, code, defaultSubtype, workflow, severity }: ReportType): Kind[] {
  const levels = severity.rows.length === 0 ? [0] : [1, 2, 3];
  const open = workflow.states.filter(({ phase }) => phase !== 'closed');
  return levels.flatMap((level) =>
    open.map((state) => ({
      type: id,
      code,
      subtype: defaultSubtype,
      level,
      ...(state.id !== workflow.initial && { state: state.id }),
    })),
  );
}

/** Open reports of every kind, and among them those that fall due in the minutes after ten. */
async function fill(
  { seeding }: Store,
  reports: number,
  due: readonly number[],
  kinds: Kinds,
): Promise<void> {
  await seeding.begin({ seed: 'bench', reports, today: '2026-11-20' });
  const of = (index: number) => {
    const minute = due[index];
    const from = minute === undefined ? kinds.quiet : kinds.due;
    const kind = from[index % from.length];
    if (!kind) throw new Error('no kind of report is like that');
    return filedReport(index, { ...kind, at: addMinutes(NINE, minute ?? 0) });
  };
  for (let from = 0; from < reports; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, reports - from) }, (_, n) => of(from + n));
    const last = from + AT_ONCE >= reports;
    await seeding.write({ reports: batch.map((one) => ({ ...one, terms: [] })), messages: [], last });
  }
}

function findings({ quick }: Setting, stocks: readonly Stock[]): Findings {
  return {
    how: [
      'Open reports of every type but the sealed one, in every open state and of the levels 1 to 3, in a database of their own for each number of them, analysed once: each filed and moved to its state at nine, with no words but a sentence. Of most nothing is due before noon; each minute after ten o’clock 1, 10, 100 or 1,000 serious ones of several types have to be acknowledged.',
      'Measured is one look of the scheduler: what is due is found and locked, its events are written, and what is said is queued, twenty reports in one transaction; not the delivery, which is in the benchmark of replies.',
      `${(quick ? QUICK_MINUTES : MINUTES).join(', ')} minutes of them, one after another, on a clock of the benchmark’s own.`,
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
  const [ofFew, ofMany] = [few?.looks.get(AIMED), many?.looks.get(AIMED)];
  if (!few || !many || !ofFew || !ofMany) return [];
  return [
    {
      what: `Look with ${String(AIMED)} due p95, ${String(many.reports)} open reports, ${many.database}`,
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
