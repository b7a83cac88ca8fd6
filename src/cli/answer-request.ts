import type {
  AccountBook,
  CandidateStore,
  ClockQueue,
  InboxQueue,
  LedgerReader,
  OpenQuestionStore,
  OutboxQueue,
  ReachBook,
  Signer,
} from '../application/ports.ts';
import { clockHealth, type ClockHealth } from '../application/audit-clocks.ts';
import { verifyLedger, type LedgerFlaw, type Verification } from '../application/verify-ledger.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { listBindings } from './answer-bindings.ts';
import { listCampaigns } from './answer-campaigns.ts';
import { decideCandidate, listCandidates } from './answer-candidates.ts';
import { ledgerLines, reportLines } from './answer-exports.ts';
import { listQuestions, markAnswered } from './answer-questions.ts';
import { listReports, listViews, showReport, type ReadingReports } from './answer-reports.ts';
import { EXIT } from './io.ts';
import { done, failed, say, type HouseAnswer, type HouseRequest } from './house-request.ts';

export interface Answering extends Omit<ReadingReports, 'locale'> {
  ledger: LedgerReader;
  inbox: InboxQueue;
  outbox: OutboxQueue;
  accounts: Pick<AccountBook, 'unreachable'>;
  candidates: CandidateStore;
  openQuestions: OpenQuestionStore;
  clockQueue: ClockQueue;
  reach: Pick<ReachBook, 'bindings'>;
  signer: Signer;
}

type Asked = Answering & ReadingReports;

export async function answerRequest(answering: Answering, request: HouseRequest): Promise<HouseAnswer> {
  const deps: Asked = { ...answering, locale: request.locale };
  switch (request.command) {
    case 'report-list':
      return listReports(deps, request);
    case 'report-show':
      return showReport(deps, request);
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
    case 'bindings':
      return listBindings(deps, request);
    case 'export':
      return done(request.what === 'ledger' ? await ledgerLines(deps) : await reportLines(deps, request));
  }
}

function verified(deps: Asked, result: Verification): HouseAnswer {
  if (result.flaw) return failed([say(deps, flawPhrase(result.flaw))]);
  const { chains, events, checkpoints, purged } = result;
  return done([say(deps, phrase('cli.verify_ok', { reports: chains, events, checkpoints, purged }))]);
}

/** Of what was given up, and of whom nothing reaches. */
const MOST_LISTED = 500;

/** What waits to be worked on or sent, and what was given up: addresses and reasons, never contents. */
async function queued(deps: Asked): Promise<HouseAnswer> {
  const [toWorkOn, toSend, letters, entries, unreachable] = [
    await deps.inbox.waiting(),
    await deps.outbox.waiting(),
    await deps.outbox.deadLetters(MOST_LISTED),
    await deps.inbox.givenUp(MOST_LISTED),
    await deps.accounts.unreachable(MOST_LISTED),
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
