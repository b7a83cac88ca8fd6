import { addDays, instantOf, type Calendar, type Instant, type LocalDate } from '../domain/business-time.ts';
import { dueRange, type DueSpan } from '../domain/due-span.ts';
import type { ListFilter } from '../domain/list-filter.ts';
import type { Actor } from '../domain/organization.ts';
import { unitsServed } from '../domain/permission.ts';
import { CLOSED_SHOWN_DAYS, type BoardColumn } from '../domain/report-board.ts';
import type { Listing, ListOrder, ListQuery, Narrowing, ReportList } from './ports.ts';

export interface Asked {
  actor: Actor;
  now: Instant;
  today: LocalDate;
  calendar: Calendar;
}

/** What a person asks for, as the reader takes it: ids instead of 「自分」, moments instead of 「今週」. */
export function listingOf(asked: Asked, query: Pick<ListQuery, 'list' | 'filter' | 'board'>): Listing {
  const { filter = {}, board } = query;
  const column = board?.column ?? null;
  return {
    list: listOf(asked, query),
    where: [narrowingOf(asked, filter), ...(column ? [columnNarrowing(asked, column)] : [])],
    order: orderOf(query.list, column),
  };
}

function listOf(
  { actor, now, today, calendar }: Asked,
  { list, board }: Pick<ListQuery, 'list' | 'board'>,
): ReportList {
  switch (list) {
    case 'all':
      return { kind: 'all' };
    case 'mine':
      return { kind: 'mine', person: actor.person };
    case 'tasks':
      return { kind: 'tasks', people: handsOf(actor), units: unitsServed(actor) };
    case 'overdue':
      return { kind: 'overdue', people: handsOf(actor), units: unitsServed(actor), now };
    case 'board': {
      const closedSince = instantOf(calendar, addDays(today, -CLOSED_SHOWN_DAYS), 0);
      return { kind: 'board', unit: board?.unit ?? '', closedSince };
    }
  }
}

/** What somebody absent holds waits for their deputy. */
function handsOf({ person, deputyOf = [] }: Actor): string[] {
  return [person, ...deputyOf];
}

function orderOf(list: ListQuery['list'], column: BoardColumn | null): ListOrder {
  if (list === 'mine' || list === 'all') return 'newest';
  return column?.is === 'closed' ? 'closed' : 'due';
}

function narrowingOf(asked: Asked, filter: ListFilter): Narrowing {
  const { type, phase, level, office, unit, holder, due, from, until, drill } = filter;
  const { actor, calendar } = asked;
  return {
    type,
    phase,
    level,
    office,
    unit,
    drill,
    ...(holder && { holder: holder === 'me' ? actor.person : null }),
    ...(due && dueNarrowing(asked, due)),
    ...(from && { since: instantOf(calendar, from, 0) }),
    ...(until && { before: instantOf(calendar, addDays(until, 1), 0) }),
  };
}

function columnNarrowing(asked: Asked, column: BoardColumn): Narrowing {
  switch (column.by) {
    case 'phase':
      return { phase: column.is, open: column.is !== 'closed' };
    case 'due':
      return dueNarrowing(asked, column.is);
    case 'severity':
      return { level: column.is, open: true };
  }
}

/** What is closed waits for nothing, and is not meant by 「期限なし」. */
function dueNarrowing({ now, calendar }: Asked, span: DueSpan): Narrowing {
  return { open: true, due: dueRange(span, now, calendar) ?? 'none' };
}
