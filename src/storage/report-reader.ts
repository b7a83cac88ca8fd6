import type { Term } from '../application/ports/recognition.ts';
import type { Holding, Listing, ReportFilter, ReportReader } from '../application/ports/report-reader.ts';
import { noteText } from '../domain/note.ts';
import type { Scope } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import type { Queries } from './connect-prisma.ts';
import { Prisma, type Report as Row } from './generated/client.ts';
import { laterSql, listSql, ORDER_SQL, narrowSql } from './list-sql.ts';
import { reportOf, termColumns, termsOf } from './report-row.ts';
import { scopeSql } from './scope-sql.ts';
import { viewReader } from './view-reader.ts';

/** A sealed report is read through its receipt, never by name: not even its reporter lists it. */
const NEVER_SEALED = Prisma.sql`r.visibility <> 'sealed' AND r.type <> 'compliance'`;

export function reportReader(db: Queries): ReportReader {
  return {
    async byNumber(scope, number) {
      const [found] = await page(db, Prisma.sql`r.number = ${number} AND ${scopeSql(scope)}`, { limit: 1 });
      return found ?? null;
    },

    async visible(scope, numbers) {
      // Kept apart by OFFSET 0: each is looked up by its number, whatever plan the scope alone would suggest.
      const found = await db.$queryRaw<{ number: string }[]>`
        SELECT r.number FROM unnest(${[...numbers]}::text[]) AS asked(number)
        CROSS JOIN LATERAL (SELECT * FROM report WHERE report.number = asked.number OFFSET 0) r
        WHERE ${scopeSql(scope)}`;
      return new Set(found.map(({ number }) => number));
    },

    mine: (person, filter) => page(db, Prisma.sql`r.reporter = ${person} AND ${NEVER_SEALED}`, filter),

    list: (scope, filter) => page(db, scopeSql(scope), filter),

    async page(scope, listing, { limit, after }) {
      const conditions = [...listed(scope, listing), ...(after ? [laterSql(listing.order, after)] : [])];
      const found = await db.$queryRaw<{ id: string }[]>`
        SELECT r.id FROM report r WHERE ${Prisma.join(conditions, ' AND ')}
        ORDER BY ${ORDER_SQL[listing.order]} LIMIT ${limit}`;
      return (await rowsOf(db, idsOf(found))).map(reportOf);
    },

    async count(scope, listing, most) {
      const [counted] = await db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (
          SELECT 1 FROM report r WHERE ${Prisma.join(listed(scope, listing), ' AND ')} LIMIT ${most}
        ) found`;
      return counted?.count ?? 0;
    },

    async candidates(scope, terms, limit, within = { list: { kind: 'all' }, where: [] }) {
      const visible = Prisma.join(listed(scope, within), ' AND ');
      const ids = await sharing(db, visible, terms, limit);
      const wanted = new Set(terms.map((term) => term.text));
      return (await rowsOf(db, ids)).map((row) => ({
        report: reportOf(row),
        shared: row.terms.filter((term) => wanted.has(term)),
        terms: termsOf(row),
      }));
    },

    async recentReasons(limit) {
      const found = await db.$queryRaw<{ body: string | null }[]>`
        SELECT c.body FROM ledger_event e JOIN ledger_content c ON c.position = e.position
        WHERE e.kind = 'decision_given' ORDER BY e.position DESC LIMIT ${limit}`;
      return found.flatMap(({ body }) => (body === null ? [] : [noteText(body)]));
    },

    ...viewReader(db),

    holdings: () => db.$queryRaw<Holding[]>`
      SELECT r.holder, r.type, r.visibility, r.primary_unit AS "primary", array_agg(r.number ORDER BY r.number) AS numbers
      FROM report r WHERE r.open AND r.holder IS NOT NULL
      GROUP BY r.holder, r.type, r.visibility, r.primary_unit
      ORDER BY r.primary_unit, r.holder, r.type, r.visibility`,

    async internal(id) {
      const row = await db.report.findUnique({ where: { id } });
      return row && reportOf(row);
    },
  };
}

/** One's own reports are one's own whatever the scope says; everything else is inside it. */
function listed(scope: Scope, { list, where }: Pick<Listing, 'list' | 'where'>): Prisma.Sql[] {
  const readable = list.kind === 'mine' ? NEVER_SEALED : scopeSql(scope);
  return [readable, ...listSql(list), ...where.flatMap(narrowSql)];
}

/** Newest first; a page begins after the report whose number the filter names, if the viewer sees that one. */
async function page(db: Queries, visible: Prisma.Sql, filter: ReportFilter): Promise<Report[]> {
  const conditions = [visible, ...narrowSql(filter)];
  if (filter.after !== undefined) {
    conditions.push(Prisma.sql`(r.filed_at, r.id) < (
      SELECT last.filed_at, last.id FROM report last WHERE last.number = ${filter.after})`);
  }
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM report r WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY r.filed_at DESC, r.id DESC LIMIT ${filter.limit}`;
  return (await rowsOf(db, idsOf(found))).map(reportOf);
}

async function sharing(
  db: Queries,
  visible: Prisma.Sql,
  terms: readonly Term[],
  limit: number,
): Promise<string[]> {
  const { terms: texts, termWeights } = termColumns(terms);
  if (texts.length === 0) return [];
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM report r
    CROSS JOIN LATERAL (
      SELECT sum(asked.weight) AS weight
      FROM unnest(${texts}::text[], ${termWeights}::float8[]) AS asked(term, weight)
      WHERE asked.term = ANY(r.terms)
    ) shared
    WHERE r.terms && ${texts}::text[] AND ${NEVER_SEALED} AND ${visible}
    ORDER BY shared.weight DESC, r.filed_at DESC, r.id DESC LIMIT ${limit}`;
  return idsOf(found);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

/** The rows in the order of their ids. */
async function rowsOf(db: Queries, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = await db.report.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}
