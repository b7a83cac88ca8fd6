import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReportDetails } from '../../api-reports.ts';
import { api } from '../live/api-client.ts';
import type { Reply } from '../live/api-client.ts';
import { oneAtATime } from '../live/one-at-a-time.ts';

export interface ReportState {
  /** What was last read; it stays while the server cannot be reached. */
  details: ReportDetails | null;
  /** Why it cannot be shown, in the server's words; '' when it gave none. */
  problem: string | null;
  retry: () => Promise<void>;
  /** After something was sent that is on no card: reads it again until it shows; whether it did. */
  awaitChange: () => Promise<boolean>;
}

/** Milliseconds between one reading and the next, while something sent is worked on. */
const PAUSES = [150, 400, 1000, 2500];

/** One report, read again whenever something changed. */
export function useReport(number: string, changes: object): ReportState {
  const [details, setDetails] = useState<ReportDetails | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useRef('');

  const refresh = useMemo(() => {
    let shown = false;
    const show = (reply: Reply<ReportDetails>) => {
      read.current = JSON.stringify(reply);
      shown ||= reply.ok;
      if (reply.ok) setDetails(reply.value);
      // What may no longer be read does not stay on the screen.
      else if (reply.problem.problem !== 'offline') setDetails(null);
      setProblem(reply.ok ? null : reply.problem.message);
    };
    return oneAtATime(async () => show(await api.report(number, shown)));
  }, [number]);

  useEffect(() => setDetails(null), [number]);
  useEffect(() => void refresh(), [refresh, changes]);
  const awaitChange = async () => {
    const before = read.current;
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      await refresh();
      if (read.current !== before) return true;
    }
    return false;
  };
  return { details, problem, retry: refresh, awaitChange };
}
