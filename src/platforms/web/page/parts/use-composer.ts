import { useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useReconnected } from '../live/connection.ts';
import type { Drafts } from '../live/drafts.ts';
import { useDelivery, type Deliver } from '../live/use-delivery.ts';
import { useMedia } from '../live/use-media.ts';
import type { ProblemBody } from '../../api.ts';
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
  /** In characters, of what is taken. */
  longest: number;
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

/** Where the words of a box go, and what becomes of them. */
export interface Composing {
  /** Under which the words are kept until they are sent. */
  place: string;
  drafts: Drafts;
  /** Longest text that is received, in characters. */
  longest: number;
  deliver: Deliver;
  /** Takes words that were stopped, to give them back later; left out, they stay in the box, and in memory only. */
  onStopped?: (text: string) => void;
  /** The words were received and kept; resolves to what is said then, if anything. */
  onSent?: () => Promise<Notice | null>;
}

/** A box to write in. Its text stays until the server has it; text that was stopped outlives the page nowhere. */
export function useComposer({ place, drafts, longest, deliver, onStopped, onSent }: Composing): Composer {
  const say = useSay();
  const touch = useMedia('(pointer: coarse)');
  const box = useRef<HTMLTextAreaElement>(null);
  const { text, write, hold } = useWords(place, drafts);
  const [notice, setNotice] = useState<Notice | null>(null);
  const delivery = useDelivery(deliver);
  const { sending } = delivery;

  useReconnected(() => {
    if (notice?.unsent) setNotice({ tone: 'calm', text: say('page.back_online'), unsent: true });
  });

  const type = (next: string) => {
    write(next);
    if (notice?.unsent && next === '') setNotice(null);
  };
  const restore = (words: string) => {
    hold(words);
    setNotice(null);
  };
  const stop = () => {
    if (onStopped) type('');
    else restore(text);
    setNotice({ tone: 'calm', text: say(onStopped ? 'page.not_kept' : 'page.not_kept_here') });
    onStopped?.(text);
  };
  const arrived = async () => {
    type('');
    setNotice(null);
    const told = await onSent?.();
    if (told) setNotice(told);
  };

  const send = async () => {
    if (sending) return;
    box.current?.focus();
    const refusal = refusalOf(text, longest);
    if (refusal) {
      setNotice({ tone: 'calm', text: say(...refusal) });
      return;
    }
    const reply = await delivery.send(text);
    if (!reply.ok) setNotice(notSent(reply.problem, say));
    else if (reply.value.stopped) stop();
    else await arrived();
  };

  return {
    box,
    text,
    longest,
    sending,
    notice,
    type,
    send,
    tell: setNotice,
    restore,
    focus: () => {
      if (!touch) box.current?.focus();
    },
  };
}

/** What stands in a box: kept while the tab lives, but for words that were stopped, which stay in memory only. */
function useWords(place: string, drafts: Drafts) {
  const [text, setText] = useState(() => drafts.read(place));
  const inMemoryOnly = useRef(false);
  return {
    text,
    write: (next: string) => {
      setText(next);
      if (next === '') inMemoryOnly.current = false;
      if (!inMemoryOnly.current) drafts.write(place, next);
    },
    hold: (words: string) => {
      inMemoryOnly.current = true;
      drafts.write(place, '');
      setText(words);
    },
  };
}

function notSent({ errors = {}, message }: ProblemBody, say: ReturnType<typeof useSay>): Notice {
  const why = Object.values(errors)[0] ?? message;
  return { tone: 'alert', text: why || say('page.not_sent'), unsent: true };
}

/** Why this cannot be sent, as a key and its values. */
function refusalOf(text: string, longest: number): [string, Record<string, number>?] | null {
  if (text.trim() === '') return ['page.nothing_written'];
  const over = lengthOf(text, longest) - longest;
  return over > 0 ? ['err.long', { n: over }] : null;
}

/** In characters as people count them when they are told to shorten: never more than UTF-16 units. */
export function lengthOf(text: string, longest: number): number {
  return text.length > longest / 2 ? [...text].length : text.length;
}
