import type { Instant } from '../domain/business-time.ts';
import { createPace, type Pace, type PaceLimit } from '../domain/pace.ts';
import type { Address, Rest } from './ports.ts';

/** The paces of all platforms. */
export interface Paces {
  /** Counts a message to the place as sent now. */
  count(to: Address): void;
  /** Where nothing may go yet. */
  resting(): Rest[];
}

/**
 * @param limitsOf those of each place of the platform
 * @param time a clock that never goes back, in milliseconds, and what time it is
 */
export function createPaces(
  limitsOf: (platform: string) => readonly PaceLimit[],
  time: { elapsed: () => number; now: () => Instant },
): Paces {
  const paces = new Map<string, Pace>();
  const paceOf = (platform: string) => {
    const pace = paces.get(platform) ?? createPace(time.elapsed, limitsOf(platform));
    paces.set(platform, pace);
    return pace;
  };
  return {
    count: ({ platform, place }) => paceOf(platform).count(place),
    resting: () => {
      const now = Date.parse(time.now());
      return [...paces].flatMap(([platform, pace]) =>
        pace.resting().map(({ place, forMs }) => ({
          at: { platform, place },
          until: new Date(now + Math.ceil(forMs)).toISOString(),
        })),
      );
    },
  };
}
