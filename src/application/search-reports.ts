import { localOf } from '../domain/business-time.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { similarity, type Scored } from '../domain/similarity.ts';
import type { About, Listing, ReportReader, Term } from './ports.ts';
import { understandingContext, type Surroundings } from './surroundings.ts';

const CONSIDERED = 50;

export interface Description {
  actor: Actor;
  unit: string;
  text: string;
}

export interface Found {
  about: About;
  asked: readonly Term[];
  scored: Scored<Report>[];
}

/** Reports that a description may mean, among what this person may see, with how much of it each says. */
export async function searchReports(
  deps: Surroundings,
  reader: ReportReader,
  { actor, unit, text }: Description,
  within: Pick<Listing, 'list' | 'where'> = { list: { kind: 'all' }, where: [] },
): Promise<Found> {
  const about = deps.recognizer.about(text, understandingContext(deps, unit));
  const asked = deps.recognizer.terms(text);
  const candidates = await reader.candidates(scopeOf(actor), asked, CONSIDERED, within);
  const scored = candidates
    .filter(({ report }) => suits(deps, about, actor.person, report))
    .map(({ report, terms }) => ({
      item: report,
      score: similarity(asked, new Set(terms.map((term) => term.text))),
    }));
  return { about, asked, scored };
}

export function suits(deps: Surroundings, about: About, person: string, report: Report): boolean {
  const { date } = localOf(deps.catalogue.calendar, report.filedAt);
  return (
    (!about.mine || report.reporter === person) &&
    (about.type === null || report.type === about.type) &&
    (about.period === null || (about.period.from <= date && date <= about.period.until))
  );
}
