import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../application/ports/surroundings.ts';
import type { Database } from './database.ts';

/** The one connection that an instance keeps for as long as it lives. */
export interface InstanceSession {
  /**
   * The number of an advisory lock that is held as long as this connection lives, so that what was claimed under it is
   * free once the instance is gone; null when that cannot be told. After a lost connection it is another number:
   * the server may not have noticed yet, and still hold the old lock.
   */
  holder(): Promise<number | null>;
  /** What other instances send; `onGap` when something may have been missed. */
  hear(onNotice: (payload: string) => void, onGap: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** First key of the locks: nothing else in the database uses it. */
export const INSTANCE_LOCKS = 72_707_370;
export const NOTICES = 'tsutae_web';
const RECONNECT_AFTER_MS = 1_000;

/** The embedded database has one instance, whose claims are nobody's as soon as it is gone: no lock is needed. */
const ONLY_INSTANCE = 1;
const NO_SESSION: InstanceSession = {
  holder: () => Promise.resolve(ONLY_INSTANCE),
  hear: () => undefined,
  stop: () => Promise.resolve(),
};

/** Begins when it is first needed: a command that only reads is no instance. */
export function instanceSession(database: Database, log: Log): InstanceSession {
  return database.embedded ? NO_SESSION : serverSession(database, log);
}

interface State {
  /** The lock that is held now. */
  holder: number | null;
  onNotice: (payload: string) => void;
  onGap: () => Promise<void>;
}

function serverSession(database: Database, log: Log): InstanceSession {
  const state: State = { holder: null, onNotice: () => undefined, onGap: () => Promise.resolve() };
  const stopping = new AbortController();
  let living: Promise<void> | null = null;
  let tried: Promise<void> = Promise.resolve();
  const begin = (): void => {
    if (living || stopping.signal.aborted) return;
    tried = new Promise((resolve) => {
      living = live(database, log, state, stopping.signal, resolve);
    });
  };
  return {
    async holder() {
      begin();
      await tried;
      return state.holder;
    },
    hear(onNotice, onGap) {
      Object.assign(state, { onNotice, onGap });
      begin();
    },
    stop: () => {
      stopping.abort();
      return living ?? Promise.resolve();
    },
  };
}

/** A call, because the compiler takes the flag to be constant between two awaits. */
function isStopping(signal: AbortSignal): boolean {
  return signal.aborted;
}

async function live(
  database: Database,
  log: Log,
  state: State,
  stopping: AbortSignal,
  onTried: () => void,
): Promise<void> {
  for (let again = false; !stopping.aborted; again = true) {
    await liveUntilLost(database, state, again, stopping, onTried).catch(() => undefined);
    state.holder = null;
    onTried();
    if (isStopping(stopping)) return;
    log.warn('not hearing other instances; trying again');
    await sleep(RECONNECT_AFTER_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function liveUntilLost(
  database: Database,
  state: State,
  again: boolean,
  stopping: AbortSignal,
  onTried: () => void,
): Promise<void> {
  const client = await database.pool.connect();
  const holder = randomInt(1, 2 ** 31 - 1);
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
    stopping.addEventListener('abort', () => resolve());
  });
  try {
    client.on('notification', ({ payload }) => state.onNotice(payload ?? ''));
    await client.query('SELECT pg_advisory_lock($1, $2)', [INSTANCE_LOCKS, holder]);
    state.holder = holder;
    onTried();
    await client.query(`LISTEN ${NOTICES}`);
    if (again) await state.onGap();
    await lost;
  } finally {
    client.release(true);
  }
}
