import { useRef, useState } from 'preact/hooks';
import { api } from '../live/api-client.ts';
import type { Drafts } from '../live/drafts.ts';
import { useSay } from '../say.ts';

export interface Notice {
  tone: 'calm' | 'alert';
  text: string;
}

export interface Composer {
  text: string;
  sending: boolean;
  notice: Notice | null;
  type: (text: string) => void;
  send: () => Promise<void>;
  /** Says something above the box; null clears it. */
  tell: (notice: Notice | null) => void;
  /** Puts words back that were stopped; they stay in memory only. */
  restore: (text: string) => void;
}

/**
 * The input box of a place. Its text stays until the server has it; text that was stopped is given to `stopped` and
 * to nothing that outlives the page.
 */
export function useComposer(place: string, drafts: Drafts, stopped: (text: string) => void): Composer {
  const say = useSay();
  const [text, setText] = useState(() => drafts.read(place));
  const [sending, setSending] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const inMemoryOnly = useRef(false);
  /** The same words sent again are the same event: what failed half way is not said twice. */
  const attempt = useRef({ text: '', eventId: '' });

  const type = (next: string) => {
    setText(next);
    if (next === '') inMemoryOnly.current = false;
    if (!inMemoryOnly.current) drafts.write(place, next);
  };

  const send = async () => {
    if (sending || text.trim() === '') return;
    if (attempt.current.text !== text) attempt.current = { text, eventId: crypto.randomUUID() };
    setSending(true);
    const reply = await api.say({ eventId: attempt.current.eventId, place, text });
    setSending(false);
    if (!reply.ok) {
      setNotice({ tone: 'alert', text: reply.problem.message || say('page.not_sent') });
      return;
    }
    attempt.current = { text: '', eventId: '' };
    type('');
    const notKept = reply.value.shown === null && !reply.value.repeated;
    setNotice(notKept ? { tone: 'calm', text: say('page.not_kept') } : null);
    if (notKept) stopped(text);
  };

  return {
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
  };
}
