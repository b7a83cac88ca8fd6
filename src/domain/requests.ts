import { doerOf, type Doer } from './byline.ts';
import type { Instant } from './business-time.ts';
import type { EventFacts } from './ledger.ts';
import { noteText } from './note.ts';
import type { Report, StepRecord } from './report.ts';

/**
 * What takes a second person: `requested` says what, and in facts of its own what is asked for (`to` for a level: facts
 * that a report is folded from would hold at once); `approved` or `declined` name it by its seq.
 */
export const REQUESTED = ['level', 'extension', 'withdrawal'] as const;
export type Requested = (typeof REQUESTED)[number];

export interface Request {
  seq: number;
  what: Requested;
  by: Doer;
  at: Instant;
  facts: EventFacts;
  reason: string;
}

/** Requests that nobody has decided yet, oldest first. One that what happened since has settled is no request any more. */
export function openRequests(report: Pick<Report, 'steps'>): Request[] {
  return report.steps
    .flatMap((step) => requestIn(step) ?? [])
    .filter((request) => !report.steps.some((step) => step.seq > request.seq && settles(step, request)));
}

/** There is one of a kind at a time. */
export function openRequest(report: Pick<Report, 'steps'>, what: Requested): Request | null {
  return openRequests(report).find((one) => one.what === what) ?? null;
}

/** What a `requested` step asks for; null for any other step. */
function requestIn({ seq, kind, actor, at, facts, note }: StepRecord): Request | null {
  const what = REQUESTED.find((one) => one === facts['what']);
  if (kind !== 'requested' || what === undefined) return null;
  return { seq, what, by: doerOf({ actor, facts }), at, facts, reason: note === null ? '' : noteText(note) };
}

/** Besides a decision: what makes it pointless, whoever did that. */
function settles(step: StepRecord, { seq, what, facts }: Request): boolean {
  if ((step.kind === 'approved' || step.kind === 'declined') && step.facts['request'] === seq) return true;
  if (step.kind === 'withdrawn' || step.kind === 'merged') return true;
  switch (what) {
    case 'level':
      return typeof step.facts['level'] === 'number' && step.facts['level'] !== facts['from'];
    case 'extension':
      return step.kind === 'extended' && step.facts['clock'] === facts['clock'];
    case 'withdrawal':
      return false;
  }
}
