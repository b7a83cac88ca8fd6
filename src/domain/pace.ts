/** At most so many messages within so long. */
export interface PaceLimit {
  messages: number;
  withinMs: number;
}

/**
 * How long until another message keeps every limit.
 * @param sent when the ones before went out, oldest first, in milliseconds
 * @returns milliseconds; 0 is now
 */
export function waitBefore(sent: readonly number[], now: number, limits: readonly PaceLimit[]): number {
  const waits = limits.map(({ messages, withinMs }) => {
    // The message that has to be out of the window before another one fits in.
    const last = sent.at(-messages);
    return last === undefined ? 0 : last + withinMs - now;
  });
  return Math.max(0, ...waits);
}

/** What goes out to each place, so that its platform never has to refuse. */
export interface Pace {
  /** Counts a message to the place as sent now. */
  count(place: string): void;
  /** Milliseconds until another message may go to the place; 0 is now. */
  waitFor(place: string): number;
  /** Where nothing may go at this moment, and for how many milliseconds. */
  resting(): { place: string; forMs: number }[];
}

/**
 * Per instance: several instances together may be faster, and are then told so by the platform.
 * @param now a clock that never goes back, in milliseconds
 * @param limits those of one place; none lets everything through
 */
export function createPace(now: () => number, limits: readonly PaceLimit[]): Pace {
  const longest = Math.max(0, ...limits.map(({ withinMs }) => withinMs));
  const most = Math.max(0, ...limits.map(({ messages }) => messages));
  const sent = new Map<string, number[]>();
  let swept = now();
  const sweep = (at: number) => {
    if (at - swept <= longest) return;
    swept = at;
    for (const [place, times] of sent) if ((times.at(-1) ?? 0) < at - longest) sent.delete(place);
  };
  return {
    count: (place) => {
      const at = now();
      sweep(at);
      if (most > 0) sent.set(place, [...(sent.get(place) ?? []).slice(1 - most), at]);
    },
    waitFor: (place) => waitBefore(sent.get(place) ?? [], now(), limits),
    resting: () => {
      const at = now();
      sweep(at);
      return [...sent].flatMap(([place, times]) => {
        const forMs = waitBefore(times, at, limits);
        return forMs > 0 ? [{ place, forMs }] : [];
      });
    },
  };
}
