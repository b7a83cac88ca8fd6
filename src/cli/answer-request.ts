import { stringify } from 'csv-stringify/sync';
import type {
  AccountBook,
  CandidateStore,
  Catalogue,
  Clock,
  ClockQueue,
  Hash,
  Ids,
  InboxQueue,
  LedgerReader,
  OpenQuestionStore,
  OutboxQueue,
  ReportReader,
  Signer,
  UnitOfWork,
  Words,
} from '../application/ports.ts';
import { recordViews } from '../application/record-views.ts';
import { clockHealth, type ClockHealth } from '../application/audit-clocks.ts';
import { verifyLedger, type LedgerFlaw, type Verification } from '../application/verify-ledger.ts';
import { campaignOf } from '../domain/campaign.ts';
import { detailsView } from '../domain/details-view.ts';
import { COMMAND_LINE } from '../domain/impersonal-actors.ts';
import type { Actor, Locale } from '../domain/organization.ts';
import { scopeOf } from '../domain/permission.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Report } from '../domain/report.ts';
import { viewLine, type WayOfViewing } from '../domain/report-views.ts';
import { sentenceOf } from '../domain/view.ts';
import { listCampaigns } from './answer-campaigns.ts';
import { decideCandidate, listCandidates } from './answer-candidates.ts';
import { listQuestions, markAnswered } from './answer-questions.ts';
import { EXIT } from './io.ts';
import { done, failed, say, type HouseAnswer, type HouseRequest } from './house-request.ts';

export interface Answering {
  catalogue: Catalogue;
  reports: ReportReader;
  ledger: LedgerReader;
  inbox: InboxQueue;
  outbox: OutboxQueue;
  accounts: Pick<AccountBook, 'unreachable'>;
  candidates: CandidateStore;
  openQuestions: OpenQuestionStore;
  clockQueue: ClockQueue;
  unitOfWork: UnitOfWork;
  clock: Clock;
  ids: Ids;
  hash: Hash;
  signer: Signer;
  words: Words;
}

interface Asked extends Answering {
  locale: Locale;
}

/** The command line reads as the auditors do: every report but those of compliance. */
const READER: Actor = { person: COMMAND_LINE, standings: [{ role: 'audit', unit: 'audit' }] };
const PAGE = 500;
/** Of one report: years of views by everybody who may. */
const MOST_VIEWS = 100_000;

export async function answerRequest(answering: Answering, request: HouseRequest): Promise<HouseAnswer> {
  const deps: Asked = { ...answering, locale: request.locale };
  switch (request.command) {
    case 'report-list': {
      const { type, state, office, limit } = request;
      const reports = await deps.reports.list(scopeOf(READER), { type, state, office, limit });
      return done(
        reports.map((report) => (request.json ? JSON.stringify(rowOf(report)) : textLine(deps, report))),
      );
    }
    case 'report-show':
      return show(deps, request);
    case 'report-views':
      return listViews(deps, request);
    case 'verify':
      return verified(deps, await verifyLedger(deps));
    case 'campaigns':
      return listCampaigns(deps, request);
    case 'candidates-list':
      return listCandidates(deps, request);
    case 'candidates-decide':
      return decideCandidate(deps, request);
    case 'questions-list':
      return listQuestions(deps, request);
    case 'questions-answered':
      return markAnswered(deps, request);
    case 'queue':
      return queued(deps);
    case 'health':
      return healthy(await clockHealth(deps));
    case 'export':
      return done(
        request.what === 'ledger' ? await ledgerLines(deps) : await reportLines(deps, request.format),
      );
  }
}

async function show(
  deps: Asked,
  request: Extract<HouseRequest, { command: 'report-show' }>,
): Promise<HouseAnswer> {
  const report = await deps.reports.byNumber(scopeOf(READER), request.number);
  if (!report) return failed([say(deps, phrase('cli.no_such_report', { number: request.number }))]);
  await writeDown(deps, 'details', [report]);
  if (request.json) return done([JSON.stringify(report)]);
  return done(detailsView(deps.catalogue, report, true).lines.map((line) => say(deps, sentenceOf(line))));
}

/** Every view of a restricted report is an event, also where nobody knows who it is. */
function writeDown(deps: Asked, by: WayOfViewing, reports: readonly Report[]): Promise<void> {
  return recordViews({ ...deps, reader: deps.reports }, { person: READER.person, by }, reports);
}

