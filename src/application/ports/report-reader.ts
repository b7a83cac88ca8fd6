import type { Instant } from '../../domain/business-time.ts';
import type { DueRange } from '../../domain/due-span.ts';
import type { Scope } from '../../domain/permission.ts';
import type { Report } from '../../domain/report.ts';
import type { ReportView, WayOfViewing } from '../../domain/report-views.ts';
import type { Level } from '../../domain/severity.ts';
import type { Phase } from '../../domain/workflow.ts';
import type { Term } from './recognition.ts';

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
  /** Of these reports (ids), those that the person has been written down for, by this way, since a moment. */
  viewedSince(
    viewing: { person: string; by: WayOfViewing; since: Instant },
    reports: readonly string[],
  ): Promise<ReadonlySet<string>>;
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
