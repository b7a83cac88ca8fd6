import type { Messenger } from '../../src/application/ports.ts';
import { fail } from '../../src/domain/result.ts';

/** Platforms that nobody is on: for what says nothing to anybody, or is asked only what it will have said. */
export function silentMessenger(): Messenger {
  const nowhere = () => Promise.resolve(fail({ code: 'no_such_place' as const, retryAfterMs: null }));
  return {
    send: nowhere,
    update: nowhere,
    paces: () => [],
    hasLists: () => true,
    hasThreads: () => false,
    deletesOriginals: () => true,
  };
}