/** Who has read a restricted report, latest first. */
async function listViews(
  deps: Asked,
  { number, json }: Extract<HouseRequest, { command: 'report-views' }>,
): Promise<HouseAnswer> {
  const report = await deps.reports.byNumber(scopeOf(READER), number);
  if (!report) return failed([say(deps, phrase('cli.no_such_report', { number }))]);
  const views = await deps.reports.views(report.id, MOST_VIEWS);
  if (json) return done(views.map((view) => JSON.stringify(view)));
  if (views.length === 0) return done([say(deps, phrase('views.none'))]);
  return done(views.map((view) => say(deps, sentenceOf(viewLine(view)))));
}

function verified(deps: Asked, result: Verification): HouseAnswer {
  if (result.flaw) return failed([say(deps, flawPhrase(result.flaw))]);
  const { chains, events, checkpoints, purged } = result;
  return done([say(deps, phrase('cli.verify_ok', { reports: chains, events, checkpoints, purged }))]);
}

/** What waits to be worked on or sent, and what was given up: addresses and reasons, never contents. */
async function queued(deps: Asked): Promise<HouseAnswer> {
  const [toWorkOn, toSend, letters, entries, unreachable] = [
    await deps.inbox.waiting(),
    await deps.outbox.waiting(),
    await deps.outbox.deadLetters(PAGE),
    await deps.inbox.givenUp(PAGE),
    await deps.accounts.unreachable(PAGE),
  ];
  return done([
    JSON.stringify({ toWorkOn, toSend }),
    ...letters.map((letter) => JSON.stringify({ deadLetter: letter })),
    ...entries.map((entry) => JSON.stringify({ givenUp: entry })),
    // Whoever removed the bot there: they are reached elsewhere, where there is an elsewhere.
    ...unreachable.map(({ platform, person }) => JSON.stringify({ unreachable: { platform, person } })),
  ]);
}

/** Whether what runs by itself does; the exit code says the same. */
function healthy(health: ClockHealth): HouseAnswer {
  const lines = [JSON.stringify(health)];
  return { lines, problems: [], code: health.state === 'ok' ? EXIT.ok : EXIT.failed };
}

function flawPhrase(flaw: LedgerFlaw): Phrase {
  switch (flaw.kind) {
    case 'event':
      return phrase('cli.verify_failed', {
        number: flaw.number,
        seq: flaw.seq,
        flaw: phrase(`cli.flaw.${flaw.flaw}`),
      });
    case 'cut_short':
      return phrase('cli.verify_cut_report', { number: flaw.number, seq: flaw.seq });
    case 'projection':
      return phrase('cli.verify_row', { number: flaw.number });
    case 'checkpoint':
      return phrase('cli.verify_cut', { number: flaw.checkpoint, flaw: phrase(`cli.flaw.${flaw.flaw}`) });
  }
}

/** One row of a list, its CSV and its JSON alike. */
function rowOf(report: Report) {
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

function textLine(deps: Asked, report: Report): string {
  const parts: Phrase[] = [
    phrase(`severity.s${report.level}`),
    phrase(`type.${report.type}`),
    phrase(`state.${report.type}.${report.state}`),
    phrase('value', { value: { unit: report.office } }),
    phrase('value', { value: { moment: report.filedAt } }),
  ];
  return [report.number, ...parts.map((part) => say(deps, part)), report.gist].join('\t');
}

async function reportLines(deps: Asked, format: 'csv' | 'json'): Promise<string[]> {
  const rows = [];
  for await (const page of everyPage(deps)) {
    await writeDown(deps, 'export', page);
    rows.push(...page.map(rowOf));
  }
  if (format === 'json') return rows.map((row) => JSON.stringify(row));
  // A cell that begins like a formula is only text when a spreadsheet opens it.
  return stringify(rows, { header: true, escape_formulas: true, cast: { boolean: String } })
    .trimEnd()
    .split('\n');
}

async function* everyPage(deps: Asked): AsyncGenerator<Report[]> {
  let after: string | undefined;
  for (;;) {
    const page = await deps.reports.list(scopeOf(READER), { limit: PAGE, after });
    yield page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.number;
  }
}

/** Events without what people wrote: enough to check the chains elsewhere. */
async function ledgerLines(deps: Asked): Promise<string[]> {
  const lines: string[] = [];
  for await (const chain of deps.ledger.chains()) {
    for (const { event } of chain.events) lines.push(JSON.stringify(event));
  }
  return lines;
}
