import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportQuery } from '../../api-reports.ts';
import { api } from '../live/api-client.ts';
import { oneAtATime } from '../live/one-at-a-time.ts';
import { loadMore, loadRows } from './load-rows.ts';
import type { Rows } from './load-rows.ts';

export interface ReportsState {
  /** null until the first page is there. */
  loaded: Rows | null;
  failed: boolean;
  more: () => Promise<void>;
  retry: () => Promise<void>;
}

interface Shown {
  query: ReportQuery;
  rows: Rows;
}

/** One list, read again whenever something changed; as long as it was, so that nobody loses their place. */
export function useReports(query: ReportQuery, changes: object): ReportsState {
  const [loaded, setLoaded] = useState<Rows | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = useRef<Shown | null>(null);
  const asked = useRef(query);
  if (keyOf(asked.current) !== keyOf(query)) asked.current = query;

  const show = (of: ReportQuery, rows: Rows | null) => {
    if (of !== asked.current) return;
    setFailed(rows === null);
    if (!rows) return;
    shown.current = { query: of, rows };
    setLoaded(rows);
  };
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const now = asked.current;
        const before = shown.current?.query === now ? shown.current.rows.rows.length : 0;
        show(now, await loadRows(api, now, before));
      }),
    [],
  );
  useEffect(() => void refresh(), [asked.current, changes]);

  const more = async () => {
    const now = asked.current;
    if (shown.current?.query === now) show(now, await loadMore(api, now, shown.current.rows));
  };
  return { loaded, failed, more, retry: refresh };
}

function keyOf(query: ReportQuery): string {
  return JSON.stringify(query);
}
