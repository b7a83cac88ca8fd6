import { LIMITS } from './limits.ts';

/** Messages do not take equally long on their way: so much closer together they may arrive. */
const MARGIN_MS = 100;

export interface PaceLimit {
  messages: number;
  withinMs: number;
}

/**
 * How long until another message keeps every limit.
 * @param sent when the ones before went out, oldest first, in milliseconds
 * @returns milliseconds; 0 is now
 */
export function waitBefore(
  sent: readonly number[],
  now: number,
  limits: readonly PaceLimit[] = LIMITS.paces,
): number {
  const waits = limits.map(({ messages, withinMs }) => {
    // The message that has to be out of the window before another one fits in.
    const last = sent.at(-messages);
    return last === undefined ? 0 : last + withinMs + MARGIN_MS - now;
  });
  return Math.max(0, ...waits);
}

/** What goes out to each conversation, so that Teams never has to refuse. */
export interface Pace {
  /** Milliseconds until another message may go to the conversation; 0 counts it as sent. */
  take(conversation: string): number;
}

const LONGEST = Math.max(...LIMITS.paces.map(({ withinMs }) => withinMs)) + MARGIN_MS;

/** @param now a clock that never goes back, in milliseconds */
export function createPace(now: () => number, limits: readonly PaceLimit[] = LIMITS.paces): Pace {
  const sent = new Map<string, number[]>();
  let swept = now();
  return {
    take: (conversation) => {
      const at = now();
      if (at - swept > LONGEST) {
        swept = at;
        for (const [id, times] of sent) if ((times.at(-1) ?? 0) < at - LONGEST) sent.delete(id);
      }
      const before = (sent.get(conversation) ?? []).filter((one) => one > at - LONGEST);
      const wait = waitBefore(before, at, limits);
      if (wait === 0) sent.set(conversation, [...before, at]);
      return wait;
    },
  };
}
