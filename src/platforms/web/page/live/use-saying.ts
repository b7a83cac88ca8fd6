import { useRef, useState } from 'preact/hooks';
import type { SayAnswer } from '../../api.ts';
import { api } from './api-client.ts';
import type { Reply } from './api-client.ts';

export interface Saying {
  sending: boolean;
  say: (text: string) => Promise<Reply<SayAnswer>>;
}

/** Sends words to a place. The same words sent again are the same event: what failed half way is not said twice. */
export function useSaying(place: string): Saying {
  const [sending, setSending] = useState(false);
  const attempt = useRef({ text: '', eventId: '' });

  const say = async (text: string) => {
    if (attempt.current.text !== text) attempt.current = { text, eventId: crypto.randomUUID() };
    setSending(true);
    const reply = await api.say({ eventId: attempt.current.eventId, place, text });
    setSending(false);
    if (reply.ok) attempt.current = { text: '', eventId: '' };
    return reply;
  };

  return { sending, say };
}
