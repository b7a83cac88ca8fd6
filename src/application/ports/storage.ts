import type { Instant } from '../../domain/business-time.ts';
import type { Conversation } from '../../domain/dialog/conversation.ts';
import type { Checkpoint, Content, LedgerEvent } from '../../domain/ledger.ts';
import type { DueRange } from '../../domain/due-span.ts';
import type { Scope } from '../../domain/permission.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportView } from '../../domain/report-views.ts';
import type { Level } from '../../domain/severity.ts';
import type { Phase } from '../../domain/workflow.ts';
import type { CandidateWriter } from './candidates.ts';
import type { DigestReader } from './digests.ts';
import type { InboxEntry, KnownEvent } from './inbound.ts';
import type { OpenQuestionWriter } from './open-questions.ts';
import type {
  Address,
  DeadLetter,
  MessageRef,
  OutboxEntry,
  OutgoingMessage,
  PlatformFailure,
} from './outgoing.ts';
import type { PostingWriter } from './postings.ts';
import type { HeldNewsWriter, PreferenceWriter } from './preferences.ts';
import type { Term } from './recognition.ts';

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
  append(report: Report, events: readonly LinkedEvent[]): Promise<void>;
  /** Purges what was written with these events of a report (id): the events stay, and so do their commitments. */
  purge(report: string, events: readonly number[], at: Instant): Promise<void>;
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

/** What workers and the receiving edge need besides transactions. */
export interface InboxQueue {
  /** A person's conversation as it stands, without a lock; for the fast lane. */
  conversationOf(person: string): Promise<StoredConversation | null>;
  /** An event that was stored, also when it has been worked on since; null for one that never came. */
  known(platform: string, eventId: string): Promise<KnownEvent | null>;
  /** People with open entries, oldest first. */
  peopleWaiting(limit: number): Promise<string[]>;
  /** Counts a failed attempt; true when the entry is given up and shown to administrators. */
  failed(id: string, reason: string, at: Instant): Promise<boolean>;
  /** Entries that were given up, newest first, for administrators. */
  givenUp(limit: number): Promise<GivenUpEntry[]>;
  /** How many entries nobody has worked on yet. */
  waiting(): Promise<number>;
}

export interface GivenUpEntry {
  id: string;
  person: string;
  attempts: number;
  failure: string;
  at: Instant;
}

export interface OutboxQueue {
  /** The first due entry of each place that nobody else holds, claimed until `until`. */
  claim(now: Instant, until: Instant, limit: number): Promise<OutboxEntry[]>;
  /** Nobody works on a claimed entry any more: unless it was sent or put back, it can be claimed again at once. */
  letGo(entry: OutboxEntry): void;
  /** @param ref null where there was nothing to say any more */
  sent(entry: OutboxEntry, ref: MessageRef | null, at: Instant): Promise<void>;
  retry(entry: OutboxEntry, failure: PlatformFailure, notBefore: Instant): Promise<void>;
  giveUp(entry: OutboxEntry, failure: PlatformFailure, at: Instant): Promise<void>;
  /** Sends it to another place, still claimed; false when it is no longer this worker's. */
  redirect(entry: OutboxEntry, to: Address): Promise<boolean>;
  /** When the next entry falls due, for the worker's sleep; null when nothing waits. */
  nextDue(): Promise<Instant | null>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  waiting(): Promise<number>;
}

