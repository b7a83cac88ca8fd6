import type { ReportList } from '../../api-reports.ts';

/** What each list is called. */
export const LIST_WORDS: Readonly<Record<ReportList, string>> = {
  mine: 'btn.mine',
  tasks: 'page.tasks',
  overdue: 'page.overdue',
  board: 'page.board',
  all: 'page.all',
};
