import path from 'node:path';
import { listReports } from '../src/application/list-reports.ts';
import type { Surroundings } from '../src/application/surroundings.ts';
import { columnsBy, type BoardColumn } from '../src/domain/report-board.ts';
import type { ReportQuery } from '../src/platforms/web/api-reports.ts';
import { readReports } from '../src/platforms/web/read-reports.ts';
import { openStore } from '../src/storage/open-store.ts';
import { typescriptWords } from '../test/support/run-typescript.ts';
import type { Aim, Benchmark, Findings, Setting, Table } from './support/benchmark.ts';
import { signIn } from './support/chat.ts';
import { durations, timed, type Durations } from './support/durations.ts';
import { newDatabase, SILENT } from './support/new-database.ts';
import { populate } from './support/populate.ts';
import { startServer } from './support/program.ts';
import { realSurroundings } from './support/understanding.ts';

const SIZES = { embedded: 10_000, PostgreSQL: 100_000 } as const;
const QUICK_SIZE = 400;
const AIM_MS = 300;
const BOARD = 'risk-compliance';
/** A member of the department, and an auditor, who may read everything. */
const ASKING = ['tanaka', 'yamaguchi'];
const SERVER = path.join(import.meta.dirname, 'support/serve-reports.ts');

/** What people look at all day: each is everything that the page asks for to show it, as it asks for it. */
const VIEWS: Readonly<Record<string, readonly ReportQuery[]>> = {
  'reports to handle': [{ list: 'tasks' }],
  overdue: [{ list: 'overdue' }],
  'all reports': [{ list: 'all' }],
  'all, of one type and office': [{ list: 'all', type: 'incident', office: 'midori' }],
  'all, overdue and held by nobody': [{ list: 'all', due: 'overdue', holder: 'nobody' }],
  'all, drills of the highest level': [{ list: 'all', drill: 'yes', level: '4' }],
  'all, closed, of one month': [{ list: 'all', phase: 'closed', from: '2026-05-01', until: '2026-05-31' }],
  'board by state': boardBy('phase'),
  'board by date': boardBy('due'),
  'board by severity': boardBy('severity'),
  'board by state, searched': boardBy('phase').map((column) => ({
    ...column,
    words: '別の方に渡した通知書',
  })),
};

/** How a view is asked for. */
const WAYS = ['use case', 'HTTP'] as const;
type Way = (typeof WAYS)[number];

type Ask = (person: string, query: ReportQuery) => Promise<void>;

interface Stock {
  database: string;
  reports: number;
  shown: Readonly<Record<Way, ReadonlyMap<string, Durations>>>;
}

/** An empty database that a benchmark fills. */
interface Place {
  folder: string;
  url: string | null;
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
      const place = { folder: path.join(setting.folder, name), url };
      const database = await newDatabase(place.folder, url);
      await populate(database, surroundings, material, reports);
      await database.close();
      const shown = {
        'use case': await showByUseCase(place, surroundings, setting),
        HTTP: await showOverHttp(place, setting),
      };
      stocks.push({ database: name, reports, shown });
    }
    return findings(setting, stocks);
  },
};

function boardBy(by: BoardColumn['by']): ReportQuery[] {
  return columnsBy(by).map(({ is }) => ({ list: 'board', board: BOARD, by, column: String(is) }));
}

async function showByUseCase(
  { folder, url }: Place,
  surroundings: Surroundings,
  setting: Setting,
): Promise<Stock['shown'][Way]> {
  const database = await newDatabase(folder, url);
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: SILENT });
  const deps = { ...surroundings, reader: store.reports, unitOfWork: store.work };
  const shown = await showAll('use case', setting, async (person, asked) => {
    const query = readReports(asked);
    const page = query && (await listReports(deps, person, query));
    if (!page?.ok) throw new Error(`${person} cannot see ${JSON.stringify(asked)}`);
  });
  await store.stop();
  await database.close();
  return shown;
}

/** Each with a session of their own, and every page read to its end. */
async function showOverHttp({ folder, url }: Place, setting: Setting): Promise<Stock['shown'][Way]> {
  const server = await startServer(typescriptWords(SERVER, [folder, url ?? '']), {});
  try {
    const api = `${server.address}/api/v1`;
    const cookies = new Map<string, string>();
    for (const person of ASKING) cookies.set(person, await signIn(api, person));
    return await showAll('HTTP', setting, async (person, asked) => {
      const cookie = cookies.get(person) ?? '';
      const response = await fetch(`${api}/reports?${queryText(asked)}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${person} cannot see ${JSON.stringify(asked)}`);
      await response.json();
    });
  } finally {
    await server.stop();
  }
}

/** As the page writes it. */
function queryText(query: ReportQuery): string {
  return new URLSearchParams({ ...query } as Record<string, string>).toString();
}

/** The views take turns, as people do who go from one to the other. */
async function showAll(way: Way, setting: Setting, ask: Ask): Promise<Map<string, Durations>> {
  const shown = new Map(Object.keys(VIEWS).map((view) => [view, durations()]));
  const [warmUp, turns] = setting.quick ? [2, 10] : [10, 100];
  setting.tell(`showing, ${way}`);
  for (let turn = 0; turn < warmUp + turns; turn++) {
    const person = ASKING[turn % ASKING.length] ?? '';
    for (const [view, measured] of shown) {
      const { ms } = await timed(() => Promise.all((VIEWS[view] ?? []).map((one) => ask(person, one))));
      if (turn >= warmUp) measured.add(ms);
    }
  }
  return shown;
}

function findings({ quick }: Setting, stocks: readonly Stock[]): Findings {
  return {
    how: [
      'Reports of the seeded example’s generator, with all their events, analysed once. Measured is the first page of a view with the number of its reports: recognition of what is searched for, rights, queries and rows.',
      'Use case: within the process that measures. HTTP: from the request until the answer has been read and parsed, with a session, from the web chat’s own server in a process of its own, which shares the machine and does nothing else.',
      'A board is its five columns, asked for at the same time as the page does. A member of the risk department and an auditor, who may read everything, look in turn.',
      `${quick ? '10' : '100'} times each view in each way, one view after the other.`,
    ],
    tables: stocks.map(table),
    aims: stocks.flatMap(aims),
  };
}

function table({ database, reports, shown }: Stock): Table {
  return {
    title: `Milliseconds, ${database}, ${String(reports)} reports`,
    columns: ['View', 'Way', 'p50', 'p95', 'p99'],
    rows: Object.keys(VIEWS).flatMap((view) =>
      WAYS.map((way) => [view, way, ...[50, 95, 99].map((percent) => percentile(shown[way], view, percent))]),
    ),
  };
}

function percentile(shown: ReadonlyMap<string, Durations>, view: string, percent: number): number {
  return shown.get(view)?.percentile(percent) ?? Number.NaN;
}

/** The slowest view counts: nobody looks at an average of views. */
function aims({ database, reports, shown }: Stock): Aim[] {
  return WAYS.map((way) => {
    const slowest = Math.max(...Object.keys(VIEWS).map((view) => percentile(shown[way], view, 95)));
    const over = way === 'HTTP' ? ' over HTTP' : '';
    const what = `Slowest list or board${over} p95, ${String(reports)} reports, ${database}`;
    return { what, most: AIM_MS, measured: slowest, unit: 'ms' };
  });
}
