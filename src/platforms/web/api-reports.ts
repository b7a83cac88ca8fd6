import type { AdaptiveCard, Choice } from '../../cards/adaptive-card.ts';
import type { Press } from '../../domain/view.ts';

/** What goes over the wire of reports: which list is asked for, its lines, and one report with what was said about it. */
export const REPORT_LISTS = ['mine', 'tasks', 'overdue', 'all', 'board'] as const;
export type ReportList = (typeof REPORT_LISTS)[number];

/** Query of GET /reports, and of GET /reports.csv, which takes no `after` and gives all pages. */
export interface ReportQuery extends ReportFilter {
  list: ReportList;
  /** A number or words that describe it; empty for everything. */
  words?: string;
  /** Of the board: whose it is, what its columns are, and one of them; without it all of them. */
  board?: string;
  by?: 'phase' | 'due' | 'severity';
  column?: string;
  /** `next` of the page before. */
  after?: string;
  /** Only how many there are: whoever is shown nothing but a number has looked at none of them. */
  rows?: 'none';
}

/** By what a list is narrowed; ids as they stand in ReportChoices. */
export interface ReportFilter {
  type?: string;
  phase?: string;
  /** 0–4. */
  level?: string;
  office?: string;
  unit?: string;
  holder?: string;
  due?: string;
  /** Filed on these days or between them, YYYY-MM-DD. */
  from?: string;
  until?: string;
  drill?: 'yes' | 'no';
}

/** What lists can be narrowed by and whose boards there are, in the reader's language. */
export interface ReportChoices {
  types: Choice[];
  offices: Choice[];
  units: Choice[];
  /** The reader's own units first. */
  boards: Choice[];
}

export interface ReportPage {
  reports: ReportRow[];
  /** What to ask for after this page; null when it was the last. */
  next: string | null;
  /** How many there are on all pages, 1000 standing for 1000 and more; only of the first page. */
  total: number | null;
}

/** One line of a list, in the reader's language. */
export interface ReportRow {
  number: string;
  type: string;
  title: string;
  /** null where the type has no levels. */
  severity: string | null;
  level: string | null;
  serious: boolean;
  state: string;
  office: string;
  unit: string;
  holder: string | null;
  /** What comes next and by when; null when nothing does. */
  next: string | null;
  /** By when; ISO 8601 in UTC, null when nothing is due. */
  due: string | null;
  overdue: boolean;
  drill: boolean;
  filedAt: string;
}

/** One report with everything this person may read and do. */
export interface ReportDetails {
  number: string;
  title: string;
  card: AdaptiveCard;
  /** null for whoever has no part in the report. */
  thread: ReportThread | null;
}

/** What was said about a report, oldest first, and the press whose form takes the next comment. */
export interface ReportThread {
  entries: ThreadMessage[];
  write: Press;
}

export interface ThreadMessage {
  /** Instant, ISO 8601 in UTC, and in words. */
  at: string;
  when: string;
  head: string;
  /** internal: for those who work on it alone; told: the reporter has these words; reporter: they are the reporter's. */
  audience: 'internal' | 'told' | 'reporter';
  /** The audience in words. */
  mark: string;
  text: string | null;
  remark: string | null;
  /** What it said before it was changed, oldest first. */
  earlier: { at: string; when: string; text: string }[];
  buttons: { label: string; press: Press }[];
}
