import type { NewWebMessage } from '../application/ports/web-chat.ts';
import type { Queries } from './connect-prisma.ts';
import { Prisma } from './generated/client.ts';
import type { PlaceChanges } from './web-changes.ts';

export interface Posted {
  id: string;
  fresh: boolean;
}

interface Written {
  id: string;
  place: string;
  revision: bigint;
  /** Of the message among those that were given. */
  n: number;
}

/**
 * In the order in which they are given; a key that is there already, or comes twice, is one message. The rows of the
 * places are locked by it, so that a lower revision is never committed after a higher one; in a fixed order, so that
 * nobody waits in a ring.
 */
export async function postMessages(
  db: Queries,
  changes: PlaceChanges,
  messages: readonly NewWebMessage[],
): Promise<Posted[]> {
  const rows = messages.map((message, n) => ({
    ...message,
    n,
    author: message.author === 'bot' ? null : message.author.person,
  }));
  const written = await db.$queryRaw<Written[]>`
    WITH wanted AS (
      SELECT DISTINCT ON (m.key) m.*
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(
        n int, key text, place text, author text, at timestamptz, view jsonb, text text, card text, mention boolean)
      -- A subquery is looked up by its key; a join keeps the plan that was made for it while the table was small.
      WHERE (SELECT id FROM web_message known WHERE known.key = m.key) IS NULL
      ORDER BY m.key, m.n),
    moved AS (
      INSERT INTO web_place (place, revision)
      SELECT place, count(*) FROM wanted GROUP BY place ORDER BY place
      ON CONFLICT (place) DO UPDATE SET revision = web_place.revision + excluded.revision
      RETURNING place, revision AS reached),
    numbered AS (
      SELECT wanted.*,
        reached - count(*) OVER (PARTITION BY place) + row_number() OVER (PARTITION BY place ORDER BY n) AS turn
      FROM wanted JOIN moved USING (place)),
    posted AS (
      INSERT INTO web_message (key, place, position, revision, author, at, view, text, card, mention)
      SELECT key, place, turn, turn, author, at, view, text, card, mention FROM numbered
      ON CONFLICT (key) DO NOTHING
      RETURNING id, key, place, revision)
    SELECT posted.id, posted.place, posted.revision, wanted.n, ${changes.notice(Prisma.sql`posted.place`)} AS told
    FROM posted JOIN wanted USING (key)`;
  for (const [place, revision] of reached(written)) changes.tell(place, revision);
  const fresh = new Map(written.map(({ id, n }) => [n, id]));
  const known = await idsOf(
    db,
    messages.flatMap(({ key }, n) => (fresh.has(n) ? [] : [key])),
  );
  return messages.map(({ key }, n) => {
    const id = fresh.get(n) ?? known.get(key);
    if (id === undefined) throw new Error('a web message was posted and is not there');
    return { id, fresh: fresh.has(n) };
  });
}

/** Where each place stands now. */
function reached(written: readonly Written[]): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const { place, revision } of written) {
    revisions.set(place, Math.max(revisions.get(place) ?? 0, Number(revision)));
  }
  return revisions;
}

async function idsOf(db: Queries, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.webMessage.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, id: true },
  });
  return new Map(rows.map(({ key, id }) => [key, id]));
}
