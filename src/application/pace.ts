import type { Address } from './ports.ts';

/**
 * Spaces messages to one place as its platform asks. Per instance: several instances together may be faster, and are
 * then told so by the platform.
 * @param paceMs shortest time between two messages to one place, in milliseconds
 * @param time a clock that only goes forward, in milliseconds, and a way to wait
 */
export function createPace(
  paceMs: (platform: string) => number,
  time: { now: () => number; wait: (ms: number) => Promise<void> },
): (to: Address) => Promise<void> {
  const free = new Map<string, number>();
  return async (to) => {
    const pace = paceMs(to.platform);
    if (pace === 0) return;
    const place = `${to.platform}\n${to.place}`;
    const now = time.now();
    const at = Math.max(now, free.get(place) ?? 0);
    free.set(place, at + pace);
    if (at > now) await time.wait(at - now);
  };
}
