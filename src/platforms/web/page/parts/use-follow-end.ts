import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Message } from '../../api.ts';
import { backTo, spotIn } from './reading-spot.ts';
import type { ReadingSpot } from './reading-spot.ts';

/** Within so many pixels of the end one counts as being there. */
const NEAR = 60;

/** So many pixels above what is scrolled to stay free. */
const CLEAR = 10;

export interface FollowEnd {
  log: RefObject<HTMLDivElement | null>;
  /** Holds everything that is scrolled. */
  content: RefObject<HTMLDivElement | null>;
  /** Stands before the first message that was not seen yet. */
  divider: RefObject<HTMLDivElement | null>;
  /** The reader is further up. */
  away: boolean;
  onScroll: () => void;
  toEnd: () => void;
}

/**
 * Scrolls along with new messages for a reader at the end, and leaves one who reads further up where they are, also
 * when older messages come in above or fold. It begins at what was not seen yet.
 */
export function useFollowEnd(messages: readonly Message[]): FollowEnd {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const divider = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const spot = useRef<ReadingSpot | null>(null);
  const height = useRef(0);
  const newest = useRef<string | undefined>(undefined);
  const [away, setAway] = useState(false);

  const toEnd = () => {
    if (log.current && content.current) log.current.scrollTop = endOf(log.current, content.current);
  };
  const stay = () => {
    if (log.current && spot.current && !following.current) backTo(log.current, spot.current);
  };
  const note = () => {
    if (!log.current || !content.current) return;
    height.current = content.current.offsetHeight;
    following.current = log.current.scrollTop > endOf(log.current, content.current) - NEAR;
    spot.current = spotIn(log.current);
    setAway(!following.current);
  };
  // A log that becomes shorter is scrolled by the browser too: that is no reader, and is set right by the observer.
  const onScroll = () => {
    if (content.current?.offsetHeight === height.current) note();
  };

  useLayoutEffect(stay, [messages]);

  // Whoever says something wants to see the answer, wherever they were reading.
  const last = messages.at(-1);
  useLayoutEffect(() => {
    if (saidAfter(messages, newest.current)) following.current = true;
    newest.current = last?.id;
    if (following.current) toEnd();
  }, [last?.id, last?.revision]);

  useLayoutEffect(() => {
    const [element, mark] = [log.current, divider.current];
    if (!element || !content.current || !mark) return;
    element.scrollTop = Math.min(topIn(element, mark), endOf(element, content.current));
    note();
  }, []);

  useLayoutEffect(() => {
    const room = new ResizeObserver(() => following.current && toEnd());
    const length = new ResizeObserver(() => {
      if (!isShown(content.current)) return;
      stay();
      note();
    });
    if (log.current) room.observe(log.current);
    if (content.current) length.observe(content.current);
    return () => [room, length].forEach((observer) => observer.disconnect());
  }, []);

  return { log, content, divider, away, onScroll, toEnd };
}

/** Not while another view is shown in its place. */
function isShown(element: HTMLElement | null): boolean {
  return element !== null && element.offsetHeight > 0;
}

/** Where the last message is seen whole, or from its beginning when it is taller than the log. */
function endOf(log: HTMLElement, content: HTMLElement): number {
  const last = content.lastElementChild;
  const bottom = log.scrollHeight - log.clientHeight;
  if (!(last instanceof HTMLElement)) return bottom;
  return Math.min(bottom, topIn(log, last));
}

function topIn(log: HTMLElement, element: HTMLElement): number {
  return element.offsetTop - log.offsetTop - CLEAR;
}

function saidAfter(messages: readonly Message[], id: string | undefined): boolean {
  const after = messages.slice(messages.findIndex((message) => message.id === id) + 1);
  return after.some(({ author }) => author.kind === 'person' && author.me);
}
