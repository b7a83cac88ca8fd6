import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from './api-client.ts';
import { openFeed } from './feed.ts';
import type { Feed, FeedState } from './feed.ts';
import { useSeen } from './use-read-marks.ts';

const RETRY_MS = 2000;

export interface Following extends FeedState {
  older: () => Promise<void>;
}

/** The timeline of a place, following what the stream announces; a failed reading is tried again. */
export function useFeed(place: string, announced: number): Following {
  const [state, setState] = useState<FeedState>({ timeline: null, failed: false });
  const feed = useRef<Feed | null>(null);
  const seen = useSeen();
  const reached = state.timeline?.revision;

  useEffect(() => {
    const opened = openFeed(api, place, setState);
    feed.current = opened;
    void opened.reach(0);
    return () => opened.close();
  }, [place]);

  useEffect(() => void feed.current?.reach(announced), [announced]);

  useEffect(() => {
    if (!state.failed) return;
    const timer = setTimeout(() => void feed.current?.reach(announced), RETRY_MS);
    return () => clearTimeout(timer);
  }, [state]);

  useEffect(() => {
    if (reached !== undefined) seen(place, reached);
  }, [place, reached]);

  return { ...state, older: () => feed.current?.older() ?? Promise.resolve() };
}
