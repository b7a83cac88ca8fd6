import type { AccountBook, ReachBook } from '../application/ports/accounts.ts';
import type { ClockQueue } from '../application/ports/clock-queue.ts';
import type { CheckpointWriter, LedgerReader } from '../application/ports/ledger-reader.ts';
import type { InboxQueue, OutboxQueue } from '../application/ports/queues.ts';
import type { ReportReader } from '../application/ports/report-reader.ts';
import type { UnitOfWork } from '../application/ports/storage.ts';
import type { CandidateStore } from '../application/ports/candidates.ts';
import type { OpenQuestionStore } from '../application/ports/open-questions.ts';
import type { KeptFormReader } from '../application/ports/kept-forms.ts';
import type { PreferenceReader } from '../application/ports/preferences.ts';
import type { PostingWriter } from '../application/ports/postings.ts';
import type { SeedingStore } from '../application/ports/seeding.ts';
import type { Log } from '../application/ports/surroundings.ts';
import type { WebChat } from '../application/ports/web-chat.ts';
import { accountBook } from './account-book.ts';
import { candidateStore } from './candidates.ts';
import { checkpointWriter } from './checkpoints.ts';
import { clockQueue } from './clock-queue.ts';
import type { Database } from './database.ts';
import { inboxQueue } from './inbox.ts';
import { instanceSession } from './instance-session.ts';
import { ledgerReader } from './ledger-reader.ts';
import { openQuestionStore } from './open-questions.ts';
import { outboxQueue } from './outbox-queue.ts';
import { keptFormReader } from './kept-forms.ts';
import { reachBook } from './reach-book.ts';
import { postings } from './postings.ts';
import { refreshOutlooks } from './outlooks.ts';
import { preferenceReader } from './preferences.ts';
import { reportReader } from './report-reader.ts';
import { seedingStore } from './seeding.ts';
import type { OutlookOf } from './report-row.ts';
import { unitOfWork, type Enqueue } from './unit-of-work.ts';
import { placeChanges } from './web-changes.ts';
import { webMessages } from './web-messages.ts';

/** Everything that is kept, over one database. Failures of the database are thrown as StorageError. */
export interface Store {
  work: UnitOfWork;
  inbox: InboxQueue;
  outbox: OutboxQueue;
  postings: PostingWriter;
  reports: ReportReader;
  ledger: LedgerReader;
  checkpoints: CheckpointWriter;
  clocks: ClockQueue;
  candidates: CandidateStore;
  openQuestions: OpenQuestionStore;
  accounts: AccountBook;
  reach: ReachBook;
  preferences: PreferenceReader;
  keptForms: KeptFormReader;
  webChat: WebChat;
  /**
   * At every start: works out anew what comes next of every report, if the rules have changed since.
   * @param rules their fingerprint
   * @param stopping leaves it for the next time
   */
  refreshOutlooks(rules: string, stopping?: AbortSignal): Promise<void>;
  seeding: SeedingStore;
  /** Before the database is closed. */
  stop(): Promise<void>;
}

export interface StoreParts {
  database: Database;
  enqueue: Enqueue;
  log: Log;
  /** Without it everything counts as open and nothing as due: for a store that is only read. */
  outlookOf?: OutlookOf;
}

export function openStore({ database, enqueue, log, outlookOf = NOTHING_DUE }: StoreParts): Store {
  const { prisma } = database;
  const session = instanceSession(database, log);
  return {
    work: unitOfWork(database, enqueue, outlookOf),
    inbox: inboxQueue(prisma),
    outbox: outboxQueue(prisma, session),
    postings: postings(prisma),
    reports: reportReader(prisma),
    ledger: ledgerReader(prisma),
    checkpoints: checkpointWriter(prisma),
    clocks: clockQueue(prisma),
    candidates: candidateStore(prisma),
    openQuestions: openQuestionStore(prisma),
    accounts: accountBook(prisma),
    reach: reachBook(prisma),
    preferences: preferenceReader(prisma),
    keptForms: keptFormReader(prisma),
    webChat: webMessages(prisma, placeChanges(database, session)),
    refreshOutlooks: (rules, stopping) => refreshOutlooks(prisma, outlookOf, rules, stopping),
    seeding: seedingStore(database, outlookOf),
    stop: () => session.stop(),
  };
}

const NOTHING_DUE: OutlookOf = () => ({
  open: true,
  phase: 'new',
  closedAt: null,
  nextDue: null,
  nextLook: null,
});
