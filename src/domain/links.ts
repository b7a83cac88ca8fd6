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

/** What the ledger of a part says of the report that it was split from; `splitFrom` reads it. */
export function splitLinkOf(from: Report, actor: string, at: Instant): NewEvent[] {
  return linksOf([from], actor, at).map((link) => ({ ...link, facts: { ...link.facts, split: true } }));
}

/** Number of the report that this one was split from; null where it is no part of another. */
export function splitFrom({ steps }: Pick<Report, 'steps'>): string | null {
  const number = steps.find(({ kind, facts }) => kind === 'linked' && facts['split'] === true)?.facts[
    'number'
  ];
  return typeof number === 'string' ? number : null;
}

export function unlinkOf({ number }: Pick<Report, 'number'>, actor: string, at: Instant): NewEvent {
  return { kind: 'unlinked', actor, at, facts: { number }, content: null };
}

/** Those that every reader may know of: one that is narrower than the report itself is not named to them. */
export function shownLinks({ links, visibility }: Pick<Report, 'links' | 'visibility'>): Link[] {
  return links.filter((link) => strictest([visibility, link.visibility]) === visibility);
}
