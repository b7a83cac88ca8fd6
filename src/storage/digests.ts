import type { DigestReader } from '../application/ports/digests.ts';
import type {
  CampaignCounts,
  MonthCounts,
  OfficeCounts,
  StockCounts,
  TypeCounts,
} from '../domain/digests/digest-counts.ts';
import type { Period } from '../domain/digests/digests-due.ts';
import { SERIOUS } from '../domain/card-view.ts';
import type { ReportLabel } from '../domain/understanding.ts';
import type { Visibility } from '../domain/visibility.ts';
import type { Queries } from './connect-prisma.ts';
import { Prisma } from './generated/client.ts';
import { instant } from './instants.ts';

const COUNTED = Prisma.sql`NOT r.drill AND r.visibility <> 'sealed' AND r.type <> 'compliance'`;

/** One query for each digest; everything is counted by the database. */
export function digestReader(db: Queries): DigestReader {
  return {
    async overdue(now) {
      const found = await db.$queryRaw<Oldest[]>`
        SELECT DISTINCT ON (r.primary_unit) r.primary_unit AS unit, r.number, r.visibility, r.holder, r.next_due AS due,
          (count(*) OVER (PARTITION BY r.primary_unit))::int AS overdue
        FROM report r WHERE r.open AND r.next_due < ${new Date(now)} AND ${COUNTED}
        ORDER BY r.primary_unit, r.next_due, r.number`;
      return found.map(({ unit, overdue, number, visibility, holder, due }) => ({
        unit,
        overdue,
        oldest: { number, visibility, holder, due: instant(due) },
      }));
    },

    stock: (week) => stock(db, week),

    offices: (period, now) => offices(db, period, new Date(now)),

    month: (period, now) => month(db, datesOf(period), new Date(now)),

    campaigns: () => campaigns(db),
  };
}

interface Oldest {
  unit: string;
  overdue: number;
  number: string;
  visibility: Visibility;
  holder: string | null;
  due: Date;
}

interface Dates {
  from: Date;
  before: Date;
}

function datesOf({ from, before }: Period): Dates {
  return { from: new Date(from), before: new Date(before) };
}

/** Open at the end of the time, whatever has become of it since. */
function openAt(before: Date): Prisma.Sql {
  return Prisma.sql`(r.open OR r.closed_at >= ${before})`;
}

/** Everything that was there in the time: open ones, and from an index what was closed. */
function thereIn({ from, before }: Dates): Prisma.Sql {
  return Prisma.sql`(r.open OR (NOT r.open AND r.closed_at >= ${from})) AND r.filed_at < ${before} AND ${COUNTED}`;
}

function stock(db: Queries, week: Period): Promise<StockCounts[]> {
  const dates = datesOf(week);
  const { from, before } = dates;
  return db.$queryRaw<StockCounts[]>`
    SELECT r.primary_unit AS unit,
      (count(*) FILTER (WHERE r.filed_at >= ${from}))::int AS filed,
      (count(*) FILTER (WHERE NOT ${openAt(before)}))::int AS closed,
      (count(*) FILTER (WHERE ${openAt(before)}))::int AS "left",
      (count(*) FILTER (WHERE r.filed_at < ${from}))::int AS "leftBefore",
      (count(*) FILTER (WHERE ${openAt(before)} AND r.filed_at < ${before}::timestamptz - interval '30 days'))::int AS old
    FROM report r WHERE ${thereIn(dates)}
    GROUP BY r.primary_unit ORDER BY r.primary_unit`;
}

/** Asked and not answered, or sent back and nothing added since. */
const WAITS = Prisma.sql`EXISTS (
  SELECT 1 FROM ledger_event asked WHERE asked.report_id = r.id AND asked.kind IN ('asked', 'sent_back')
    AND NOT EXISTS (
      SELECT 1 FROM ledger_event later WHERE later.report_id = r.id AND later.seq > asked.seq
        AND CASE asked.kind
          WHEN 'asked' THEN later.kind = 'replied' AND later.facts->>'to' = asked.seq::text
          ELSE later.kind IN ('added', 'corrected', 'replied') END))`;

function offices(db: Queries, period: Period, now: Date): Promise<OfficeCounts[]> {
  const { from, before } = datesOf(period);
  const lately = Prisma.sql`r.filed_at >= ${from} AND r.filed_at < ${before}`;
  return db.$queryRaw<OfficeCounts[]>`
    SELECT r.office,
      (count(*) FILTER (WHERE ${lately}))::int AS filed,
      (count(*) FILTER (WHERE ${lately} AND r.level >= ${SERIOUS}))::int AS serious,
      (count(*) FILTER (WHERE r.open))::int AS open,
      (count(*) FILTER (WHERE r.open AND r.next_due < ${now}))::int AS overdue,
      coalesce(array_agg(r.number ORDER BY r.filed_at, r.number) FILTER (WHERE r.waits), '{}') AS waiting
    FROM (SELECT r.*, r.open AND ${WAITS} AS waits FROM report r
      WHERE (r.open OR (${lately})) AND ${COUNTED} AND r.visibility IN ('open', 'units')) r
    GROUP BY r.office ORDER BY r.office`;
}

