import type { ReportQuery, ReportRow } from '../../api.ts';
import type { Api } from '../live/api-client.ts';

export interface Rows {
  rows: readonly ReportRow[];
  more: boolean;
}

/** Pages from the beginning until there are `atLeast` rows, or as many as there are; null when reading failed. */
export async function loadRows(
  api: Pick<Api, 'reports'>,
  query: ReportQuery,
  atLeast: number,
): Promise<Rows | null> {
  let loaded: Rows = { rows: [], more: true };
  do {
    const next = await loadMore(api, query, loaded);
    if (!next || next.rows.length === loaded.rows.length) return next;
    loaded = next;
  } while (loaded.more && loaded.rows.length < atLeast);
  return loaded;
}

/** One page more; what moved across the border between two pages is listed once. */
export async function loadMore(
  api: Pick<Api, 'reports'>,
  query: ReportQuery,
  { rows }: Rows,
): Promise<Rows | null> {
  const last = rows.at(-1);
  const reply = await api.reports(last ? { ...query, after: last.number } : query);
  if (!reply.ok) return null;
  const known = new Set(rows.map(({ number }) => number));
  const fresh = reply.value.reports.filter(({ number }) => !known.has(number));
  return { rows: [...rows, ...fresh], more: reply.value.more };
}
