import { useEffect, useState } from 'preact/hooks';
import type { Change } from '../../api.ts';
import { STREAM } from './api-client.ts';

const REOPEN_MS = 2000;

export interface StreamState {
  connected: boolean;
  /** Place → newest revision announced; another object after every announcement. */
  revisions: Readonly<Record<string, number>>;
}

/**
 * Announcements of changes. The browser reconnects by itself after a lost connection, but gives up when the server
 * answers with an error; then `renew` is asked first (the session may have ended) and the stream is opened anew.
 */
export function useStream(renew: () => Promise<void>): StreamState {
  const [state, setState] = useState<StreamState>({ connected: true, revisions: {} });

  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;

    const open = () => {
      if (left) return;
      source = new EventSource(STREAM);
      source.addEventListener('open', () => setState((now) => ({ ...now, connected: true })));
      source.addEventListener('error', () => {
        setState((now) => ({ ...now, connected: false }));
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(reopen, REOPEN_MS);
      });
      source.addEventListener('change', (event) => {
        const change = JSON.parse(event.data as string) as Change;
        setState((now) => announce(now, change));
      });
    };
    const reopen = () => void renew().finally(open);

    open();
    return () => {
      left = true;
      clearTimeout(timer);
      source?.close();
    };
  }, []);

  return state;
}

function announce(state: StreamState, { place, revision }: Change): StreamState {
  const newest = Math.max(revision, state.revisions[place] ?? 0);
  return { ...state, revisions: { ...state.revisions, [place]: newest } };
}
