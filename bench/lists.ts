import path from 'node:path';
import { listReports } from '../src/application/list-reports.ts';
import type { ListQuery } from '../src/application/ports.ts';
import type { Surroundings } from '../src/application/surroundings.ts';
import { columnsBy, type BoardColumn } from '../src/domain/report-board.ts';
import type { Database } from '../src/storage/database.ts';
import { openStore } from '../src/storage/open-store.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { durations, timed, type Durations } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';
import { populate } from './support/populate.ts';
import { realSurroundings } from './support/understanding.ts';

const SIZES = { embedded: 10_000, PostgreSQL: 100_000 } as const;
const QUICK_SIZE = 400;
const AIM_MS = 300;
const BOARD = 'risk-compliance';
/** A member of the department, and an auditor, who may read everything. */
const ASKING = ['tanaka', 'yamaguchi'];

type Asked = Omit<ListQuery, 'words' | 'after'> & { words?: string };

/** What people look at all day: each is everything that the page asks for to show it. */
const VIEWS: Readonly<Record<string, readonly Asked[]>> = {
  'reports to handle': [{ list: 'tasks' }],
  overdue: [{ list: 'overdue' }],
  'all reports': [{ list: 'all' }],
  'all, of one type and office': [{ list: 'all', filter: { type: 'incident', office: 'midori' } }],
  'all, overdue and held by nobody': [{ list: 'all', filter: { due: 'overdue', holder: 'nobody' } }],
  'all, drills of the highest level': [{ list: 'all', filter: { drill: true, level: 4 } }],
  'all, closed, of one month': [
    { list: 'all', filter: { phase: 'closed', from: '2026-05-01', until: '2026-05-31' } },
  ],
  'board by state': boardBy('phase'),
  'board by date': boardBy('due'),
  'board by severity': boardBy('severity'),
  'board by state, searched': boardBy('phase').map((column) => ({
    ...column,
    words: '別の方に渡した通知書',
  })),
};

interface Stock {
  database: string;
  reports: number;
  shown: ReadonlyMap<string, Durations>;
  show: (view: string, turn: number) => Promise<void>;
  close(): Promise<void>;
}

export const lists: Benchmark = {
  name: 'lists',
  title: 'Lists and boards among many reports',
  run: async (setting) => {
    const { surroundings, material } = await realSurroundings();
    const stocks: Stock[] = [];
    for (const name of setting.postgres ? (['embedded', 'PostgreSQL'] as const) : (['embedded'] as const)) {
      const reports = setting.quick ? QUICK_SIZE : SIZES[name];
      setting.tell(`${name}: ${String(reports)} reports`);
      const url = name === 'embedded' ? null : ((await setting.postgres?.createDatabase()) ?? null);
      const database = await newDatabase(path.join(setting.folder, name), url);
      await populate(database, surroundings, material, reports);
      const stock = stockOf(name, reports, database, surroundings);
      await showAll(stock, setting);
      await stock.close();
      stocks.push(stock);
    }
    return findings(setting, stocks);
  },
};

function boardBy(by: BoardColumn['by']): Asked[] {
  return columnsBy(by).map((column) => ({ list: 'board', board: { unit: BOARD, by, column } }));
}

function stockOf(name: string, reports: number, database: Database, surroundings: Surroundings): Stock {
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT });
  const deps = { ...surroundings, reader: store.reports, unitOfWork: store.work };
  return {
    database: name,
    reports,
    shown: new Map(Object.keys(VIEWS).map((view) => [view, durations()])),
    show: async (view, turn) => {
      const person = ASKING[turn % ASKING.length] ?? '';
      const asked = VIEWS[view] ?? [];
      const pages = await Promise.all(
        asked.map((one) => listReports(deps, person, { words: '', after: null, ...one })),
      );
      if (pages.some((page) => !page.ok)) throw new Error(`${person} cannot see ${view}`);
    },
    close: async () => {
      await store.stop();
      await database.close();
    },
  };
}

/** The views take turns, as people do who go from one to the other. */
async function showAll(stock: Stock, setting: Setting): Promise<void> {
  const [warmUp, turns] = setting.quick ? [2, 10] : [10, 100];
  setting.tell('showing');
  for (let turn = 0; turn < warmUp + turns; turn++) {
    for (const [view, measured] of stock.shown) {
      const { ms } = await timed(() => stock.show(view, turn));
      if (turn >= warmUp) measured.add(ms);
    }
  }
}

function findings({ quick }: Setting, stocks: readonly Stock[]): Findings {
  return {
    how: [
      'Reports of the seeded example’s generator, with all their events, analysed once. Measured is the first page of a view with the number of its reports: recognition of what is searched for, rights, queries and rows; not the way over HTTP.',
      'A board is its five columns, asked for at the same time as the page does. A member of the risk department and an auditor, who may read everything, look in turn.',
      `${quick ? '10' : '100'} times each view, one view after the other.`,
    ],
    tables: stocks.map(table),
    aims: stocks.map(aim),
  };
}

function table({ database, reports, shown }: Stock): Table {
  return {
    title: `Milliseconds, ${database}, ${String(reports)} reports`,
    columns: ['View', 'p50', 'p95', 'p99'],
    rows: [...shown].map(([view, measured]) => [
      view,
      ...[50, 95, 99].map((percent) => measured.percentile(percent)),
    ]),
  };
}

/** The slowest view counts: nobody looks at an average of views. */
function aim({ database, reports, shown }: Stock): Aim {
  const slowest = Math.max(...[...shown.values()].map((measured) => measured.percentile(95)));
  const what = `Slowest list or board p95, ${String(reports)} reports, ${database}`;
  return { what, most: AIM_MS, measured: slowest, unit: 'ms' };
}