/** Reads. Every one that returns reports takes the viewer's scope: what is outside it does not exist. */
export interface ReportReader {
  byNumber(scope: Scope, number: string): Promise<Report | null>;
  /** Of these numbers, those of reports in the scope. */
  visible(scope: Scope, numbers: readonly string[]): Promise<ReadonlySet<string>>;
  mine(person: string, filter: ReportFilter): Promise<Report[]>;
  list(scope: Scope, filter: ReportFilter): Promise<Report[]>;
  /** A page of a list in its order. */
  page(scope: Scope, listing: Listing, page: { limit: number; after?: ListPosition }): Promise<Report[]>;
  /** How many a list has; nobody counts further than `most`. */
  count(scope: Scope, listing: Pick<Listing, 'list' | 'where'>, most: number): Promise<number>;
  /** Reports of the list that share the given terms, most shared weight first; never compliance. */
  candidates(
    scope: Scope,
    terms: readonly Term[],
    limit: number,
    within?: Pick<Listing, 'list' | 'where'>,
  ): Promise<{ report: Report; shared: string[]; terms: Term[] }[]>;
  /** What departments wrote as reasons of their decisions, newest first; to compare a new one with, never to show. */
  recentReasons(limit: number): Promise<string[]>;
  /** Of these reports (ids), those that the person has been written down for since a moment. */
  viewedSince(person: string, reports: readonly string[], since: Instant): Promise<ReadonlySet<string>>;
  /** Who was written down for a report (id), latest first. */
  views(report: string, limit: number): Promise<ReportView[]>;
  /** Who holds what, of everything open: for whoever sees to it that nobody holds what they may not work on. */
  holdings(): Promise<Holding[]>;
  /** Without a scope: for workers that render for a place, never for a person. */
  internal(id: string): Promise<Report | null>;
}

/** Open reports that are alike to whoever holds them. */
export interface Holding extends Pick<Report, 'type' | 'visibility' | 'primary'> {
  holder: string;
  numbers: readonly string[];
}

/** Open reports that one of the people holds, or that nobody holds yet and one of the units has. */
export interface Tasks {
  /** Whoever asks, and those in whose place they are. */
  people: readonly string[];
  units: readonly string[];
}

/** Where a page ended: the last report's number, and the date by which its list is in order as it stood there. */
export interface ListPosition {
  at: Instant | null;
  number: string;
}

/** A part of what a viewer may read. */
export type ReportList =
  | { kind: 'all' }
  | { kind: 'mine'; person: string }
  | ({ kind: 'tasks' } & Tasks)
  /** Open, what one of the people holds or one of the units has, and past its date. */
  | ({ kind: 'overdue'; now: Instant } & Tasks)
  /** What a unit works on, and what it has closed since. */
  | { kind: 'board'; unit: string; closedSince: Instant };

/** newest: filed last; due: due first, what is due never last; closed: closed last. */
export type ListOrder = 'newest' | 'due' | 'closed';

export interface Listing {
  list: ReportList;
  /** All of them hold. */
  where: readonly Narrowing[];
  order: ListOrder;
}

/** What is left out says nothing. */
export interface Narrowing {
  numbers?: readonly string[];
  type?: string;
  subtype?: string;
  state?: string;
  office?: string;
  phase?: Phase;
  open?: boolean;
  level?: Level;
  /** In charge. */
  unit?: string;
  /** null: nobody. */
  holder?: string | null;
  /** none: due never. */
  due?: DueRange | 'none';
  /** Filed. */
  since?: Instant;
  until?: Instant;
  before?: Instant;
  drill?: boolean;
}

export interface ReportFilter extends Narrowing {
  limit: number;
  /** Number after which the next page begins. */
  after?: string;
}

export interface LedgerReader {
  /** All chains in the order of report ids, one at a time. */
  chains(): AsyncIterable<{
    report: string;
    number: string;
    head: { seq: number; hash: string } | null;
    events: { position: number; event: LedgerEvent; content: Content | null; purged: boolean }[];
    row: Report | null;
  }>;
  checkpoints(): Promise<SignedCheckpoint[]>;
}

export interface SignedCheckpoint extends Checkpoint {
  keyId: string;
  signature: string;
  /** Position in the ledger up to which it speaks. */
  upTo: number;
}

export interface CheckpointWriter {
  /** Reads every head while nothing can be written, and stores what `make` returns. */
  take(make: (state: CheckpointState) => SignedCheckpoint | null): Promise<SignedCheckpoint | null>;
}

export interface CheckpointState {
  last: SignedCheckpoint | null;
  heads: { report: string; seq: number; hash: string }[];
  events: number;
  upTo: number;
}
