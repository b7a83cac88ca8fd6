import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Message } from '../../api.ts';

/** Within so many pixels of the end one counts as being there. */
const NEAR = 60;

export interface FollowEnd {
  log: RefObject<HTMLDivElement | null>;
  /** Stands before the first message that was not seen yet. */
  divider: RefObject<HTMLDivElement | null>;
  /** The reader is further up. */
  away: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/**
 * Scrolls along with new messages for a reader at the end, and leaves one who reads further up where they are, also
 * when older messages come in above. It begins at what was not seen yet.
 */
export function useFollowEnd(messages: readonly Message[]): FollowEnd {
  const log = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const height = useRef(0);
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

  const first = messages[0];
  useLayoutEffect(() => {
    const element = log.current;
    if (element && !following.current) element.scrollTop += element.scrollHeight - height.current;
  }, [first?.id]);

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
    const [element, mark] = [log.current, divider.current];
    if (!element || !mark) return;
    element.scrollTop = Math.min(mark.offsetTop - element.offsetTop, endOf(element));
    onScroll();
  }, []);

  useLayoutEffect(() => {
    height.current = log.current?.scrollHeight ?? 0;
  });

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const observer = new ResizeObserver(() => following.current && toEnd());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { log, divider, away, onScroll, toEnd };
}

/** Where the last message is seen whole, or from its beginning when it is taller than the log. */
function endOf(log: HTMLElement): number {
  const last = log.lastElementChild;
  const bottom = log.scrollHeight - log.clientHeight;
  if (!(last instanceof HTMLElement)) return bottom;
  return Math.min(bottom, last.offsetTop - log.offsetTop);
}
