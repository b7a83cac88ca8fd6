import type { Catalogue, Clock, Hash, Ids, ReportReader, UnitOfWork } from '../application/ports.ts';
import { recordViews } from '../application/record-views.ts';
import { campaignOf } from '../domain/campaign.ts';
import { detailsView } from '../domain/details-view.ts';
import { COMMAND_LINE } from '../domain/impersonal-actors.ts';
import type { Actor } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import { viewLine, type WayOfViewing } from '../domain/report-views.ts';
import { sentenceOf } from '../domain/view.ts';
import { done, failed, say, type HouseAnswer, type HouseRequest, type Speaking } from './house-request.ts';

export interface ReadingReports extends Speaking {
  catalogue: Catalogue;
  reports: ReportReader;
  unitOfWork: UnitOfWork;
  clock: Clock;
  ids: Ids;
  hash: Hash;
}

type Request<Command> = Extract<HouseRequest, { command: Command }>;

/** The command line reads as the auditors do: every report but those of compliance. */
export const READER: Actor = { person: COMMAND_LINE, standings: [{ role: 'audit', unit: 'audit' }] };
/** Of one report: years of views by everybody who may. */
const MOST_VIEWS = 100_000;

export async function listReports(
  deps: ReadingReports,
  { type, state, office, limit, json }: Request<'report-list'>,
): Promise<HouseAnswer> {
  const reports = await deps.reports.list(scopeOf(READER), { type, state, office, limit });
  await writeDown(deps, 'list', reports);
  return done(reports.map((report) => (json ? JSON.stringify(rowOf(report)) : textLine(deps, report))));
}

export async function showReport(
  deps: ReadingReports,
  request: Request<'report-show'>,
): Promise<HouseAnswer> {
  const report = await deps.reports.byNumber(scopeOf(READER), request.number);
  if (!report) return failed([say(deps, phrase('cli.no_such_report', { number: request.number }))]);
  await writeDown(deps, 'details', [report]);
  if (request.json) return done([JSON.stringify(report)]);
  return done(detailsView(deps.catalogue, report, true).lines.map((line) => say(deps, sentenceOf(line))));
}

/** Every view of a restricted report is an event, also where nobody knows who it is: a command is given once. */
export function writeDown(deps: ReadingReports, by: WayOfViewing, reports: readonly Report[]): Promise<void> {
  return recordViews({ ...deps, reader: deps.reports }, { person: READER.person, by, since: null }, reports);
}

/** Who has read a restricted report, latest first. */
export async function listViews(
  deps: ReadingReports,
  { number, json }: Request<'report-views'>,
): Promise<HouseAnswer> {
  const report = await deps.reports.byNumber(scopeOf(READER), number);
  if (!report) return failed([say(deps, phrase('cli.no_such_report', { number }))]);
  const views = await deps.reports.views(report.id, MOST_VIEWS);
  if (json) return done(views.map((view) => JSON.stringify(view)));
  if (views.length === 0) return done([say(deps, phrase('views.none'))]);
  return done(views.map((view) => say(deps, sentenceOf(viewLine(view)))));
}

/** One row of a list, its CSV and its JSON alike. */
export function rowOf(report: Report) {
  const { number, type, subtype, level, state, visibility, office, primary, holder, filedAt, foundAt } =
    report;
  const drill = report.filing.drill;
  return {
    number,
    type,
    subtype,
    level,
    state,
    visibility,
    office,
    primary,
    holder,
    filedAt,
    foundAt,
    drill,
    campaign: campaignOf(report),
    gist: report.gist,
  };
}

function textLine(deps: ReadingReports, report: Report): string {
  const parts: Phrase[] = [
    phrase(`severity.s${report.level}`),
    phrase(`type.${report.type}`),
    phrase(`state.${report.type}.${report.state}`),
    phrase('value', { value: { unit: report.office } }),
    phrase('value', { value: { moment: report.filedAt } }),
  ];
  return [report.number, ...parts.map((part) => say(deps, part)), report.gist].join('\t');
}
