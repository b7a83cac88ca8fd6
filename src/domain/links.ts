import type { Instant } from './business-time.ts';
import type { NewEvent } from './ledger.ts';
import type { Link, Report } from './report.ts';
import { strictest } from './visibility.ts';

/** What a report's ledger says of the reports of the same matter. */
export function linksOf(others: readonly Report[], actor: string, at: Instant): NewEvent[] {
  return others.map(({ number, visibility }) => ({
    kind: 'linked',
    actor,
    at,
    facts: { number, visibility },
    content: null,
  }));
}

export function unlinkOf({ number }: Pick<Report, 'number'>, actor: string, at: Instant): NewEvent {
  return { kind: 'unlinked', actor, at, facts: { number }, content: null };
}

/** Those that every reader may know of: one that is narrower than the report itself is not named to them. */
export function shownLinks({ links, visibility }: Pick<Report, 'links' | 'visibility'>): Link[] {
  return links.filter((link) => strictest([visibility, link.visibility]) === visibility);
}
