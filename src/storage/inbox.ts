import type { InboxEntry, Place, StoredBody } from '../application/ports/inbound.ts';
import type { InboxQueue } from '../application/ports/queues.ts';
import type { InboxWriter } from '../application/ports/storage.ts';
import type { Queries } from './connect-prisma.ts';
import { conversationOf } from './conversations.ts';
import type { HasRoom } from './disk-room.ts';
import type { Prisma, InboxEntry as Row } from './generated/client.ts';
import { instant } from './instants.ts';
import { json } from './json.ts';
import { StorageError } from './storage-error.ts';

/** After so many failures an entry no longer stands in the way of what the person said next. */
const MAX_ATTEMPTS = 5;

/** What was accepted is worked on as long as there is any room; something new needs more than that. */
export function inboxWriter(tx: Queries, hasRoom: HasRoom): InboxWriter {
  return {
    async add(entry) {
      if (!(await hasRoom())) throw new StorageError({ code: 'ENOSPC' });
      const { count } = await tx.inboxEntry.createMany({ data: [rowOf(entry)], skipDuplicates: true });
      return count === 1;
    },

    async nextFor(person) {
      // No SKIP LOCKED: whoever comes second waits for the first entry to be done and then takes the next, so that
      // a person's words are never worked on out of order.
      const [next, later] = await tx.$queryRaw<Open[]>`
        SELECT id, platform, event_id AS "eventId", person, place_kind AS "placeKind",
          place_address AS "placeAddress", body, received_at AS "receivedAt", attempts
        FROM inbox_entry
        WHERE person = ${person} AND done_at IS NULL AND dead_at IS NULL
        ORDER BY seq LIMIT 2 FOR UPDATE`;
      return next ? { entry: entryOf(next), more: later !== undefined } : null;
    },

    async done(id, at) {
      // Of a stopped message only that it was stopped is left, so that it is never shown when it comes again.
      await tx.$executeRaw`
        UPDATE inbox_entry SET
          done_at = ${new Date(at)}::timestamptz,
          body = CASE WHEN body->>'kind' = 'stopped' THEN jsonb_build_object('kind', 'stopped') END
        WHERE id = ${id}::uuid`;
    },
  };
}

export function inboxQueue(db: Queries): InboxQueue {
  return {
    conversationOf: (person) => conversationOf(db, person),

    async known(platform, eventId) {
      const [row] = await db.$queryRaw<{ stopped: boolean | null }[]>`
        SELECT body->>'kind' = 'stopped' AS stopped FROM inbox_entry
        WHERE platform = ${platform} AND event_id = ${eventId}`;
      return row ? { stopped: row.stopped ?? false } : null;
    },

    async peopleWaiting(limit) {
      const rows = await db.$queryRaw<{ person: string }[]>`
        SELECT person FROM inbox_entry
        WHERE done_at IS NULL AND dead_at IS NULL
        GROUP BY person ORDER BY min(seq) LIMIT ${limit}`;
      return rows.map((row) => row.person);
    },

    async failed(id, reason, at) {
      const [row] = await db.$queryRaw<{ given_up: boolean }[]>`
        UPDATE inbox_entry SET
          attempts = attempts + 1,
          failure = ${reason},
          dead_at = CASE WHEN attempts + 1 >= ${MAX_ATTEMPTS} THEN ${new Date(at)}::timestamptz END
        WHERE id = ${id}::uuid AND done_at IS NULL AND dead_at IS NULL
        RETURNING dead_at IS NOT NULL AS given_up`;
      return row?.given_up ?? false;
    },

    async givenUp(limit) {
      const where = { deadAt: { not: null } };
      const rows = await db.inboxEntry.findMany({
        where,
        orderBy: [{ deadAt: 'desc' }, { seq: 'desc' }],
        take: limit,
      });
      return rows.flatMap(({ id, person, attempts, failure, deadAt }) =>
        deadAt ? [{ id, person, attempts, failure: failure ?? '', at: instant(deadAt) }] : [],
      );
    },

    waiting: () => db.inboxEntry.count({ where: { doneAt: null, deadAt: null } }),
  };
}

function rowOf(entry: InboxEntry): Prisma.InboxEntryCreateManyInput {
  return {
    id: entry.id,
    platform: entry.platform,
    eventId: entry.eventId,
    person: entry.person,
    placeKind: entry.place.kind,
    placeAddress: entry.place.address,
    body: json(entry.body),
    receivedAt: new Date(entry.receivedAt),
    attempts: entry.attempts,
  };
}

type Open = Omit<Row, 'seq' | 'doneAt' | 'deadAt' | 'failure'>;

function entryOf(row: Open): InboxEntry {
  return {
    id: row.id,
    platform: row.platform,
    eventId: row.eventId,
    person: row.person,
    place: { kind: row.placeKind as Place['kind'], address: row.placeAddress },
    body: row.body as unknown as StoredBody,
    receivedAt: instant(row.receivedAt),
    attempts: row.attempts,
  };
}
