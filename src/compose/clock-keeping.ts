import { auditClocks, clockHealth, type ClockHealth } from '../application/audit-clocks.ts';
import { keepClocks } from '../application/keep-clocks.ts';
import type { Surroundings } from '../application/surroundings.ts';
import type { Store } from '../storage/open-store.ts';

const AUDIT_EVERY_MS = 5 * 60_000;

/** The minute's look at what is due, and who looks after that. */
export interface ClockKeeper {
  keep(): Promise<void>;
  /** A timer of its own: what it looks after may be what has stopped. */
  startAudit(): void;
  stopAudit(): Promise<void>;
  audit(): Promise<void>;
  health(): Promise<ClockHealth>;
}

export function clockKeeper(
  surroundings: Surroundings,
  store: Store,
  onQueued: () => Promise<void>,
): ClockKeeper {
  const audit = { ...surroundings, clockQueue: store.clocks, unitOfWork: store.work };
  const state: { timer: NodeJS.Timeout | null; running: Promise<unknown> } = {
    timer: null,
    running: Promise.resolve(),
  };
  const run = async (): Promise<void> => {
    try {
      const { late } = await auditClocks(audit);
      if (late > 0) await onQueued();
    } catch {
      // A database that is away is seen by everybody; the next look is in five minutes.
      surroundings.log.warn('the clocks could not be audited');
    }
  };
  return {
    keep: async () => {
      const looked = await keepClocks({ ...surroundings, unitOfWork: store.work });
      if (looked > 0) await onQueued();
    },
    startAudit: () => {
      state.timer = setInterval(() => {
        state.running = run();
      }, AUDIT_EVERY_MS);
    },
    audit: run,
    stopAudit: async () => {
      if (state.timer) clearInterval(state.timer);
      await state.running;
    },
    health: () => clockHealth(audit),
  };
}
