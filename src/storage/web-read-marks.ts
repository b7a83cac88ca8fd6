import { MOST_UNREAD, type PlaceStanding } from '../application/ports/web-chat.ts';
import type { Queries } from './connect-prisma.ts';

/** A mark beyond the present would hide what is still to come. */
export async function markRead(db: Queries, person: string, place: string, revision: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO web_read_mark (person, place, revision)
    SELECT ${person}, w.place, least(w.revision, ${BigInt(revision)}) FROM web_place w WHERE w.place = ${place}
    ON CONFLICT (person, place)
    DO UPDATE SET revision = greatest(web_read_mark.revision, excluded.revision)`;
}

interface Row {
  place: string;
  revision: bigint;
  unread: bigint;
  mentions: { card: string | null }[];
}

/** One query for all places, and never more rows of a place than are counted. */
export async function standings(
  db: Queries,
  person: string,
  places: readonly string[],
): Promise<Map<string, PlaceStanding>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT w.place, w.revision, news.unread, calls.mentions
    FROM web_place w
    LEFT JOIN web_read_mark mark ON mark.place = w.place AND mark.person = ${person}
    CROSS JOIN LATERAL (
      SELECT count(*) AS unread FROM (
        SELECT 1 FROM web_message m
        WHERE m.place = w.place AND m.position > coalesce(mark.revision, 0) AND m.author IS DISTINCT FROM ${person}
        ORDER BY m.position LIMIT ${MOST_UNREAD}
      ) newer
    ) news
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('card', called.card)), '[]') AS mentions FROM (
        SELECT m.card FROM web_message m
        WHERE m.place = w.place AND m.position > coalesce(mark.revision, 0) AND m.mention
        ORDER BY m.position DESC LIMIT ${MOST_UNREAD}
      ) called
    ) calls
    WHERE w.place = ANY(${[...places]}::text[])`;
  return new Map(
    rows.map(({ place, revision, unread, mentions }) => [
      place,
      {
        revision: Number(revision),
        unread: Number(unread),
        mentions: mentions.map(({ card }) => card),
      },
    ]),
  );
}
