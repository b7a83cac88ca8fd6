/** Events that were answered lately. What is stored knows its own; this is for answers that leave no trace. */
export interface SeenEvents {
  has(id: string): boolean;
  add(id: string): void;
}

/** Teams sends again within minutes, if it does: so many come in within hours. */
const MOST = 10_000;

export function seenEvents(most = MOST): SeenEvents {
  const seen = new Set<string>();
  return {
    has: (id) => seen.has(id),
    add: (id) => {
      seen.add(id);
      // The first of a set is the oldest.
      const [oldest] = seen;
      if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    },
  };
}
