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
