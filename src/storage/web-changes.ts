import { randomUUID } from 'node:crypto';
import type { PlaceListener } from '../application/ports/web-chat.ts';
import type { Database } from './database.ts';
import { Prisma } from './generated/client.ts';
import { NOTICES, type InstanceSession } from './instance-session.ts';

/** Tells who shows a place that something changed there, in this instance and in the others. */
export interface PlaceChanges {
  /** In this process, once the change is committed; with the place's revision, where that is known. */
  tell(place: string, revision: number | null): void;
  /** To be selected by the statement that changes the place: tells the other instances when it is committed. */
  notice(place: Prisma.Sql): Prisma.Sql;
  listen(listener: PlaceListener): () => void;
}

export function placeChanges(database: Database, session: InstanceSession): PlaceChanges {
  const listeners = new Set<PlaceListener>();
  const instance = randomUUID();
  const tell: PlaceListener = (place, revision) => listeners.forEach((listener) => listener(place, revision));
  const onNotice = (payload: string): void => {
    const [from, ...place] = payload.split(' ');
    if (from !== instance) tell(place.join(' '), null);
  };
  /** After a lost connection everything counts as changed. */
  const onGap = async (): Promise<void> => {
    const places = await database.prisma.webPlace.findMany({ select: { place: true } });
    for (const { place } of places) tell(place, null);
  };
  return {
    tell,
    notice: (place) =>
      database.embedded
        ? Prisma.sql`NULL`
        : Prisma.sql`pg_notify(${NOTICES}, ${`${instance} `}::text || ${place})::text`,
    listen(listener) {
      listeners.add(listener);
      session.hear(onNotice, onGap);
      return () => void listeners.delete(listener);
    },
  };
}
