import type {
  Address,
  DeadLetter,
  OutboxEntry,
  OutgoingContent,
  Rest,
} from '../application/ports/outgoing.ts';
import type { OutboxQueue } from '../application/ports/queues.ts';
import { Prisma, type OutboxEntry as Row, type PrismaClient } from './generated/client.ts';
import { instant, instantOrNull } from './instants.ts';
import { INSTANCE_LOCKS, type InstanceSession } from './instance-session.ts';

const OPEN = Prisma.sql`e.sent_at IS NULL AND e.dead_at IS NULL`;

/**
 * Nothing unsent stands before it in its place. Transactions that overlap have no order among themselves. An array,
 * so that it is computed once however wrong the planner's idea of how much is waiting.
 */
const FIRST_IN_PLACE = Prisma.sql`e.seq = ANY (ARRAY(
  SELECT min(seq) FROM outbox_entry WHERE sent_at IS NULL AND dead_at IS NULL GROUP BY platform, place))`;

/** Cards and what stands under them; all else is said to somebody. */
const IS_CARD = Prisma.sql`(e.card_report IS NOT NULL)`;

/**
 * At least once: a claim that ran out is claimed again, and at once one that nobody works on any more: it was let go,
 * or its instance is gone. `attempts` is counted up by each claim and so tells a late claimant apart from the one that
 * holds the entry now.
 */
export function outboxQueue(db: PrismaClient, session: InstanceSession): OutboxQueue {
  const inHand = new Set<bigint>();
  let claiming: Promise<unknown> = Promise.resolve();
  return {
    claim(now, until, limit, resting = []) {
      // One after another: what one claim takes, the next has to know.
      const claimed = claiming.then(async () => {
        const holder = await session.holder();
        const wanted = { now: new Date(now), until: new Date(until), limit, resting, holder, inHand };
        const rows = await claim(db, wanted);
        rows.forEach((row) => inHand.add(row.seq));
        return rows.map(entryOf);
      });
      claiming = claimed.catch(() => undefined);
      return claimed;
    },

    letGo: (entry) => void inHand.delete(BigInt(entry.id)),

    async sent(entry, ref, at) {
      // Sent twice after a claim ran out: the card that was recorded first stays the living one.
      await db.$executeRaw`
        WITH sent AS (
          UPDATE outbox_entry
          SET sent_at = ${new Date(at)}, dead_at = NULL, content = NULL, claimed_until = NULL
          WHERE seq = ${BigInt(entry.id)} AND sent_at IS NULL
          RETURNING card_report, step, platform, place)
        INSERT INTO posting (report, step, platform, place, message_id)
        SELECT card_report, step, platform, place, message_id
        FROM sent, (SELECT ${ref?.id ?? null}::text AS message_id) ref
        WHERE card_report IS NOT NULL AND message_id IS NOT NULL
        ON CONFLICT (report, step, platform, place) DO UPDATE SET message_id = EXCLUDED.message_id`;
    },

    async retry(entry, failure, notBefore) {
      const data = { notBefore: new Date(notBefore), claimedUntil: null, failure: failure.code };
      await db.outboxEntry.updateMany({ where: stillHeld(entry), data });
    },

    async giveUp(entry, failure, at) {
      const data = { deadAt: new Date(at), claimedUntil: null, failure: failure.code };
      await db.outboxEntry.updateMany({ where: stillHeld(entry), data });
    },

    async redirect(entry, { platform, place }) {
      const data = { platform, place, tried: [...entry.tried, entry.to].map((one) => ({ ...one })) };
      const { count } = await db.outboxEntry.updateMany({ where: stillHeld(entry), data });
      return count === 1;
    },

    async nextDue(resting = []) {
      const [row] = await db.$queryRaw<{ due: Date | null }[]>`
        SELECT min(GREATEST(e.not_before, e.claimed_until, rest.until, to_timestamp(0))) AS due
        FROM outbox_entry e LEFT JOIN ${rests(resting)} ON rest.platform = e.platform AND rest.place = e.place
        WHERE ${OPEN} AND ${FIRST_IN_PLACE}`;
      return instantOrNull(row?.due ?? null);
    },

    deadLetters: (limit) => deadLetters(db, limit),

    waiting: () => db.outboxEntry.count({ where: { sentAt: null, deadAt: null } }),
  };
}

