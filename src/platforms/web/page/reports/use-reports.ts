import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportList } from '../../api.ts';
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

/** One list, read again whenever something changed; as long as it was, so that nobody loses their place. */
export function useReports(list: ReportList, words: string, changes: object): ReportsState {
  const [loaded, setLoaded] = useState<Rows | null>(null);
  const [failed, setFailed] = useState(false);
  const shown = useRef<Rows | null>(null);
  const asked = useRef({ list, words });
  asked.current = { list, words };

  const show = (query: { list: ReportList; words: string }, rows: Rows | null) => {
    if (query.list !== asked.current.list || query.words !== asked.current.words) return;
    setFailed(rows === null);
    if (!rows) return;
    shown.current = rows;
    setLoaded(rows);
  };
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const query = asked.current;
        show(query, await loadRows(api, query, shown.current?.rows.length ?? 0));
      }),
    [],
  );

  useEffect(() => {
    shown.current = null;
    setLoaded(null);
    void refresh();
  }, [list, words]);
  useEffect(() => void refresh(), [changes]);

  const more = async () => {
    const query = asked.current;
    if (shown.current) show(query, await loadMore(api, query, shown.current));
  };
  return { loaded, failed, more, retry: refresh };
}
