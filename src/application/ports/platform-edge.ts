import type { AskedQuestion } from '../../domain/asked-question.ts';
import type { ListFilter } from '../../domain/list-filter.ts';
import type { ListedReport } from '../../domain/listed-report.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { Problem } from '../../domain/problems.ts';
import type { BoardColumn } from '../../domain/report-board.ts';
import type { Result } from '../../domain/result.ts';
import type { Thread } from '../../domain/thread.ts';
import type { FormValues, Press, View } from '../../domain/view.ts';
import type { Account } from './accounts.ts';
import type { Inbound, KnownEvent } from './inbound.ts';
import type { Address, MessageRef } from './outgoing.ts';
import type { ListPosition } from './report-reader.ts';

/** What the application offers to a platform's edge. */
export interface Edge {
  /** Masks and stores; when this returns ok, the message is on disk and the platform may acknowledge. */
  receive(inbound: Inbound): Promise<Result<Received, Problem>>;
  /** An event that was received before: what it answered may be gone by now, and need not be there again. */
  receivedBefore(platform: string, eventId: string): Promise<KnownEvent | null>;
  /**
   * The fast lane: the form a press opens, or null when the press is worked on like any other. No slow I/O. Whoever
   * opens it has looked at the report.
   */
  openForm(person: string, press: Press): Promise<Result<View | null, Problem>>;
  /** The form of a press as `openForm` gives it, to read what was filled in or to go on with it: no other look. */
  formAgain(person: string, press: Press): Promise<Result<View | null, Problem>>;
  /** What a filled form would send, masked, to be looked at before it is sent; nothing is stored. */
  preview(person: string, press: Press, values: FormValues): Promise<Result<View | null, Problem>>;
  /**
   * What a person types into a form that is open, masked: shown when they open it again, forgotten once it is sent, or
   * when nobody has typed for days. Nothing is kept of what they may not send.
   */
  keepForm(person: string, typed: TypedForm): Promise<void>;
  /** What the person has typed into the form that this press sends, and not sent; null for nothing. */
  keptForm(person: string, press: Press): Promise<FormValues | null>;
  forgetForm(person: string, press: Press): Promise<void>;
  /** Number of the report whose card, or what stands under it, this message is; null for every other message. */
  reportAt(at: Address, ref: MessageRef): Promise<string | null>;
  /**
   * The message in which the living card of a report stands in a place; null where none is written down, or not yet, and
   * for what the person may not see.
   */
  cardAt(person: string, at: Address, number: string): Promise<MessageRef | null>;
  /** Which of these reports a person may see now. */
  visible(person: string, numbers: readonly string[]): Promise<ReadonlySet<string>>;
  /** A page of reports, of those the person may see. */
  reports(person: string, query: ListQuery): Promise<Result<ListPage, Problem>>;
  /** What the person has to do, by when it falls due: of each part at most so many reports. */
  tasks(person: string, most: number): Promise<OwnTasks>;
  /** All pages of a list or a board as the person sees it, a page at a time. */
  exportReports(person: string, query: ListQuery): Promise<Result<AsyncIterable<ListedReport[]>, Problem>>;
  /** What departments have asked the person about their own reports, and what they may answer now; longest waiting first. */
  questions(person: string): Promise<AskedQuestion[]>;
  /** Units whose boards the person may look at, their own first. */
  boards(person: string): string[];
  /**
   * Everything a person may read of a report and do with it; not_found also for what they may not see.
   * @param again by a page that is open already: one look with the reading before, of the same day
   */
  report(person: string, number: string, again?: boolean): Promise<Result<ReportInFull, Problem>>;
  /** The living card of a report as it stands now in a place; not_found also where it does not belong. */
  card(person: string, at: Address, number: string): Promise<Result<View, Problem>>;
  /** Once everything that the person has sent was worked on, or after this many milliseconds. */
  worked(person: string, withinMs: number): Promise<void>;
  /** What is known of what the person is reporting, before it is sent; null when nothing is. */
  draft(person: string): Promise<Result<View | null, Problem>>;
  /** What the person has set for themselves. */
  preferences(person: string): Promise<Preferences>;
  setPreferences(person: string, change: Partial<Preferences>): Promise<void>;
  /**
   * Whose account it is: as it is known, else by the verified e-mail of the directory. Null for somebody who has to say
   * first where they work.
   */
  recognise(account: Account, profile: () => Promise<Profile | null>): Promise<string | null>;
  /** How the profile of an account says its language now. */
  speaks(account: Account, language: string): Promise<void>;
  /**
   * In which language the person is spoken to by this account: the one they have chosen, else that of its profile, else
   * that of the directory.
   */
  languageOf(person: string, account: Account): Promise<Locale>;
  /** The platform lets this account in no longer as one of ours: it is nobody's until it is recognised again. */
  forget(account: Account): Promise<void>;
  /** Somebody whom no file names says where they work; returns the id under which they are known from now on. */
  register(account: Account, profile: Profile, unit: string): Promise<Result<string, Problem>>;
  /** An administrator gives a channel to the unit that the words name; returns its id. */
  bindChannel(person: string, channel: Address, words: string): Promise<Result<string, Problem>>;
  unbindChannel(person: string, channel: Address): Promise<Result<null, Problem>>;
  /** The channel is missing, archived or closed to us. */
  loseChannel(channel: Address): Promise<void>;
  regainChannel(channel: Address): Promise<void>;
}