interface Claim {
  now: Date;
  until: Date;
  limit: number;
  resting: readonly Rest[];
  /** Under which this instance claims. */
  holder: number | null;
  /** What this instance works on. */
  inHand: ReadonlySet<bigint>;
}

async function claim(db: PrismaClient, wanted: Claim): Promise<Claimed[]> {
  const { now, until, limit, resting, holder } = wanted;
  const claimed = await db.$queryRaw<Claimed[]>`
    UPDATE outbox_entry e SET claimed_until = ${until}, claimed_by = ${holder}::int, attempts = attempts + 1
    WHERE e.seq = ANY (ARRAY(
      SELECT e.seq FROM outbox_entry e
      WHERE ${OPEN} AND ${FIRST_IN_PLACE}
        AND (e.not_before IS NULL OR e.not_before <= ${now})
        AND (e.claimed_until IS NULL OR e.claimed_until <= ${now} OR ${leftBehind(wanted)})
        AND NOT EXISTS (
          SELECT FROM ${rests(resting)} WHERE rest.platform = e.platform AND rest.place = e.place)
      ORDER BY ${IS_CARD}, e.seq LIMIT ${limit} FOR UPDATE SKIP LOCKED))
    RETURNING seq, key, platform, place, content, mention, not_before AS "notBefore", attempts, tried,
      ${IS_CARD} AS "isCard"`;
  return claimed.sort((a, b) => Number(a.isCard) - Number(b.isCard) || Number(a.seq - b.seq));
}

function rests(resting: readonly Rest[]): Prisma.Sql {
  const rows = resting.map(({ at, until }) => ({ ...at, until }));
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS rest(platform text, place text, until timestamptz)`;
}

/** Claimed by this instance and no longer worked on, or by one whose lock is free: it no longer lives. */
function leftBehind({ holder, inHand }: Claim): Prisma.Sql {
  return Prisma.sql`e.seq <> ALL (${[...inHand]}::bigint[]) AND (e.claimed_by = ${holder}::int OR NOT EXISTS (
    SELECT 1 FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.classid = ${INSTANCE_LOCKS}::oid AND l.objid = e.claimed_by::oid
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))) AND e.claimed_by IS NOT NULL`;
}

async function deadLetters(db: PrismaClient, limit: number): Promise<DeadLetter[]> {
  const rows = await db.outboxEntry.findMany({
    where: { deadAt: { not: null } },
    orderBy: [{ deadAt: 'desc' }, { seq: 'desc' }],
    take: limit,
  });
  return rows.flatMap(({ seq, key, platform, place, attempts, failure, deadAt }) =>
    deadAt
      ? [
          {
            id: String(seq),
            key,
            to: { platform, place },
            attempts,
            failure: failure ?? '',
            at: instant(deadAt),
          },
        ]
      : [],
  );
}

function stillHeld(entry: OutboxEntry): Prisma.OutboxEntryWhereInput {
  return { seq: BigInt(entry.id), attempts: entry.attempts, sentAt: null, deadAt: null };
}

type Claimed = Omit<Row, 'cardReport' | 'step' | 'claimedUntil' | 'sentAt' | 'deadAt' | 'failure'> & {
  isCard: boolean;
};

function entryOf(row: Claimed): OutboxEntry {
  return {
    id: String(row.seq),
    key: row.key,
    to: { platform: row.platform, place: row.place },
    content: row.content as unknown as OutgoingContent,
    mention: row.mention,
    notBefore: instantOrNull(row.notBefore),
    attempts: row.attempts,
    tried: row.tried as unknown as Address[],
  };
}
