import type { NewWebMessage } from '../application/ports/web-chat.ts';
import type { Instant } from '../domain/business-time.ts';
import type { View } from '../domain/view.ts';
import type { Queries } from './connect-prisma.ts';
import { Prisma } from './generated/client.ts';
import type { PlaceChanges } from './web-changes.ts';

export interface Posted {
  id: string;
  fresh: boolean;
}

export interface NewView {
  id: string;
  view: View;
  at: Instant;
}

interface Written {
  place: string;
  revision: bigint;
}

/**
 * Gives each row of `wanted` the next revision of its place, in the order of `n`. The rows of the places are locked by
 * it, so that a lower revision is never committed after a higher one; in a fixed order, so that nobody waits in a ring.
 */
const NUMBERED = Prisma.sql`
  moved AS (
    INSERT INTO web_place (place, revision)
    SELECT place, count(*) FROM wanted GROUP BY place ORDER BY place
    ON CONFLICT (place) DO UPDATE SET revision = web_place.revision + excluded.revision
    RETURNING place, revision AS reached),
  numbered AS (
    SELECT wanted.*,
      reached - count(*) OVER (PARTITION BY place) + row_number() OVER (PARTITION BY place ORDER BY n) AS turn
    FROM wanted JOIN moved USING (place))`;

/** In the order in which they are given; a key that is there already, or comes twice, is one message. */
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
  const written = await db.$queryRaw<(Written & { id: string; n: number })[]>`
    WITH wanted AS (
      SELECT DISTINCT ON (m.key) m.*
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m(
        n int, key text, place text, author text, at timestamptz, view jsonb, text text, card text, mention boolean)
      WHERE NOT EXISTS (SELECT 1 FROM web_message known WHERE known.key = m.key)
      ORDER BY m.key, m.n),
    ${NUMBERED},
    posted AS (
      INSERT INTO web_message (key, place, position, revision, author, at, view, text, card, mention)
      SELECT key, place, turn, turn, author, at, view, text, card, mention FROM numbered
      ON CONFLICT (key) DO NOTHING
      RETURNING id, key, place, revision)
    SELECT posted.id, posted.place, posted.revision, wanted.n, ${changes.notice(Prisma.sql`posted.place`)} AS told
    FROM posted JOIN wanted USING (key)`;
  tell(changes, written);
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

/** Of several views for one message the last is shown; a message that is not there is none of them. */
export async function showViews(
  db: Queries,
  changes: PlaceChanges,
  views: readonly NewView[],
): Promise<undefined[]> {
  const rows = views.map((view, n) => ({ ...view, n }));
  const written = await db.$queryRaw<Written[]>`
    WITH wanted AS (
      SELECT DISTINCT ON (m.id) m.id, m.place, v.n, v.view, v.at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(n int, id uuid, view jsonb, at timestamptz)
      JOIN web_message m ON m.id = v.id
      ORDER BY m.id, v.n DESC),
    ${NUMBERED}
    UPDATE web_message m SET view = numbered.view, revision = numbered.turn, edited_at = numbered.at
    FROM numbered WHERE m.id = numbered.id
    RETURNING m.place, m.revision, ${changes.notice(Prisma.sql`m.place`)} AS told`;
  tell(changes, written);
  return views.map(() => undefined);
}

/** Each place once, with where it stands now. */
function tell(changes: PlaceChanges, written: readonly Written[]): void {
  const reached = new Map<string, number>();
  for (const { place, revision } of written) {
    reached.set(place, Math.max(reached.get(place) ?? 0, Number(revision)));
  }
  for (const [place, revision] of reached) changes.tell(place, revision);
}

async function idsOf(db: Queries, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.webMessage.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true, id: true },
  });
  return new Map(rows.map(({ key, id }) => [key, id]));
}
