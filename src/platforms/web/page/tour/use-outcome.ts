import { useEffect } from 'preact/hooks';
import { api } from '../live/api-client.ts';
import type { Tour } from './use-tour-progress.ts';
import { isDone, standingOf } from './steps.ts';
import type { TourStep } from './steps.ts';

/** Notices that the step was done, while one is the person who does it. */
export function useOutcome(step: TourStep, tour: Tour, isPlayer: boolean, changes: object): void {
  const { before, done } = tour.progress;
  useEffect(() => {
    if (!isPlayer || done) return;
    let outdated = false;
    void api.reports({ list: step.list }).then((reply) => {
      if (outdated || !reply.ok) return;
      const now = standingOf(reply.value.reports);
      if (before === null) tour.change({ before: now });
      else if (isDone(step, before, now)) tour.change({ done: true });
    });
    return () => {
      outdated = true;
    };
  }, [step, isPlayer, done, before, changes]);
}
