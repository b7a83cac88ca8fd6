import { auditClocks, clockHealth, type ClockHealth } from '../application/audit-clocks.ts';
import { keepClocks } from '../application/keep-clocks.ts';
import type { Surroundings } from '../application/surroundings.ts';
import type { Store } from '../storage/open-store.ts';

const AUDIT_EVERY_MS = 5 * 60_000;

/** The minute's look at what is due, and who looks after that. */
export interface ClockKeeper {
  keep(): Promise<void>;
  /**
   * Looks at once, for what came due while nothing ran, and audits the scheduler from then on by a timer of its own:
   * what it looks after may be what has stopped.
   */
  start(): void;
  stop(): Promise<void>;
  audit(): Promise<void>;
  health(): Promise<ClockHealth>;
}

export function clockKeeper(
  surroundings: Surroundings,
  store: Store,
  onQueued: () => Promise<void>,
): ClockKeeper {
  const audit = { ...surroundings, clockQueue: store.clocks, unitOfWork: store.work };
  const state: { timer: NodeJS.Timeout | null; first: Promise<void>; running: Promise<void> } = {
    timer: null,
    first: Promise.resolve(),
    running: Promise.resolve(),
  };
  const keep = async (): Promise<void> => {
    const looked = await keepClocks({ ...surroundings, unitOfWork: store.work });
    if (looked > 0) await onQueued();
  };
  // A database that is away is seen by everybody; the next look comes by itself.
  const attempt = (work: () => Promise<void>, failure: string): Promise<void> =>
    work().catch(() => surroundings.log.warn(failure));
  const run = (): Promise<void> =>
    attempt(async () => {
      const { late } = await auditClocks(audit);
      if (late > 0) await onQueued();
    }, 'the clocks could not be audited');
  return {
    keep,
    start: () => {
      state.first = attempt(keep, 'the clocks could not be kept at the start');
      state.timer = setInterval(() => {
        state.running = run();
      }, AUDIT_EVERY_MS);
    },
    audit: run,
    stop: async () => {
      if (state.timer) clearInterval(state.timer);
      await Promise.all([state.first, state.running]);
    },
    health: () => clockHealth(audit),
  };
}
