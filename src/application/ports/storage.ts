import type { Instant } from '../../domain/business-time.ts';
import type { Conversation } from '../../domain/dialog/conversation.ts';
import type { ChainHead, Content, LedgerEvent } from '../../domain/ledger.ts';
import type { Report } from '../../domain/report.ts';
import type { CandidateWriter } from './candidates.ts';
import type { DigestReader } from './digests.ts';
import type { InboxEntry } from './inbound.ts';
import type { KeptFormWriter } from './kept-forms.ts';
import type { OpenQuestionWriter } from './open-questions.ts';
import type { Address, OutgoingMessage } from './outgoing.ts';
import type { PostingWriter } from './postings.ts';
import type { HeldNewsWriter, PreferenceWriter } from './preferences.ts';
import type { Term } from './recognition.ts';
import type { ReportReader } from './report-reader.ts';

/** Everything inside is written together or not at all. A conflict is tried again by the implementation. */
export interface UnitOfWork {
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export interface Transaction {
  inbox: InboxWriter;
  conversations: ConversationWriter;
  reports: ReportWriter;
  outbox: OutboxWriter;
  counters: CounterWriter;
  candidates: CandidateWriter;
  openQuestions: OpenQuestionWriter;
  postings: PostingWriter;
  preferences: PreferenceWriter;
  heldNews: HeldNewsWriter;
  keptForms: KeptFormWriter;
  /** Reads inside this transaction: on the embedded default there is no second connection. */
  reader: ReportReader;
  digests: DigestReader;
  /** Wakes a worker on any instance once this transaction is committed. */
  wake(worker: Worker): Promise<void>;
}

export type Worker = 'inbox' | 'outbox';

export interface InboxWriter {
  /** False when the event id is known: nothing is written. */
  add(entry: InboxEntry): Promise<boolean>;
  /** The person's oldest open entry, locked against other workers until the transaction ends. */
  nextFor(person: string): Promise<NextEntry | null>;
  done(id: string, at: Instant): Promise<void>;
}

export interface NextEntry {
  entry: InboxEntry;
  /** Whether another of the same person waits behind it. */
  more: boolean;
}

export interface ConversationWriter {
  /** Locked until the transaction ends; null when the person has never written. */
  lock(person: string): Promise<StoredConversation | null>;
  save(person: string, stored: StoredConversation): Promise<void>;
  /** Where a person was last heard, without a lock; null when they have never written. */
  placeOf(person: string): Promise<Address | null>;
}

export interface StoredConversation {
  state: Conversation;
  /** Where the person was last heard: answers and news go there. */
  platform: string;
  place: string;
}

export interface ReportWriter {
  /** False when the number is taken. */
  create(report: Report, events: readonly LinkedEvent[], terms: readonly Term[]): Promise<boolean>;
  /** Locked until the transaction ends. */
  lock(number: string): Promise<Report | null>;
  /**
   * Open reports that the clocks want something done about by now, those waiting longest first, locked until the
   * transaction ends. What another transaction holds is left out.
   * @param except ids that were looked at already
   */
  lockDue(now: Instant, limit: number, except: readonly string[]): Promise<Report[]>;
  /** Each report as it stands after its events; no report twice. */
  append(changes: readonly ReportChange[]): Promise<void>;
  /** Where the chains of these reports (ids) end, locked until the transaction ends, always in the same order. */
  lockHeads(reports: readonly string[]): Promise<ReadonlyMap<string, ChainHead>>;
  /** One event for each report whose head is locked, without content, that changes nothing but where its chain ends. */
  appendToHeads(events: readonly LedgerEvent[]): Promise<void>;
  /** Purges what was written with these events of a report (id): the events stay, and so do their commitments. */
  purge(report: string, events: readonly number[], at: Instant): Promise<void>;
}

export interface ReportChange {
  report: Report;
  events: readonly LinkedEvent[];
}

export interface LinkedEvent {
  event: LedgerEvent;
  content: Content | null;
}

export interface OutboxWriter {
  /** A key written before is not written again. A card already waiting for the same place is not queued twice. */
  enqueue(messages: readonly OutgoingMessage[]): Promise<void>;
}

export interface CounterWriter {
  /** Counts only: `compliance_stopped` by day. */
  increment(name: string, day: string): Promise<void>;
  /** For what is done once a day, whoever is first: false when it was counted before. */
  once(name: string, day: string): Promise<boolean>;
}
