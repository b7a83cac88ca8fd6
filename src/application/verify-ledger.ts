import {
  checkpointText,
  digestOf,
  firstFlaw,
  type ChainHead,
  type Flaw,
  type HashFunction,
  type LedgerEvent,
} from '../domain/ledger.ts';
import type { Hash, LedgerReader, SignedCheckpoint, Signer } from './ports.ts';

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
  | {
      kind: 'checkpoint';
      checkpoint: number;
      flaw: 'signature' | 'order' | 'events_missing' | 'unknown_key';
    };

/** Reads the whole ledger again: every chain, and every signed checkpoint over all of them. */
export async function verifyLedger(deps: {
  ledger: LedgerReader;
  hash: Hash;
  signer: Signer;
}): Promise<Verification> {
  const checkpoints = await deps.ledger.checkpoints();
  const running = checkpoints.map((checkpoint) => ({
    checkpoint,
    heads: [] as { report: string; seq: number; hash: string }[],
    events: 0,
  }));
  const seen = { chains: 0, events: 0, purged: 0, checkpoints: checkpoints.length };
  for await (const chain of deps.ledger.chains()) {
    seen.chains++;
    seen.events += chain.events.length;
    seen.purged += chain.events.filter((event) => event.purged).length;
    const flaw = chainFlaw(chain, (text) => deps.hash.sha256(text));
    if (flaw) return { ...seen, flaw };
    for (const one of running) countUpTo(one, chain.report, chain.events);
  }
  return { ...seen, flaw: checkpointFlaw(deps, running) };
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

interface Running {
  checkpoint: SignedCheckpoint;
  heads: { report: string; seq: number; hash: string }[];
  events: number;
}

function countUpTo(
  running: Running,
  report: string,
  events: readonly { event: LedgerEvent; position: number }[],
): void {
  const before = events.filter(({ position }) => position <= running.checkpoint.upTo);
  const last = before.at(-1)?.event;
  if (!last) return;
  running.heads.push({ report, seq: last.seq, hash: last.hash });
  running.events += before.length;
}

function checkpointFlaw(
  deps: { hash: Hash; signer: Signer },
  running: readonly Running[],
): LedgerFlaw | null {
  let previous = '';
  for (const [index, { checkpoint, heads, events }] of running.entries()) {
    const { signature, keyId, upTo, ...signed } = checkpoint;
    const flawed = (flaw: Extract<LedgerFlaw, { kind: 'checkpoint' }>['flaw']): LedgerFlaw => ({
      kind: 'checkpoint',
      checkpoint: checkpoint.number,
      flaw,
    });
    if (keyId !== deps.signer.keyId) return flawed('unknown_key');
    const text = `${checkpointText(signed)}\n${upTo}`;
    if (!deps.signer.verify(text, signature)) return flawed('signature');
    if (checkpoint.number !== index + 1 || checkpoint.previous !== previous) return flawed('order');
    const digest = digestOf(heads, (one) => deps.hash.sha256(one));
    if (digest !== checkpoint.digest || heads.length !== checkpoint.chains || events !== checkpoint.events)
      return flawed('events_missing');
    previous = signature;
  }
  return null;
}
