import type { Instant } from './business-time.ts';

/** Small facts only: ids, states, levels, dates. Anything a person wrote is content. */
export type EventFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export const EVENT_KINDS = [
  // Filing and what the reporter says later.
  'filed',
  'routed',
  'linked',
  'unlinked',
  'corrected',
  'added',
  'replied',
  'withdrawn',
  'feedback_given',
  // What departments do with it.
  'acknowledged',
  'taken',
  'assigned',
  'result_reported',
  'updated',
  'asked',
  'answered',
  'commented',
  'comment_edited',
  'comment_deleted',
  'forwarded',
  'sent_back',
  'level_changed',
  'extended',
  'requested',
  'approved',
  'declined',
  'handed_over',
  'hand_over_confirmed',
  'suspicion_referred',
  'completed',
  'reopened',
  // Several reports of one matter.
  'joined',
  'merged',
  'unmerged',
  'absorbed',
  'released',
  'split',
  // What has to be there before an end.
  'checked',
  'cause_signed',
  'publication_decided',
  'breach_judged',
  'breach_notified',
  'inspection_judged',
  'followed_up',
  // Proposals.
  'evaluated',
  'decision_given',
  'implemented',
  'effect_checked',
  'nominated',
  // What the clocks do, and who looked.
  'reminded',
  'escalated',
  'told',
  'viewed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What is handed in to be written; the ledger adds place in the chain, commitment and hash. */
export interface NewEvent {
  kind: EventKind;
  /** Person id, or `system`. */
  actor: string;
  at: Instant;
  facts: EventFacts;
  /** JSON of what people wrote (masked), kept in a table of its own; null when there is none. */
  content: string | null;
}

export interface LedgerEvent {
  report: string;
  /** 1, 2, 3 … within the report. */
  seq: number;
  kind: EventKind;
  actor: string;
  at: Instant;
  facts: EventFacts;
  /** Hash of salt and content: it stays when the content is purged. */
  commitment: string | null;
  previous: string;
  hash: string;
}

export interface Content {
  salt: string;
  body: string;
}

/** SHA-256 in hex, handed in so that the domain stays free of I/O and packages. */
export type HashFunction = (text: string) => string;

/** What the first event of a chain points back to: the report itself, so that chains cannot be exchanged. */
function genesis(report: string, hash: HashFunction): string {
  return hash(`tsutae ledger 1\n${report}`);
}

export interface ChainHead {
  seq: number;
  hash: string;
}

/** Puts an event at the end of a chain. `salt` is random and long enough that content cannot be guessed from it. */
export function link(
  report: string,
  head: ChainHead,
  event: NewEvent,
  salt: string,
  hash: HashFunction,
): { event: LedgerEvent; content: Content | null } {
  const content = event.content === null ? null : { salt, body: event.content };
  const unsigned = {
    report,
    seq: head.seq + 1,
    kind: event.kind,
    actor: event.actor,
    at: event.at,
    facts: event.facts,
    commitment: content && commitmentOf(content, hash),
    previous: head.hash,
  };
  return { event: { ...unsigned, hash: hash(canonical(unsigned)) }, content };
}

export function emptyChain(report: string, hash: HashFunction): ChainHead {
  return { seq: 0, hash: genesis(report, hash) };
}

function commitmentOf(content: Content, hash: HashFunction): string {
  return hash(`${content.salt}\n${content.body}`);
}

export type Flaw = 'altered' | 'out_of_order' | 'broken_link' | 'content_altered';

/** The first event of a chain that is not what was written, or null. A purged content is no flaw. */
export function firstFlaw(
  report: string,
  events: readonly LedgerEvent[],
  contentOf: (event: LedgerEvent) => Content | null,
  hash: HashFunction,
): { seq: number; flaw: Flaw } | null {
  let head = emptyChain(report, hash);
  for (const event of events) {
    const flaw = flawOf(event, head, contentOf(event), hash);
    if (flaw) return { seq: event.seq, flaw };
    head = { seq: event.seq, hash: event.hash };
  }
  return null;
}

function flawOf(
  event: LedgerEvent,
  head: ChainHead,
  content: Content | null,
  hash: HashFunction,
): Flaw | null {
  if (event.seq !== head.seq + 1) return 'out_of_order';
  if (event.previous !== head.hash) return 'broken_link';
  const { hash: written, ...unsigned } = event;
  if (hash(canonical(unsigned)) !== written) return 'altered';
  if (content && commitmentOf(content, hash) !== event.commitment) return 'content_altered';
  return null;
}

/** JSON with sorted keys at every depth: the same event always gives the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
