import { deletedWords } from '../domain/comments.ts';
import { foldReport } from '../domain/fold-report.ts';
import {
  canonical,
  firstFlaw,
  type ChainHead,
  type Flaw,
  type HashFunction,
  type LedgerEvent,
} from '../domain/ledger.ts';
import type { Report } from '../domain/report.ts';
import type { Hash, LedgerReader, Signer } from './ports.ts';
import { addChain, checkpointFlaw, retake, type CheckpointFlaw } from './verify-checkpoints.ts';

export interface Verification {
  chains: number;
  events: number;
  purged: number;
  checkpoints: number;
  /** The first thing that is not as it was written; null when all is. */
  flaw: LedgerFlaw | null;
}

export type LedgerFlaw =
  /** content_missing: what was written to is gone, and nobody purged it. */
  | { kind: 'event'; report: string; number: string; seq: number; flaw: Flaw | 'content_missing' }
  /** The row says the chain went on further, or otherwise, than its events do. */
  | { kind: 'cut_short'; report: string; number: string; seq: number }
  /** The events are as they were written, but the row that people are shown says something else. */
  | { kind: 'projection'; report: string; number: string }
  | CheckpointFlaw;

/** Reads the whole ledger again: every chain, every row made from one, and every signed checkpoint over all of them. */
export async function verifyLedger(deps: {
  ledger: LedgerReader;
  hash: Hash;
  signer: Signer;
}): Promise<Verification> {
  const hash = (text: string) => deps.hash.sha256(text);
  const checkpoints = (await deps.ledger.checkpoints()).map((checkpoint) => retake(checkpoint, hash));
  const seen = { chains: 0, events: 0, purged: 0, checkpoints: checkpoints.length };
  let differing: LedgerFlaw | null = null;
  for await (const chain of deps.ledger.chains()) {
    seen.chains++;
    seen.events += chain.events.length;
    seen.purged += chain.events.filter((event) => event.purged).length;
    const flaw = chainFlaw(chain, hash);
    if (flaw) return { ...seen, flaw };
    differing ??= rowFlaw(chain);
    for (const checkpoint of checkpoints) addChain(checkpoint, chain.report, chain.events, hash);
  }
  // Missing events say more than the row that still shows them.
  return { ...seen, flaw: checkpointFlaw(deps.signer, checkpoints) ?? differing };
}

type Chain = ReturnType<LedgerReader['chains']> extends AsyncIterable<infer C> ? C : never;

function chainFlaw({ report, number, head, events }: Chain, hash: HashFunction): LedgerFlaw | null {
  const contents = new Map(events.map(({ event, content }) => [event.seq, content]));
  const linked = events.map(({ event }) => event);
  const flaw = firstFlaw(report, linked, (event) => contents.get(event.seq) ?? null, hash);
  if (flaw) return { kind: 'event', report, number, ...flaw };
  const lost = events.find(
    ({ event, content, purged }) => event.commitment !== null && content === null && !purged,
  );
  if (lost) return { kind: 'event', report, number, seq: lost.event.seq, flaw: 'content_missing' };
  const cut = cutAt(linked, head);
  return cut === null ? null : { kind: 'cut_short', report, number, seq: cut };
}

function cutAt(events: readonly LedgerEvent[], head: ChainHead | null): number | null {
  const last = events.at(-1);
  if (!head) return last?.seq ?? 1;
  return last?.seq === head.seq && last.hash === head.hash ? null : (last?.seq ?? 0) + 1;
}

/** What was written may have been purged from either; everything else has to agree all the same. */
function rowFlaw({ report, number, row, events }: Chain): LedgerFlaw | null {
  if (!row) return null;
  const folded = foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null })));
  // The words of a deleted comment are in no row either.
  const deleted = new Set(deletedWords(folded).map(({ seq }) => seq));
  const purged = events.some((one) => one.purged && !deleted.has(one.event.seq));
  const shown = (one: Report) => canonical(purged ? withoutContent(one) : one);
  return shown(folded) === shown(row) ? null : { kind: 'projection', report, number };
}

function withoutContent(report: Report): object {
  return { ...report, gist: '', filing: {}, steps: report.steps.map((step) => ({ ...step, note: null })) };
}
