import type { Message } from '../../api.ts';

/** The first of the newest `unread` messages of others; null when there is none, or when it is further back. */
export function firstUnread(messages: readonly Message[], unread: number): string | null {
  const others = messages.filter(({ author }) => author.kind === 'bot' || !author.me);
  return unread > 0 ? (others.at(-unread)?.id ?? others[0]?.id ?? null) : null;
}
