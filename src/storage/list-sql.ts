import type {
  ListOrder,
  ListPosition,
  Narrowing,
  ReportList,
  Tasks,
} from '../application/ports/report-reader.ts';
import { Prisma } from './generated/client.ts';

/** The lists, their filters and their order as conditions on the report table `r`; inside a scope, never instead of one. */
export function listSql(list: ReportList): Prisma.Sql[] {
  switch (list.kind) {
    case 'all':
      return [];
    case 'mine':
      return [Prisma.sql`r.reporter = ${list.person}`];
    case 'tasks':
      return [tasksSql(list)];
    case 'overdue':
      return [
        Prisma.sql`r.open AND r.next_due < ${new Date(list.now)} AND (
          r.holder = ANY(${[...list.people]}::text[]) OR r.primary_unit = ANY(${[...list.units]}::text[]))`,
      ];
    case 'board':
      return [
        Prisma.sql`r.primary_unit = ${list.unit}
          AND (r.open OR (NOT r.open AND r.closed_at >= ${new Date(list.closedSince)}))`,
      ];
  }
}

function tasksSql({ people, units }: Tasks): Prisma.Sql {
  return Prisma.sql`r.open AND (
    r.holder = ANY(${[...people]}::text[]) OR (r.holder IS NULL AND r.primary_unit = ANY(${[...units]}::text[])))`;
}

export function narrowSql(narrowing: Narrowing): Prisma.Sql[] {
  const { numbers, type, subtype, state, office, phase, level, unit, since, until, before, drill } =
    narrowing;
  return [
    ...(numbers === undefined ? [] : [Prisma.sql`r.number = ANY(${[...numbers]}::text[])`]),
    ...(type === undefined ? [] : [Prisma.sql`r.type = ${type}`]),
    ...(subtype === undefined ? [] : [Prisma.sql`r.subtype = ${subtype}`]),
    ...(state === undefined ? [] : [Prisma.sql`r.state = ${state}`]),
    ...(office === undefined ? [] : [Prisma.sql`r.office = ${office}`]),
    ...(phase === undefined ? [] : [Prisma.sql`r.phase = ${phase}`]),
    ...(level === undefined ? [] : [Prisma.sql`r.level = ${level}`]),
    ...(unit === undefined ? [] : [Prisma.sql`r.primary_unit = ${unit}`]),
    ...(since === undefined ? [] : [Prisma.sql`r.filed_at >= ${new Date(since)}`]),
    ...(until === undefined ? [] : [Prisma.sql`r.filed_at <= ${new Date(until)}`]),
    ...(before === undefined ? [] : [Prisma.sql`r.filed_at < ${new Date(before)}`]),
    ...flagSql(drill, Prisma.sql`r.drill`),
    ...flagSql(narrowing.open, Prisma.sql`r.open`),
    ...holderSql(narrowing),
    ...dueSql(narrowing),
  ];
}

/** As the partial indexes are written: a parameter would hide them. */
function flagSql(wanted: boolean | undefined, flag: Prisma.Sql): Prisma.Sql[] {
  if (wanted === undefined) return [];
  return [wanted ? flag : Prisma.sql`NOT ${flag}`];
}

function holderSql({ holder }: Narrowing): Prisma.Sql[] {
  if (holder === undefined) return [];
  return [holder === null ? Prisma.sql`r.holder IS NULL` : Prisma.sql`r.holder = ${holder}`];
}

function dueSql({ due }: Narrowing): Prisma.Sql[] {
  if (due === undefined) return [];
  if (due === 'none') return [Prisma.sql`r.next_due IS NULL`];
  return [
    ...(due.from === undefined ? [] : [Prisma.sql`r.next_due >= ${new Date(due.from)}`]),
    ...(due.before === undefined ? [] : [Prisma.sql`r.next_due < ${new Date(due.before)}`]),
  ];
}

export const ORDER_SQL: Readonly<Record<ListOrder, Prisma.Sql>> = {
  newest: Prisma.sql`r.filed_at DESC, r.id DESC`,
  due: Prisma.sql`r.next_due ASC NULLS LAST, r.number ASC`,
  closed: Prisma.sql`r.closed_at DESC NULLS LAST, r.number ASC`,
};

/** What comes after a position. Dates are those of the last row as it stood: it may have got another since. */
export function laterSql(order: ListOrder, { at, number }: ListPosition): Prisma.Sql {
  switch (order) {
    case 'newest':
      return Prisma.sql`(r.filed_at, r.id) < (
        SELECT last.filed_at, last.id FROM report last WHERE last.number = ${number})`;
    case 'due':
      if (at === null) return Prisma.sql`r.next_due IS NULL AND r.number > ${number}`;
      return Prisma.sql`(r.next_due > ${new Date(at)} OR r.next_due IS NULL
        OR (r.next_due = ${new Date(at)} AND r.number > ${number}))`;
    case 'closed':
      if (at === null) return Prisma.sql`r.closed_at IS NULL AND r.number > ${number}`;
      return Prisma.sql`(r.closed_at < ${new Date(at)} OR r.closed_at IS NULL
        OR (r.closed_at = ${new Date(at)} AND r.number > ${number}))`;
  }
}
