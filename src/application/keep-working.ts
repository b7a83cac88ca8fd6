import type { Instant } from '../domain/business-time.ts';
import type { Log } from './ports.ts';

export interface Work {
  /** Everything one person has sent. */
  inboxOf(person: string): Promise<void>;
  /** Everyone who is waiting. */
  inbox(): Promise<void>;
  outbox(): Promise<unknown>;
  /** When the outbox has something again that is not due yet. */
  nextDue(): Promise<Instant | null>;
  now(): Instant;
  log: Log;
}

export interface Workers {
  /** One after another for a person, side by side for different people. */
  person(person: string): void;
  inbox(): Promise<void>;
  outbox(): Promise<void>;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/** Runs work at once on the instance where it arose; the wake-up jobs of other instances and restarts call the same. */
export function keepWorking(work: Work): Workers {
  const state = { stopped: false };
  const chains = new Map<string, Promise<void>>();
  const drained = coalesced(work.log, 'outbox', () => work.outbox());
  const swept = coalesced(work.log, 'inbox', () => work.inbox());
  const timer = dueTimer(
    work,
    () => state.stopped,
    () => void outbox(),
  );

  async function outbox(): Promise<void> {
    if (state.stopped) return;
    await drained();
    await guarded(work.log, 'outbox', () => timer.set());
  }

  return {
    person: (person) => {
      if (state.stopped) return;
      const before = chains.get(person) ?? Promise.resolve();
      const next = before.then(() => guarded(work.log, 'inbox', () => work.inboxOf(person)));
      chains.set(person, next);
      void next.then(() => chains.get(person) === next && chains.delete(person));
    },
    inbox: () => (state.stopped ? Promise.resolve() : swept()),
    outbox,
    stop: async () => {
      state.stopped = true;
      timer.clear();
      await Promise.all([...chains.values(), swept(), drained()]);
    },
  };
}

/** Calls while one is running become one more run after it. */
function coalesced(log: Log, name: string, run: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running = guarded(log, name, run).finally(() => (running = null));
    return running;
  };
  return () => {
    if (!running) return begin();
    waiting ??= running.then(() => {
      waiting = null;
      return begin();
    });
    return waiting;
  };
}

/** What fails here is in the tables still, and the next wake-up takes it up again. */
async function guarded(log: Log, worker: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (cause) {
    log.error('a worker failed', { worker, reason: cause instanceof Error ? cause.name : 'unknown' });
  }
}

function dueTimer(work: Work, isStopped: () => boolean, wake: () => void) {
  const state: { timer: NodeJS.Timeout | null } = { timer: null };
  const clear = () => {
    if (state.timer) clearTimeout(state.timer);
    state.timer = null;
  };
  return {
    clear,
    set: async () => {
      const due = isStopped() ? null : await work.nextDue();
      clear();
      // A timer set after the stop would keep the process alive.
      if (due === null || isStopped()) return;
      const wait = Math.max(50, Date.parse(due) - Date.parse(work.now()));
      state.timer = setTimeout(wake, Math.min(wait, 60_000));
    },
  };
}
