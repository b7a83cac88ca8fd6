import type { Instant } from './business-time.ts';
import type { NewEvent } from './ledger.ts';
import { phrase } from './phrase.ts';
import type { Report } from './report.ts';
import { line, type Line } from './view.ts';

/** By which way somebody read a report: in an exported file, on its page, or in chat. */
export const WAYS_OF_VIEWING = ['export', 'page', 'details'] as const;
export type WayOfViewing = (typeof WAYS_OF_VIEWING)[number];

/** Who read a report, as the ledger has it. */
export interface ReportView {
  person: string;
  at: Instant;
  by: WayOfViewing;
}

/** Every view of a restricted report is an event. */
export function isWatched({ visibility }: Pick<Report, 'visibility'>): boolean {
  return visibility === 'restricted';
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
