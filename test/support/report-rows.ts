import type { ReportRow } from '../../src/platforms/web/api-reports.ts';

/** One line of a list as the server gives it. */
export function reportRow(over: Partial<ReportRow> = {}): ReportRow {
  return {
    number: 'INC-26-7KQ4M',
    type: '事件・事故・事務処理誤り',
    title: '窓口で別の方の通知書を渡した',
    severity: '通常',
    level: '通常',
    serious: false,
    state: '受付確認待ち',
    office: 'みどり年金事務所',
    unit: 'みどり年金事務所',
    holder: null,
    next: '次：11/20(金) 10:15までに受付確認',
    due: '2026-11-20T01:15:00.000Z',
    overdue: false,
    drill: false,
    filedAt: '2026-11-20T00:12:00.000Z',
    ...over,
  };
}