export interface TypedForm {
  /** What sends the form. */
  press: Press;
  /** Of the fields that the person has changed. */
  values: FormValues;
  /** Grows with what is typed: what comes late takes nothing back. */
  version: number;
}

/** What a platform knows of an account that it has verified. */
export interface Profile {
  name: string;
  /** Null when the platform does not say, or nobody has verified it. */
  email: string | null;
  /** An IETF language tag; empty when the platform names none. */
  language: string;
  /** In which they are spoken to while nobody knows more of them. */
  locale: Locale;
}

export interface ListQuery {
  /**
   * mine: filed by the person; tasks: held by them, or waiting in a unit they serve; overdue: held by them or in a unit
   * they serve, and past its date; all: whatever they may see; board: what a unit works on or has just finished.
   */
  list: 'mine' | 'tasks' | 'overdue' | 'all' | 'board';
  /** A number in any typing, or a description; empty for everything. */
  words: string;
  filter?: ListFilter;
  /** Of a board: whose it is, and one of its columns or all of it. */
  board?: { unit: string; by: BoardColumn['by']; column: BoardColumn | null } | null;
  /** Where the page before ended; null for the first. */
  after: ListPosition | null;
  /** Its number of reports is asked for, and nothing of them. */
  countOnly?: boolean;
}

/** Newest first; tasks and boards by when they fall due, what was searched for by how well it fits. */
export interface ListPage {
  reports: ListedReport[];
  /** Where the next page begins; null when there is none. */
  next: ListPosition | null;
  /** How many there are on all pages, at most `MOST_COUNTED`; known with the first page. */
  total: number | null;
}

/**
 * Of a person: `overdue` as the list of that name; of the tasks that are not late, those due `today`, within the seven
 * days after it (`soon`), and `later` or never, which come last.
 */
export interface OwnTasks {
  overdue: TaskPart;
  today: TaskPart;
  soon: TaskPart;
  later: TaskPart;
}

/** First due first. */
export interface TaskPart {
  reports: ListedReport[];
  /** How many there are in all, at most `MOST_COUNTED`. */
  total: number;
}

export interface ReportInFull {
  number: string;
  title: Phrase;
  view: View;
  /** What was said about it, shown beside the view and not repeated there; null for whoever has no part in it. */
  thread: Thread | null;
}

export interface Received {
  /** The same event had been received before; nothing was stored again. */
  repeated: boolean;
  /** Nothing of it was kept: it may be a compliance matter. */
  stopped: boolean;
  /** What the edge shows as the person's own message: masked; null when nothing of it was kept, and for what is no message. */
  shown: string | null;
  /** Kinds of personal data that were hidden. */
  hidden: readonly string[];
}