interface Month {
  types: TypeCounts[];
  levels: { level: 1 | 2 | 3 | 4; filed: number }[];
  decisions: { state: string; outcome: string; count: number }[];
  oldest:
    | (Omit<NonNullable<MonthCounts['oldest']>, 'filedAt' | 'type'> & { type: ReportLabel; filedAt: string })
    | null;
}

async function month(db: Queries, dates: Dates, now: Date): Promise<MonthCounts> {
  const { from, before } = dates;
  const [found] = await db.$queryRaw<Month[]>`
    WITH there AS MATERIALIZED (
      SELECT r.id, r.type, r.level, r.filed_at, ${openAt(before)} AS left_open, r.filed_at >= ${from} AS filed,
        r.open AND r.next_due < ${now} AS overdue
      FROM report r WHERE ${thereIn(dates)}),
    types AS (
      SELECT t.type, (count(*) FILTER (WHERE t.filed))::int AS filed,
        (count(*) FILTER (WHERE NOT t.left_open))::int AS closed, (count(*) FILTER (WHERE t.left_open))::int AS open,
        (count(*) FILTER (WHERE t.overdue))::int AS overdue
      FROM there t GROUP BY t.type ORDER BY t.type),
    levels AS (
      SELECT t.level, count(*)::int AS filed FROM there t WHERE t.filed AND t.level > 0
      GROUP BY t.level ORDER BY t.level DESC),
    decided AS (
      SELECT DISTINCT ON (e.report_id) e.facts->>'state' AS state, e.facts->>'outcome' AS outcome
      FROM ledger_event e JOIN report r ON r.id = e.report_id
      WHERE e.kind = 'decision_given' AND e.at >= ${from} AND e.at < ${before} AND r.type = 'proposal' AND ${COUNTED}
      ORDER BY e.report_id, e.seq DESC),
    decisions AS (
      SELECT d.state, coalesce(d.outcome, d.state) AS outcome, count(*)::int AS count FROM decided d
      GROUP BY 1, 2 ORDER BY count(*) DESC, 2),
    oldest AS (
      SELECT r.number, r.type, r.visibility, r.reporter, r.data->'followers' AS followers, r.line, r.primary_unit AS "primary", r.copies, r.referrals,
        r.filed_at AS "filedAt"
      FROM there t JOIN report r ON r.id = t.id WHERE r.open ORDER BY t.filed_at, r.number LIMIT 1)
    SELECT
      coalesce((SELECT json_agg(t) FROM types t), '[]') AS types,
      coalesce((SELECT json_agg(l) FROM levels l), '[]') AS levels,
      coalesce((SELECT json_agg(d) FROM decisions d), '[]') AS decisions,
      (SELECT to_json(o) FROM oldest o) AS oldest`;
  if (!found) throw new Error('a query without conditions gave no row');
  const { oldest, ...counts } = found;
  return { ...counts, oldest: oldest && { ...oldest, filedAt: instant(new Date(oldest.filedAt)) } };
}

/** By the last decision of each, which counts while it stands: what was reopened is decided once it is decided again. */
function campaigns(db: Queries): Promise<CampaignCounts[]> {
  return db.$queryRaw<CampaignCounts[]>`
    SELECT p.campaign, count(*)::int AS proposals, (count(DISTINCT p.office))::int AS offices,
      (count(*) FILTER (WHERE p.decided))::int AS decided,
      (count(*) FILTER (WHERE p.decided AND p.decision IN ('adopted', 'partly_adopted')))::int AS adopted
    FROM (
      SELECT filed.facts->>'campaign' AS campaign, r.office,
        r.phase IN ('decided', 'closed') AND r.state <> 'merged' AS decided,
        (SELECT e.facts->>'state' FROM ledger_event e WHERE e.report_id = r.id AND e.kind = 'decision_given'
          ORDER BY e.seq DESC LIMIT 1) AS decision
      FROM report r JOIN ledger_event filed ON filed.report_id = r.id AND filed.seq = 1
      WHERE r.type = 'proposal' AND r.state <> 'withdrawn' AND ${COUNTED}) p
    WHERE p.campaign IS NOT NULL GROUP BY p.campaign ORDER BY p.campaign`;
}
