import { useEffect, useMemo, useState } from 'preact/hooks';
import { countText } from '../shell/badge.tsx';
import { api } from './api-client.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** How many reports wait for a person, and how many of theirs and their units' are past their date. */
interface Counts {
  tasks: number;
  overdue: number;
}

/** What a person has to do something about; null while they handle nothing. */
export function useTasks(handles: boolean, changes: object): { overdue: string } | null {
  const [counts, setCounts] = useState<Counts>({ tasks: 0, overdue: 0 });
  const refresh = useMemo(
    () =>
      oneAtATime(async () => {
        const [tasks, overdue] = [await total('tasks'), await total('overdue')];
        setCounts((now) => ({ tasks: tasks ?? now.tasks, overdue: overdue ?? now.overdue }));
      }),
    [],
  );
  useEffect(() => void refresh(), [changes]);
  if (!handles && counts.tasks === 0 && counts.overdue === 0) return null;
  return { overdue: countText(counts.overdue) };
}

/** null while it cannot be read. */
async function total(list: 'tasks' | 'overdue'): Promise<number | null> {
  const reply = await api.reports({ list, rows: 'none' });
  return reply.ok ? reply.value.total : null;
}
