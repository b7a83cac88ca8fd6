import { useState } from 'preact/hooks';
import { KEY, readProgress } from './progress.ts';
import type { TourProgress } from './progress.ts';

export interface Tour {
  progress: TourProgress;
  change: (change: Partial<TourProgress>) => void;
}

export function useTourProgress(): Tour {
  const [progress, setProgress] = useState(() => readProgress(localStorage));
  const change = (change: Partial<TourProgress>) =>
    setProgress((now) => {
      const next = { ...now, ...change };
      localStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  return { progress, change };
}
