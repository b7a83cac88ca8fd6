import type { Instant } from '../domain/business-time.ts';
import type { Log } from './ports.ts';
import { atOnce } from './side-by-side.ts';

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
  /** One after another for a person, side by side for some people. */
  person(person: string): void;
  /** Once what a person has sent until now was worked on; after this many milliseconds in any case. */
  worked(person: string, withinMs: number): Promise<void>;
  inbox(): Promise<void>;
  outbox(): Promise<void>;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Fewer than there are connections to a database, and more than a processor can use: however many write at the same
 * time, whoever comes next finds a connection with which what they say is stored and acknowledged.
 */
const PEOPLE_AT_ONCE = 6;

/** Runs work at once on the instance where it arose; the wake-up jobs of other instances and restarts call the same. */
export function keepWorking(work: Work): Workers {
  const state = { stopped: false };
  const chains = new Map<string, Promise<void>>();
  const oneOfSome = atOnce(PEOPLE_AT_ONCE);
  const again = soonAgain(
    () => state.stopped,
    () => void swept().then(() => outbox()),
  );
  const guarded = (worker: string, run: () => Promise<unknown>) => guard(work.log, worker, run, again.soon);
  const drained = coalesced(async () => {
    await guarded('outbox', () => work.outbox());
    await guarded('outbox', () => timer.set());
  });
  const swept = coalesced(() => guarded('inbox', () => work.inbox()));
  const timer = dueTimer(
    work,
    () => state.stopped,
    () => void outbox(),
  );

  function outbox(): Promise<void> {
    return state.stopped ? Promise.resolve() : drained();
  }

  return {
    person: (person) => {
      if (state.stopped) return;
      const before = chains.get(person) ?? Promise.resolve();
      const next = before.then(() => oneOfSome(() => guarded('inbox', () => work.inboxOf(person))));
      chains.set(person, next);
      void next.then(() => chains.get(person) === next && chains.delete(person));
    },
    worked: (person, withinMs) => atMost(chains.get(person) ?? Promise.resolve(), withinMs),
    inbox: () => (state.stopped ? Promise.resolve() : swept()),
    outbox,
    stop: async () => {
      state.stopped = true;
      timer.clear();
      again.clear();
      await Promise.all([...chains.values(), swept(), drained()]);
    },
  };
}

async function atMost(work: Promise<void>, ms: number): Promise<void> {
  const timer: { set?: NodeJS.Timeout } = {};
  const late = new Promise<void>((resolve) => (timer.set = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer.set);
}

/** Calls while one is running become one more run after it. */
function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const begin = (): Promise<void> => {
    running = run().finally(() => (running = null));
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

/** What fails here is in the tables still, and is taken up again soon. */
async function guard(
  log: Log,
  worker: string,
  run: () => Promise<unknown>,
  onFailure: () => void,
): Promise<void> {
  try {
    await run();
  } catch (cause) {
    log.error('a worker failed', { worker, reason: cause instanceof Error ? cause.name : 'unknown' });
    onFailure();
  }
}

const AGAIN_AFTER_MS = 2_000;

/** After a failure, without waiting for a wake-up: a database that is back is used again within seconds. */
function soonAgain(isStopped: () => boolean, run: () => void) {
  const state: { timer: NodeJS.Timeout | null } = { timer: null };
  return {
    soon: () => {
      if (isStopped()) return;
      state.timer ??= setTimeout(() => {
        state.timer = null;
        run();
      }, AGAIN_AFTER_MS);
    },
    clear: () => {
      if (state.timer) clearTimeout(state.timer);
      state.timer = null;
    },
  };
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
      const wait = Math.max(10, Date.parse(due) - Date.parse(work.now()));
      state.timer = setTimeout(wake, Math.min(wait, 60_000));
    },
  };
}
