import { listedReport, type ListedReport } from '../domain/listed-report.ts';
import { isOpen } from '../domain/outlook.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf, unitsServed } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { likeliest } from '../domain/similarity.ts';
import type { ListQuery, ListPage, ReportList, ReportReader } from './ports.ts';
import { searchReports } from './search-reports.ts';
import { actorNow, moment, personNow, understandingContext, type Surroundings } from './surroundings.ts';

const PAGE = 20;

interface Listing {
  deps: Surroundings & { reader: ReportReader };
  actor: Actor;
  unit: string;
  list: ReportList;
  query: ListQuery;
}

/** A page of the person's own reports, of what waits for them, or of whatever they may see. */
export async function listReports(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  query: ListQuery,
): Promise<Result<ListPage, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, reader.person);
  const listing = { deps, actor, unit: reader.unit, list: listFor(actor, query.list), query };
  const reports = query.words.trim() === '' ? await inOrder(listing) : await matching(listing);
  const rows = reports.slice(0, PAGE).map((report) => rowOf(deps, report));
  const last = rows.at(-1);
  const next = last && reports.length > PAGE ? { number: last.number, due: last.due } : null;
  return ok({ reports: rows, next });
}

function listFor(actor: Actor, list: ListQuery['list']): ReportList {
  switch (list) {
    case 'all':
      return { kind: 'all' };
    case 'mine':
      return { kind: 'mine', person: actor.person };
    case 'tasks':
      return { kind: 'tasks', person: actor.person, units: unitsServed(actor) };
  }
}

function rowOf(deps: Surroundings, report: Report): ListedReport {
  return listedReport(deps.catalogue, report, deps.catalogue.calendar, moment(deps).now);
}

/** One more than a page, to know whether another follows. */
function inOrder({ deps: { reader }, actor, list, query: { after } }: Listing): Promise<Report[]> {
  const limit = PAGE + 1;
  const scope = scopeOf(actor);
  if (list.kind === 'tasks') return reader.tasks(scope, list, { limit, ...(after && { after }) });
  const filter = { limit, ...(after && { after: after.number }) };
  return list.kind === 'mine' ? reader.mine(list.person, filter) : reader.list(scope, filter);
}

/** By number in any typing, else by what it says; likeliest first. */
async function matching(listing: Listing): Promise<Report[]> {
  const { deps, actor, unit, list, query } = listing;
  const { words, after } = query;
  const { reportNumbers } = deps.recognizer.understand(words, understandingContext(deps, unit));
  const found =
    reportNumbers.length > 0
      ? await numbered(listing, reportNumbers)
      : likeliest((await searchReports(deps, deps.reader, { actor, unit, text: words }, list)).scored);
  if (!after) return found;
  const position = found.findIndex((report) => report.number === after.number);
  return position === -1 ? [] : found.slice(position + 1);
}

async function numbered({ deps, actor, list }: Listing, numbers: readonly string[]): Promise<Report[]> {
  const scope = scopeOf(actor);
  const found = await Promise.all(
    numbers.slice(0, PAGE).map((number) => deps.reader.byNumber(scope, number)),
  );
  return found.filter((report) => report !== null).filter((report) => isIn(deps, list, report));
}

/** The lists of the database, for a report at hand. */
function isIn({ catalogue }: Surroundings, list: ReportList, report: Report): boolean {
  switch (list.kind) {
    case 'all':
      return true;
    case 'mine':
      return report.reporter === list.person;
    case 'tasks': {
      const waits = report.holder === null && list.units.includes(report.primary);
      return isOpen(catalogue, report) && (report.holder === list.person || waits);
    }
  }
}
