import type { Report } from './report.ts';

/** Whether it goes on in another report: it was merged, and that was not undone. */
export function isMerged(report: Pick<Report, 'steps'>): boolean {
  return mergedInto(report) !== null;
}

/** Number of the report in which it goes on; null when it stands for itself. */
export function mergedInto({ steps }: Pick<Report, 'steps'>): string | null {
  const last = steps.findLast(({ kind }) => kind === 'merged' || kind === 'unmerged');
  const into = last?.facts['into'];
  return last?.kind === 'merged' && typeof into === 'string' ? into : null;
}
