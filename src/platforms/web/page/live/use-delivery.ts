import { useRef, useState } from 'preact/hooks';
import type { Reply } from './api-client.ts';

/** The same words sent again come with the same id. `stopped`: nothing of them was kept. */
export type Deliver = (text: string, eventId: string) => Promise<Reply<{ stopped: boolean }>>;

export interface Delivery {
  sending: boolean;
  send: (text: string) => ReturnType<Deliver>;
}

/** Sends words. The same words sent again are the same event: what failed half way is not said twice. */
export function useDelivery(deliver: Deliver): Delivery {
  const [sending, setSending] = useState(false);
  const attempt = useRef({ text: '', eventId: '' });

  const send = async (text: string) => {
    if (attempt.current.text !== text) attempt.current = { text, eventId: crypto.randomUUID() };
    setSending(true);
    const reply = await deliver(text, attempt.current.eventId);
    setSending(false);
    if (reply.ok) attempt.current = { text: '', eventId: '' };
    return reply;
  };

  return { sending, send };
}
