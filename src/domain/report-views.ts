import type { Instant } from './business-time.ts';
import type { NewEvent } from './ledger.ts';
import { phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { line, type Line } from './view.ts';

/**
 * By which way somebody was shown what a report says: on its page; くわしく, where it stands, or why its date or its way
 * is what it is, in chat; in the form of an act; in the answer to a question about work; as like what they are writing;
 * as a row of a list; in an exported file.
 */
export const WAYS_OF_VIEWING = [
  'page',
  'details',
  'status',
  'why',
  'form',
  'answer',
  'alike',
  'list',
  'export',
] as const;
export type WayOfViewing = (typeof WAYS_OF_VIEWING)[number];

/** Who read a report, as the ledger has it. */
export interface ReportView {
  person: string;
  at: Instant;
  by: WayOfViewing;
}

/**
 * Every view of a restricted or sealed report is an event: whatever of its title, state, words or history the house
 * shows to a person who asks for it, before it is shown. Every look counts; the same request that comes a second time is
 * the same look. Rows of lists, which a page and a home tab draw again by themselves, count once a person and day: how
 * often they were drawn says nothing of how often anybody looked.
 *
 * No view is what the house sends unasked, i.e. cards and what is said under them in channels, news, reminders and
 * digests: the ledger has whom it goes to by the route, and a channel is loaded as a whole, whatever of it is read.
 */
export function isWatched({ visibility }: Pick<Report, 'visibility'>): boolean {
  return visibility === 'restricted' || visibility === 'sealed';
}

/** Nothing that happens to the matter: it tells nobody and changes no card. */
export function viewedEvent(person: string, at: Instant, by: WayOfViewing): NewEvent {
  return { kind: 'viewed', actor: person, at, facts: { by }, content: null };
}

/** Who has read it, for the audit, latest first. */
export function viewLines(views: readonly ReportView[]): Line[] {
  const none = [line(phrase('views.none'), 'quiet')];
  return [line(phrase('views.title'), 'strong'), ...(views.length === 0 ? none : views.map(viewLine))];
}

export function viewLine({ person, at, by }: ReportView): Line {
  return line(phrase('views.line', { at: { moment: at }, person: { person }, by: phrase(`views.by.${by}`) }));
}
