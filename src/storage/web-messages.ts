import type { NewWebMessage, PlaceMessages, WebChat, WebMessage } from '../application/ports/web-chat.ts';
import type { View } from '../domain/view.ts';
import type { Queries } from './connect-prisma.ts';
import { gather } from './gather.ts';
import { Prisma, type PrismaClient, type WebMessage as Row } from './generated/client.ts';
import { instant, instantOrNull } from './instants.ts';
import type { PlaceChanges } from './web-changes.ts';
import { markRead, standings } from './web-read-marks.ts';
import { postMessages } from './post-web-messages.ts';

export function webMessages(prisma: PrismaClient, changes: PlaceChanges): WebChat {
  return {
    post: gather((messages: readonly NewWebMessage[]) => postMessages(prisma, changes, messages)),

    async update(ref, view, at) {
      const [changed] = await prisma.$queryRaw<{ place: string; revision: bigint }[]>`
        WITH moved AS (
          UPDATE web_place SET revision = revision + 1
          WHERE place = (SELECT place FROM web_message WHERE id = ${ref.id}::uuid)
          RETURNING revision)
        UPDATE web_message m
        SET view = ${JSON.stringify(view)}::jsonb, revision = moved.revision, edited_at = ${new Date(at)}
        FROM moved WHERE m.id = ${ref.id}::uuid
        RETURNING m.place, m.revision, ${changes.notice(Prisma.sql`m.place`)} AS told`;
      if (changed) changes.tell(changed.place, Number(changed.revision));
    },

    since(place, revision, limit) {
      const changed = Prisma.sql`AND m.revision > ${BigInt(revision)} ORDER BY m.revision LIMIT ${limit}`;
      return read(prisma, place, changed, Prisma.sql`found.revision`);
    },

    page(place, before, limit) {
      const older = Prisma.sql`AND m.position < (SELECT position FROM web_message WHERE id = ${before}::uuid)`;
      const last = Prisma.sql`${before === null ? Prisma.empty : older} ORDER BY m.position DESC LIMIT ${limit}`;
      return read(prisma, place, last, Prisma.sql`found.position`);
    },

    async revision(place) {
      const row = await prisma.webPlace.findUnique({ where: { place } });
      return Number(row?.revision ?? 0);
    },

    markRead: (person, place, revision) => markRead(prisma, person, place, revision),
    standings: (person, places) => standings(prisma, person, places),

    onChange: (listener) => changes.listen(listener),
  };
}

type Found = Omit<Row, 'key'>;

/**
 * One statement, so that the revision is that of the very moment the messages are read: whoever goes on from it misses
 * no change.
 */
async function read(
  db: Queries,
  place: string,
  wanted: Prisma.Sql,
  order: Prisma.Sql,
): Promise<PlaceMessages> {
  const rows = await db.$queryRaw<({ reached: bigint } & (Found | { id: null }))[]>`
    SELECT w.revision AS reached, found.* FROM web_place w
    LEFT JOIN LATERAL (
      SELECT m.id, m.place, m.position, m.revision, m.author, m.at, m.edited_at AS "editedAt", m.view, m.text,
        m.card, m.mention
      FROM web_message m WHERE m.place = w.place ${wanted}
    ) found ON TRUE
    WHERE w.place = ${place} ORDER BY ${order}`;
  return {
    revision: Number(rows[0]?.reached ?? 0),
    messages: rows.flatMap((row) => (row.id === null ? [] : [messageOf(row)])),
  };
}

function messageOf(row: Found): WebMessage {
  return {
    id: row.id,
    place: row.place,
    revision: Number(row.revision),
    at: instant(row.at),
    editedAt: instantOrNull(row.editedAt),
    author: row.author === null ? 'bot' : { person: row.author },
    view: row.view as unknown as View | null,
    text: row.text,
    card: row.card,
    mention: row.mention,
  };
}
