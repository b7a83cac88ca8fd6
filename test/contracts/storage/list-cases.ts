import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Listing,
  ListPosition,
  ReportList,
  Tasks,
} from '../../../src/application/ports/report-reader.ts';
import { scopeOf, type Scope } from '../../../src/domain/permission.ts';
import type { Report } from '../../../src/domain/report.ts';
import { REPORT_LABELS } from '../../../src/domain/understanding.ts';
import { VISIBILITIES } from '../../../src/domain/visibility.ts';
import { openStore, type Store } from '../../../src/storage/open-store.ts';
import { anOutlook, aReport, extended, silentLog } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const ME = 'p-handler';
const everything: Scope = {
  person: ME,
  clauses: [{ types: REPORT_LABELS, visibilities: VISIBILITIES, where: 'everywhere', unit: '' }],
};
const mine: Tasks = { people: [ME], units: ['d-risk'] };
const tasks: Listing = { list: { kind: 'tasks', ...mine }, where: [], order: 'due' };
const due = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T03:00:00.000Z`;

async function file(store: Store, reports: readonly Report[], terms: string[] = []): Promise<void> {
  const weighted = terms.map((text) => ({ text, weight: 1 }));
  await store.work.transact(async (tx) => {
    for (const one of reports) await tx.reports.create(one, [], weighted);
  });
}

async function change(store: Store, before: Report, over: Partial<Report>): Promise<void> {
  const { report, linked } = extended({ ...before, ...over }, [{ kind: 'updated', content: null }]);
  await store.work.transact((tx) => tx.reports.append([{ report, events: linked }]));
}

function positionOf(report: Report | undefined): ListPosition | undefined {
  return report && { number: report.number, at: anOutlook(report).nextDue };
}

const numbers = (reports: readonly Report[]): string[] => reports.map(({ number }) => number);

/** In samples, what is due is in `foundAt`, and `closed` is the one state that is not open. */
export function listCases(given: Given): void {
  test('tasks are what one holds and what waits in a unit, open, first due first and undated last', async () => {
    const { store } = given();
    const [later, none, first] = [
      aReport({ holder: ME, primary: 'd-service', foundAt: due(22) }),
      aReport({ foundAt: null }),
      aReport({ foundAt: due(20) }),
    ];
    await file(store, [
      later,
      none,
      first,
      aReport({ holder: 'p-colleague', foundAt: due(19) }),
      aReport({ primary: 'd-service', foundAt: due(19) }),
      aReport({ state: 'closed', holder: ME, foundAt: due(19) }),
    ]);
    expect(numbers(await store.reports.page(everything, tasks, { limit: 10 }))).toEqual(
      numbers([first, later, none]),
    );
    expect(await store.reports.page(scopeOf({ person: ME, standings: [] }), tasks, { limit: 9 })).toEqual([]);
  });

  test('an event moves a report in the list, and takes what is closed out of it', async () => {
    const { store } = given();
    const reports = [aReport({ foundAt: due(20) }), aReport({ foundAt: due(21) })] as const;
    await file(store, reports);
    await change(store, reports[0], { foundAt: due(25) });
    const moved = await store.reports.page(everything, tasks, { limit: 9 });
    expect(numbers(moved)).toEqual(numbers([reports[1], reports[0]]));
    await change(store, reports[1], { state: 'closed' });
    expect(numbers(await store.reports.page(everything, tasks, { limit: 9 }))).toEqual(numbers([reports[0]]));
  });

  test('the next page begins after the last row as it stood there, whatever became of it', async () => {
    const { store } = given();
    const reports = [20, 20, 21, 22, 23].map((day) => aReport({ foundAt: due(day) }));
    await file(store, reports);
    const page = await store.reports.page(everything, tasks, { limit: 2 });
    const last = page.at(-1);
    if (last) await change(store, last, { foundAt: due(30), holder: 'p-colleague' });
    const after = positionOf(last);
    const rest = await store.reports.page(everything, tasks, { limit: 9, ...(after && { after }) });
    expect(numbers(rest)).toEqual(numbers(reports.slice(2)));
  });

  test('pages put together are the whole list, for any reports and any length of page', async () => {
    const { store } = given();
    const report = fc
      .record({
        foundAt: fc.constantFrom(null, due(18), due(19), due(20)),
        holder: fc.constantFrom(null, ME, 'p-colleague'),
        primary: fc.constantFrom('d-risk', 'd-service'),
        state: fc.constantFrom('new', 'closed'),
      })
      .map((over) => aReport(over));
    const reports = fc.sample(report, { numRuns: 80, seed: 20261120 });
    await file(store, reports);
    const waiting = reports.filter(
      ({ state, holder, primary }) =>
        state !== 'closed' && (holder === ME || (holder === null && primary === 'd-risk')),
    );
    const inOrder = waiting.sort((a, b) => order(a).localeCompare(order(b)));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const seen: Report[] = [];
        for (let page: Report[] = []; seen.length === 0 || page.length > 0; seen.push(...page)) {
          const after = positionOf(seen.at(-1));
          page = await store.reports.page(everything, tasks, { limit, ...(after && { after }) });
        }
        expect(numbers(seen)).toEqual(numbers(inOrder));
      }),
      { numRuns: 8 },
    );
  });

  test('candidates can be looked for in one list alone', async () => {
    const { store } = given();
    const [own, task, other] = [
      aReport({ reporter: ME, primary: 'd-service' }),
      aReport({ holder: ME }),
      aReport({ primary: 'd-service' }),
    ];
    await file(store, [own, task, other], ['番号札']);
    const asked = [{ text: '番号札', weight: 1 }];
    const found = async (list?: ReportList) => {
      const within = list && { list, where: [] };
      const shared = await store.reports.candidates(everything, asked, 9, within);
      return numbers(shared.map(({ report }) => report));
    };
    expect(await found({ kind: 'mine', person: ME })).toEqual([own.number]);
    expect(await found({ kind: 'tasks', ...mine })).toEqual([task.number]);
    expect((await found({ kind: 'all' })).sort()).toEqual(numbers([own, task, other]).sort());
    expect((await found()).sort()).toEqual((await found({ kind: 'all' })).sort());
  });

  test('when the rules have changed, what comes next is worked out again, once; a stop leaves it for later', async () => {
    const { store, database } = given();
    const reports = Array.from({ length: 3 }, (_, day) => aReport({ foundAt: due(20 + day) }));
    await file(store, reports);
    let asked = 0;
    const reversed = openStore({
      database,
      enqueue: () => Promise.resolve(),
      log: silentLog(),
      outlookOf: (report) => {
        asked += 1;
        const { number, foundAt } = report;
        const state = number === reports[0]?.number ? 'closed' : 'decided';
        return anOutlook({ ...report, state, foundAt: foundAt === due(21) ? due(29) : foundAt });
      },
    });
    await reversed.refreshOutlooks('new rules', AbortSignal.abort());
    expect(asked).toBe(0);
    await reversed.refreshOutlooks('new rules');
    expect(numbers(await store.reports.page(everything, tasks, { limit: 9 }))).toEqual([
      reports[2]?.number,
      reports[1]?.number,
    ]);
    await reversed.refreshOutlooks('new rules');
    expect(asked).toBe(reports.length);
    await store.refreshOutlooks('old rules again');
    expect(numbers(await store.reports.page(everything, tasks, { limit: 9 }))).toEqual(numbers(reports));
    await reversed.stop();
  });
}

/** A text that sorts as the list does: the date, what has none last, then the number. */
function order({ foundAt, number }: Report): string {
  return `${foundAt ?? '9999'} ${number}`;
}
