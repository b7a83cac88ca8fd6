import { useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useReconnected } from '../live/connection.ts';
import type { Drafts } from '../live/drafts.ts';
import { useMedia } from '../live/use-media.ts';
import { useSaying } from '../live/use-saying.ts';
import { useSay } from '../say.ts';

export interface Notice {
  tone: 'calm' | 'alert';
  text: string;
  /** What was not received can be sent again from here. */
  unsent?: true;
}

export interface Composer {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  sending: boolean;
  notice: Notice | null;
  type: (text: string) => void;
  send: () => Promise<void>;
  /** Says something above the box; null clears it. */
  tell: (notice: Notice | null) => void;
  /** Puts words back that were stopped; they stay in memory only. */
  restore: (text: string) => void;
  /** Takes the focus to the box; on a touch screen that would bring the keyboard up unasked. */
  focus: () => void;
}

/** Longest message that is received, in characters. */
export const LONGEST = 40_000;

/**
 * The input box of a place. Its text stays until the server has it; text that was stopped is given to `stopped` and
 * to nothing that outlives the page. `onSent` is told when the words were received and kept.
 */
export function useComposer(
  place: string,
  drafts: Drafts,
  stopped: (text: string) => void,
  onSent: () => void = () => undefined,
): Composer {
  const say = useSay();
  const touch = useMedia('(pointer: coarse)');
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => drafts.read(place));
  const { sending, say: sayThere } = useSaying(place);
  const [notice, setNotice] = useState<Notice | null>(null);
  const inMemoryOnly = useRef(false);

  useReconnected(() => {
    if (notice?.unsent) setNotice({ tone: 'calm', text: say('page.back_online'), unsent: true });
  });

  const type = (next: string) => {
    setText(next);
    if (next === '') inMemoryOnly.current = false;
    if (!inMemoryOnly.current) drafts.write(place, next);
    if (notice?.unsent && next === '') setNotice(null);
  };

  const send = async () => {
    if (sending) return;
    box.current?.focus();
    const refusal = refusalOf(text, LONGEST);
    if (refusal) {
      setNotice({ tone: 'calm', text: say(...refusal) });
      return;
    }
    const reply = await sayThere(text);
    if (!reply.ok) {
      setNotice({ tone: 'alert', text: reply.problem.message || say('page.not_sent'), unsent: true });
      return;
    }
    type('');
    const notKept = reply.value.shown === null && !reply.value.repeated;
    setNotice(notKept ? { tone: 'calm', text: say('page.not_kept') } : null);
    if (notKept) stopped(text);
    else onSent();
  };

  return {
    box,
    text,
    sending,
    notice,
    type,
    send,
    tell: setNotice,
    restore: (words) => {
      inMemoryOnly.current = true;
      drafts.write(place, '');
      setText(words);
      setNotice(null);
    },
    focus: () => {
      if (!touch) box.current?.focus();
    },
  };
}

/** Why this cannot be sent, as a key and its values. */
export function refusalOf(text: string, longest: number): [string, Record<string, number>?] | null {
  if (text.trim() === '') return ['page.nothing_written'];
  const over = lengthOf(text, longest) - longest;
  return over > 0 ? ['err.long', { n: over }] : null;
}

/** In characters as people count them when they are told to shorten: never more than UTF-16 units. */
export function lengthOf(text: string, longest: number): number {
  return text.length > longest / 2 ? [...text].length : text.length;
}
