import type { EventFacts } from './ledger.ts';

/** Who did something, and in whose place where they stood in for somebody absent. Also how a phrase names them. */
export interface Doer {
  person: string;
  for?: string;
}

/** What a step, or an event, says of who did it. */
export interface Done {
  actor: string;
  facts: EventFacts;
}

export function doerOf({ actor, facts }: Done): Doer {
  const absent = facts['for'];
  return typeof absent === 'string' ? { person: actor, for: absent } : { person: actor };
}

/** The same without what else is known of them. */
export function named({ person, for: absent }: Doer): Doer {
  return { person, for: absent };
}
