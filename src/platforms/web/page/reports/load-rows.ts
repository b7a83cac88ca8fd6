import type { ReportQuery, ReportRow } from '../../api-reports.ts';
import type { Api } from '../live/api-client.ts';

export interface Rows {
  rows: readonly ReportRow[];
  /** What to ask for after these; null when these are all. */
  next: string | null;
  /** How many there are with those that were not read yet. */
  total: number | null;
}

/** Pages from the beginning until there are `atLeast` rows, or as many as there are; null when reading failed. */
export async function loadRows(
  api: Pick<Api, 'reports'>,
  query: ReportQuery,
  atLeast: number,
): Promise<Rows | null> {
  let loaded = await loadMore(api, query, { rows: [], next: null, total: null });
  while (loaded && loaded.next !== null && loaded.rows.length < atLeast) {
    loaded = await loadMore(api, query, loaded);
  }
  return loaded;
}

/** One page more; what moved across the border between two pages is listed once. */
export async function loadMore(
  api: Pick<Api, 'reports'>,
  query: ReportQuery,
  { rows, next, total }: Rows,
): Promise<Rows | null> {
  const reply = await api.reports(next === null ? query : { ...query, after: next });
  if (!reply.ok) return null;
  const known = new Set(rows.map(({ number }) => number));
  const fresh = reply.value.reports.filter(({ number }) => !known.has(number));
  return { rows: [...rows, ...fresh], next: reply.value.next, total: reply.value.total ?? total };
}
