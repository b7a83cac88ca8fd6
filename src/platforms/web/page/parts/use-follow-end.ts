import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Message } from '../../api.ts';

/** Within so many pixels of the end one counts as being there. */
const NEAR = 60;

export interface FollowEnd {
  log: RefObject<HTMLDivElement | null>;
  /** The reader is further up. */
  away: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/** Scrolls along with new messages for a reader at the end, and leaves one who reads further up where they are. */
export function useFollowEnd(messages: readonly Message[]): FollowEnd {
  const log = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = () => {
    const element = log.current;
    if (element) element.scrollTop = endOf(element);
  };
  const onScroll = () => {
    const element = log.current;
    if (!element) return;
    following.current = element.scrollTop > endOf(element) - NEAR;
    setAway(!following.current);
  };

  const last = messages.at(-1);
  useLayoutEffect(() => {
    if (following.current) toEnd();
  }, [last?.id, last?.revision]);

  // Whoever says something wants to see the answer, wherever they were reading.
  const own = messages.findLast(({ author }) => author.kind === 'person' && author.me);
  useLayoutEffect(() => {
    following.current = true;
    toEnd();
  }, [own?.id]);

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const observer = new ResizeObserver(() => following.current && toEnd());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { log, away, onScroll, toEnd };
}

/** Where the last message is seen whole, or from its beginning when it is taller than the log. */
function endOf(log: HTMLElement): number {
  const last = log.lastElementChild;
  const bottom = log.scrollHeight - log.clientHeight;
  if (!(last instanceof HTMLElement)) return bottom;
  return Math.min(bottom, last.offsetTop - log.offsetTop);
}
