import { MOST_COUNTED } from '../domain/list-filter.ts';
import { listedReport, type ListedReport } from '../domain/listed-report.ts';
import type { Actor } from '../domain/organization.ts';
import { closedAtOf, dueOf, nextOf } from '../domain/outlook.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { likeliest } from '../domain/similarity.ts';
import { listingOf } from './narrow-list.ts';
import type { Listing, ListPage, ListPosition, ListQuery, ReportReader, UnitOfWork } from './ports.ts';
import { recordViews, sinceToday } from './record-views.ts';
import { searchReports } from './search-reports.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

const PAGE = 20;

type Deps = Surroundings & { reader: ReportReader };

interface Reading {
  deps: Deps;
  actor: Actor;
  unit: string;
  listing: Listing;
  words: string;
  after: ListPosition | null;
}

/**
 * A page of the person's own reports, of what waits for them, of a board, or of whatever they may see. A row of a
 * restricted report is a view of it.
 */
export async function listReports(
  deps: Deps & { unitOfWork: UnitOfWork },
  person: string,
  query: ListQuery,
): Promise<Result<ListPage, Problem>> {
  const found = await readList(deps, person, query, query.countOnly ? 0 : PAGE);
  if (!found.ok) return found;
  const { reports, next, total } = found.value;
  await recordViews(deps, { person, by: 'list', since: sinceToday(deps) }, reports);
  return ok({ reports: rowsOf(deps, reports), next, total: query.after ? null : await total() });
}

export interface FoundReports {
  reports: Report[];
  next: ListPosition | null;
  /** How many there are on all pages, at most `MOST_COUNTED`. */
  total: () => Promise<number>;
}

/** The reports of a page, by the rights of the moment. */
export async function readList(
  deps: Deps,
  person: string,
  query: ListQuery,
  limit: number,
): Promise<Result<FoundReports, Problem>> {
  const reading = readingOf(deps, person, query);
  if (!reading) return fail({ kind: 'unknown_person' });
  return ok(await (query.words.trim() === '' ? inOrder(reading, limit) : matching(reading, limit)));
}

function readingOf(deps: Deps, person: string, query: ListQuery): Reading | null {
  const reader = personNow(deps, person);
  if (!reader) return null;
  const actor = actorNow(deps, reader.person);
  const { calendar } = deps.catalogue;
  const listing = listingOf({ actor, calendar, ...moment(deps) }, query);
  return { deps, actor, unit: reader.unit, listing, words: query.words, after: query.after };
}

export function rowsOf(deps: Surroundings, reports: readonly Report[]): ListedReport[] {
  const { now } = moment(deps);
  return reports.map((report) => listedReport(deps.catalogue, report, deps.catalogue.calendar, now));
}

/** One more than a page is read, to know whether another follows. */
async function inOrder({ deps, actor, listing, after }: Reading, limit: number): Promise<FoundReports> {
  const scope = scopeOf(actor);
  const page = { limit: limit + 1, ...(after && { after }) };
  return {
    ...pageOf(deps, listing, await deps.reader.page(scope, listing, page), limit),
    total: () => deps.reader.count(scope, listing, MOST_COUNTED),
  };
}

/** By number in any typing, else by what it says; likeliest first. */
async function matching(reading: Reading, limit: number): Promise<FoundReports> {
  const { deps, listing, after } = reading;
  const all = await found(reading);
  const position = after ? all.findIndex((report) => report.number === after.number) : -1;
  const rest = after && position === -1 ? [] : all.slice(position + 1);
  return { ...pageOf(deps, listing, rest, limit), total: () => Promise.resolve(all.length) };
}

function pageOf(
  deps: Surroundings,
  listing: Listing,
  found: readonly Report[],
  limit: number,
): Pick<FoundReports, 'reports' | 'next'> {
  const reports = found.slice(0, limit);
  const last = reports.at(-1);
  return { reports, next: last && found.length > limit ? positionOf(deps, listing, last) : null };
}

function positionOf({ catalogue }: Surroundings, { order }: Listing, report: Report): ListPosition {
  const { number } = report;
  switch (order) {
    case 'newest':
      return { at: null, number };
    case 'due':
      return { at: dueOf(nextOf(catalogue, report, catalogue.calendar)), number };
    case 'closed':
      return { at: closedAtOf(catalogue, report), number };
  }
}

async function found({ deps, actor, unit, listing, words }: Reading): Promise<Report[]> {
  const reportNumbers = deps.recognizer.reportNumbers(words);
  if (reportNumbers.length > 0) {
    const numbered = { ...listing, where: [...listing.where, { numbers: reportNumbers.slice(0, PAGE) }] };
    return deps.reader.page(scopeOf(actor), numbered, { limit: PAGE });
  }
  const { scored } = await searchReports(deps, deps.reader, { actor, unit, text: words }, listing);
  return likeliest(scored);
}
