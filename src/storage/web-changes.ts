import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../application/ports/surroundings.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/client.ts';

/** Tells who shows a place that something changed there, in this instance and in the others. */
export interface PlaceChanges {
  /** In this process, once the change is committed. */
  tell(place: string): void;
  /** To be selected by the statement that changes the place: tells the other instances when it is committed. */
  notice(place: Prisma.Sql): Prisma.Sql;
  listen(listener: (place: string) => void): () => void;
  stop(): Promise<void>;
}

const CHANNEL = 'tsutae_web';
const RECONNECT_AFTER_MS = 1_000;

export function placeChanges(database: Database, log: Log): PlaceChanges {
  const listeners = new Set<(place: string) => void>();
  const instance = randomUUID();
  const tell = (place: string): void => listeners.forEach((listener) => listener(place));
  let hearing: { stop: () => Promise<void> } | null = null;
  return {
    tell,
    notice: (place) =>
      database.embedded
        ? Prisma.sql`NULL`
        : Prisma.sql`pg_notify(${CHANNEL}, ${`${instance} `}::text || ${place})::text`,
    listen(listener) {
      listeners.add(listener);
      if (!database.embedded) hearing ??= hearOthers(database, log, instance, tell);
      return () => void listeners.delete(listener);
    },
    stop: () => hearing?.stop() ?? Promise.resolve(),
  };
}

/** A call, because the compiler takes the flag to be constant between two awaits. */
function isStopping(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Holds one connection and listens on it; after a lost one, everything counts as changed. */
function hearOthers(
  database: Database,
  log: Log,
  instance: string,
  tell: (place: string) => void,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const listening = (async () => {
    for (let again = false; !stopping.signal.aborted; again = true) {
      await hearUntilLost(database, instance, tell, again, stopping.signal).catch(() => undefined);
      if (isStopping(stopping.signal)) return;
      log.warn('not hearing other instances; trying again');
      await sleep(RECONNECT_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return listening;
    },
  };
}

async function hearUntilLost(
  database: Database,
  instance: string,
  tell: (place: string) => void,
  again: boolean,
  stopping: AbortSignal,
): Promise<void> {
  const client = await database.pool.connect();
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
    stopping.addEventListener('abort', () => resolve());
  });
  try {
    client.on('notification', ({ payload }) => {
      const [from, ...place] = (payload ?? '').split(' ');
      if (from !== instance) tell(place.join(' '));
    });
    await client.query(`LISTEN ${CHANNEL}`);
    if (again)
      for (const { place } of await database.prisma.webPlace.findMany({ select: { place: true } }))
        tell(place);
    await lost;
  } finally {
    client.release(true);
  }
}
