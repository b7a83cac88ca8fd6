import type { Page, Route } from 'playwright-core';
import type { ReportChoices, ReportRow } from '../../src/platforms/web/api-reports.ts';

const PAGE = 20;

/** Lists and details as the page asks for them, held by the test. */
export interface ServedReports {
  rows: ReportRow[];
  /** Everything is answered with an error. */
  broken: boolean;
  /** Queries of the lists, as they came. */
  asked: URLSearchParams[];
  /** Answers them for this page. */
  serve: (page: Page) => Promise<void>;
}

export function servedReports(rows: ReportRow[]): ServedReports {
  const served: ServedReports = {
    rows,
    broken: false,
    asked: [],
    serve: async (page) => {
      await page.route('**/api/v1/reports?*', (route) => list(served, route));
      await page.route('**/api/v1/report-choices', (route) => route.fulfill({ json: CHOICES }));
      await page.route('**/api/v1/reports/*', (route) => details(served, route));
    },
  };
  return served;
}

function list(served: ServedReports, route: Route): Promise<void> {
  if (served.broken) return problem(route, 503);
  const query = new URL(route.request().url()).searchParams;
  served.asked.push(query);
  const words = query.get('words') ?? '';
  const found = served.rows.filter(
    (row) => `${row.number} ${row.title}`.includes(words) && isAsked(row, query),
  );
  const from = found.findIndex(({ number }) => number === query.get('after')) + 1;
  const reports = found.slice(from, from + PAGE);
  const next = from + PAGE < found.length ? (reports.at(-1)?.number ?? null) : null;
  return route.fulfill({ json: { reports, next, total: query.has('after') ? null : found.length } });
}

/** The filters that tests of the page choose, and the columns of a board, read off what stands in a row. */
function isAsked(row: ReportRow, query: URLSearchParams): boolean {
  const [list, drill, phase, column] = ['list', 'drill', 'phase', 'column'].map((key) => query.get(key));
  return (
    (list !== 'overdue' || row.overdue) &&
    (!drill || row.drill === (drill === 'yes')) &&
    (!phase || row.state === STATES[phase]) &&
    (!column || query.get('by') !== 'phase' || row.state === STATES[column])
  );
}

const STATES: Readonly<Record<string, string>> = {
  new: '受付確認待ち',
  acknowledged: '受付確認済',
  in_progress: '対応中',
  decided: '承認済',
  closed: '完了',
};

const CHOICES: ReportChoices = {
  types: [
    { value: 'incident', title: '事件・事故・事務処理誤り' },
    { value: 'proposal', title: '業務改善提案' },
  ],
  offices: [
    { value: 'midori', title: 'みどり年金事務所', group: '北ブロック' },
    { value: 'sakura', title: 'さくら年金事務所', group: '北ブロック' },
  ],
  units: [{ value: 'risk', title: 'リスク・コンプライアンス部' }],
  boards: [
    { value: 'risk', title: 'リスク・コンプライアンス部' },
    { value: 'service', title: 'サービス推進部' },
  ],
};

function details(served: ServedReports, route: Route): Promise<void> {
  if (served.broken) return problem(route, 503);
  const number = decodeURIComponent(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
  const row = served.rows.find((one) => one.number === number);
  if (!row) return problem(route, 404);
  return route.fulfill({ json: { number, title: row.title, card: cardOf(row) } });
}

function problem(route: Route, status: number): Promise<void> {
  const message = status === 404 ? 'あなたが見られる報告には、ありませんでした。' : '';
  return route.fulfill({ status, json: { problem: 'try_again', message } });
}

function cardOf({ title, state }: ReportRow): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: title, weight: 'bolder', wrap: true },
      { type: 'TextBlock', text: `状態：${state}`, wrap: true },
    ],
    actions: [
      {
        type: 'Action.Submit',
        title: '受付確認',
        associatedInputs: 'none',
        data: { press: { action: 'ack' } },
      },
    ],
  };
}
