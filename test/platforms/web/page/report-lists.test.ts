import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportPage, ReportQuery, ReportRow } from '../../../../src/platforms/web/api-reports.ts';
import type { Reply } from '../../../../src/platforms/web/page/live/api-client.ts';
import { loadMore, loadRows } from '../../../../src/platforms/web/page/reports/load-rows.ts';
import { taskGroups } from '../../../../src/platforms/web/page/reports/task-groups.ts';
import { reportRow } from '../../../support/report-rows.ts';

const PAGE = 3;

/** Serves the rows it holds at the moment, page by page, as the server does. */
function server(rows: ReportRow[]) {
  const served = { rows, asked: 0, away: false };
  const reports = ({ after }: ReportQuery): Promise<Reply<ReportPage>> => {
    served.asked += 1;
    if (served.away) return Promise.resolve({ ok: false, problem: { problem: 'offline', message: '' } });
    const from = served.rows.findIndex(({ number }) => number === after) + 1;
    const page = served.rows.slice(from, from + PAGE);
    const next = from + PAGE < served.rows.length ? (page.at(-1)?.number ?? null) : null;
    return Promise.resolve({ ok: true, value: { reports: page, next, total: served.rows.length } });
  };
  return { served, api: { reports } };
}

const rowsUpTo = (count: number) =>
  Array.from({ length: count }, (_, index) => reportRow({ number: `INC-26-${index}` }));
const numbers = (loaded: { rows: readonly ReportRow[] } | null) => loaded?.rows.map(({ number }) => number);

describe('a paged list', () => {
  it('is read again as long as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.nat(20), async (count, atLeast) => {
        const { api, served } = server(rowsUpTo(count));
        const loaded = await loadRows(api, { list: 'all' }, atLeast);
        const pages = Math.min(Math.ceil(count / PAGE), Math.max(1, Math.ceil(atLeast / PAGE)));
        expect(numbers(loaded)).toEqual(rowsUpTo(Math.min(count, pages * PAGE)).map(({ number }) => number));
        expect(loaded?.next !== null).toBe(pages * PAGE < count);
        expect(served.asked).toBe(Math.max(1, pages));
      }),
    );
  });

  it('lists once what moved across the border of two pages', async () => {
    const { api, served } = server(rowsUpTo(5));
    const first = await loadRows(api, { list: 'all' }, 0);
    served.rows = [served.rows[2], served.rows[0], ...served.rows.slice(3)].flatMap((row) => row ?? []);
    const more = first && (await loadMore(api, { list: 'all' }, first));
    expect(new Set(numbers(more)).size).toBe(numbers(more)?.length);
  });

  it('says that it could not be read', async () => {
    const { api, served } = server(rowsUpTo(5));
    served.away = true;
    expect(await loadRows(api, { list: 'all' }, 0)).toBeNull();
  });
});

describe('what has to be done', () => {
  const row = (over: Partial<ReportRow>) => reportRow(over);
  const isToday = (at: string) => at.startsWith('2026-11-20');

  it('stands once, in the group it belongs to, in the order it came', () => {
    const rows = [
      row({ number: 'late', overdue: true, due: '2026-11-19T01:00:00Z' }),
      row({ number: 'late today', overdue: true, due: '2026-11-20T00:00:00Z' }),
      row({ number: 'today', due: '2026-11-20T08:00:00Z' }),
      row({ number: 'next week', due: '2026-11-27T08:00:00Z' }),
      row({ number: 'never', due: null }),
    ];
    const groups = taskGroups(rows, isToday).map(({ name, rows }) => [
      name,
      rows.map(({ number }) => number),
    ]);
    expect(groups).toEqual([
      ['overdue', ['late', 'late today']],
      ['today', ['today']],
      ['later', ['next week', 'never']],
    ]);
  });

  it('has no group without rows', () => {
    expect(taskGroups([row({ due: null })], isToday).map(({ name }) => name)).toEqual(['later']);
  });
});
