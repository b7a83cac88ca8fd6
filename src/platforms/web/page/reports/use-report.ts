import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportDetails } from '../../api.ts';
import { api } from '../live/api-client.ts';
import type { Reply } from '../live/api-client.ts';
import { oneAtATime } from '../live/one-at-a-time.ts';

export interface ReportState {
  /** What was last read; it stays while the server cannot be reached. */
  details: ReportDetails | null;
  /** Why it cannot be shown, in the server's words; '' when it gave none. */
  problem: string | null;
  retry: () => Promise<void>;
}

/** One report, read again whenever something changed. */
export function useReport(number: string, changes: object): ReportState {
  const [details, setDetails] = useState<ReportDetails | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const refresh = useMemo(() => {
    const show = (reply: Reply<ReportDetails>) => {
      if (reply.ok) setDetails(reply.value);
      // What may no longer be read does not stay on the screen.
      else if (reply.problem.problem !== 'offline') setDetails(null);
      setProblem(reply.ok ? null : reply.problem.message);
    };
    return oneAtATime(async () => show(await api.report(number)));
  }, [number]);

  useEffect(() => setDetails(null), [number]);
  useEffect(() => void refresh(), [refresh, changes]);
  return { details, problem, retry: refresh };
}
