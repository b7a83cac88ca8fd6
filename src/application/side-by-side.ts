import { setTimeout } from 'node:timers/promises';

export interface SideBySide {
  begin(task: () => Promise<void>): void;
  /** How many have begun and not ended. */
  count(): number;
  /** Waits until one ends, at most so many milliseconds. When one has failed: until all have ended, and fails as it did. */
  oneEnds(atMostMs: number): Promise<void>;
}

/** Tasks that are under way at the same time. */
export function sideBySide(): SideBySide {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    begin: (task) => {
      const ended = task()
        .catch((cause: unknown) => void failures.push(cause))
        .finally(() => underWay.delete(ended));
      underWay.add(ended);
    },
    count: () => underWay.size,
    oneEnds: async (atMostMs) => {
      const late = new AbortController();
      const { signal } = late;
      await Promise.race([...underWay, setTimeout(atMostMs, undefined, { signal }).catch(() => undefined)]);
      late.abort();
      if (failures.length === 0) return;
      await Promise.all(underWay);
      throw failures[0];
    },
  };
}

/** Runs at most so many tasks at the same time; the others wait, first come, first served. */
export function atOnce(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (task) => {
    if (underWay === most) await new Promise<void>((resolve) => void waiting.push(resolve));
    else underWay += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on, so that nobody who comes in between takes it.
      if (next) next();
      else underWay -= 1;
    }
  };
}
