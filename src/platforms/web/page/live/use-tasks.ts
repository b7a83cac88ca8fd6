import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportRow } from '../../api.ts';
import { countText } from '../shell/badge.tsx';
import { api } from './api-client.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** What a person has to do something about; null while they handle nothing. */
export function useTasks(handles: boolean, changes: object): { overdue: string } | null {
  const [rows, setRows] = useState<readonly ReportRow[]>([]);
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const reply = await api.reports({ list: 'tasks' });
        if (reply.ok) setRows(reply.value.reports);
      }),
    [],
  );
  useEffect(() => void refresh(), [changes]);
  if (!handles && rows.length === 0) return null;
  return { overdue: countText(rows.filter(({ overdue }) => overdue).length) };
}
