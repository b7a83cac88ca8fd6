import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { api } from './api-client.ts';

/** Tells that a place has been shown up to a revision. */
export type Seen = (place: string, revision: number) => void;

export const SeenContext = createContext<Seen>(() => undefined);

export function useSeen(): Seen {
  return useContext(SeenContext);
}

/**
 * Marks the open place as read up to what it shows, while somebody is looking. A mark that did not reach the server
 * goes with the next one.
 */
export function useReadMarks(open: string | null, attentive: boolean, marked: () => void): Seen {
  const [shown, setShown] = useState<Readonly<Record<string, number>>>({});
  const sent = useRef<Record<string, number>>({});
  const revision = open === null ? undefined : shown[open];

  useEffect(() => {
    if (open === null || revision === undefined || !attentive) return;
    if (revision <= (sent.current[open] ?? 0)) return;
    void api.markRead(open, revision).then((reply) => {
      if (!reply.ok) return;
      sent.current[open] = Math.max(revision, sent.current[open] ?? 0);
      marked();
    });
  }, [open, revision, attentive]);

  const [seen] = useState<Seen>(() => (place: string, reached: number) => {
    setShown((now) => (reached > (now[place] ?? -1) ? { ...now, [place]: reached } : now));
  });
  return seen;
}
