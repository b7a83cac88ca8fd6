import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportPage } from '../../api.ts';
import { countText } from '../shell/badge.tsx';
import { api } from './api-client.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** What a person has to do something about; null while they handle nothing. */
export function useTasks(handles: boolean, changes: object): { overdue: string } | null {
  const [{ reports: rows, next }, setPage] = useState<ReportPage>({ reports: [], next: null });
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const reply = await api.reports({ list: 'tasks' });
        if (reply.ok) setPage(reply.value);
      }),
    [],
  );
  useEffect(() => void refresh(), [changes]);
  if (!handles && rows.length === 0) return null;
  const late = rows.filter(({ overdue }) => overdue);
  // What is overdue comes first: where all of a page is, the next one may go on with it.
  return { overdue: countText(late.length, next !== null && late.length === rows.length) };
}
