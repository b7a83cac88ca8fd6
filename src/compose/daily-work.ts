import { handOverWork } from '../application/hand-over-work.ts';
import type { Surroundings } from '../application/surroundings.ts';
import { sendDigests } from '../application/send-digests.ts';
import { sendNewsDigests } from '../application/send-news-digests.ts';
import type { Store } from '../storage/open-store.ts';

/** What is done once a day or less, by whichever instance is there. */
export interface DailyWork {
  /** Digests that are due. */
  digests(): Promise<void>;
  /** Work of people whose posts have ended passes on. */
  handOver(): Promise<void>;
  /** At a start: what was due while nothing ran. */
  catchUp(): Promise<void>;
}

export function dailyWork(
  surroundings: Surroundings,
  store: Store,
  onQueued: () => Promise<void>,
): DailyWork {
  const deps = { ...surroundings, unitOfWork: store.work };
  const work = {
    digests: async () => {
      await sendDigests(deps);
      await sendNewsDigests(deps);
      await onQueued();
    },
    handOver: async () => {
      await handOverWork(deps);
      await onQueued();
    },
  };
  return {
    ...work,
    catchUp: async () => {
      try {
        await work.handOver();
        await work.digests();
      } catch (cause) {
        // The schedule comes by again.
        deps.log.warn('what is done daily could not be done', {
          reason: cause instanceof Error ? cause.name : 'unknown',
        });
      }
    },
  };
}
