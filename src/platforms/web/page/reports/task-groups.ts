import type { ReportRow } from '../../api-reports.ts';

export interface TaskGroup {
  name: 'overdue' | 'today' | 'later';
  rows: readonly ReportRow[];
}

/** What should have been done, what is due today, and the rest; a group without rows is left out. */
export function taskGroups(rows: readonly ReportRow[], isToday: (at: string) => boolean): TaskGroup[] {
  const dueToday = ({ overdue, due }: ReportRow) => !overdue && due !== null && isToday(due);
  const groups: TaskGroup[] = [
    { name: 'overdue', rows: rows.filter(({ overdue }) => overdue) },
    { name: 'today', rows: rows.filter(dueToday) },
    { name: 'later', rows: rows.filter((row) => !row.overdue && !dueToday(row)) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}
