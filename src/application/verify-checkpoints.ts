import { checkpointText, digestWith, emptyDigest } from '../domain/checkpoint.ts';
import type { HashFunction, LedgerEvent } from '../domain/ledger.ts';
import type { SignedCheckpoint, Signer } from './ports.ts';

export interface CheckpointFlaw {
  kind: 'checkpoint';
  checkpoint: number;
  /** missing: the key's own folder remembers a checkpoint that the database no longer has. */
  flaw: 'signature' | 'order' | 'events_missing' | 'unknown_key' | 'missing';
}

/** What a checkpoint should say, gathered chain by chain: nothing is kept of the chains themselves. */
export interface Retaken {
  checkpoint: SignedCheckpoint;
  digest: string;
  chains: number;
  events: number;
}

export function retake(checkpoint: SignedCheckpoint, hash: HashFunction): Retaken {
  return { checkpoint, digest: emptyDigest(hash), chains: 0, events: 0 };
}

/** Adds what a chain held when the checkpoint was taken; chains come in the order of report ids. */
export function addChain(
  retaken: Retaken,
  report: string,
  events: readonly { event: LedgerEvent; position: number }[],
  hash: HashFunction,
): void {
  const before = events.filter(({ position }) => position <= retaken.checkpoint.upTo);
  const last = before.at(-1)?.event;
  if (!last) return;
  retaken.digest = digestWith(retaken.digest, { report, seq: last.seq, hash: last.hash }, hash);
  retaken.chains++;
  retaken.events += before.length;
}

/** The first checkpoint that was not signed here, is out of its row, or speaks of events that are gone. */
export function checkpointFlaw(signer: Signer, all: readonly Retaken[]): CheckpointFlaw | null {
  let previous = '';
  for (const [index, retaken] of all.entries()) {
    const { checkpoint } = retaken;
    const flaw = flawOf(signer, retaken, index + 1, previous);
    if (flaw) return { kind: 'checkpoint', checkpoint: checkpoint.number, flaw };
    previous = checkpoint.signature;
  }
  const newest = signer.newest();
  const kept = newest === null || all.some(({ checkpoint }) => checkpoint.signature === newest.signature);
  return kept ? null : { kind: 'checkpoint', checkpoint: newest.number, flaw: 'missing' };
}

function flawOf(
  signer: Signer,
  { checkpoint, digest, chains, events }: Retaken,
  number: number,
  previous: string,
): CheckpointFlaw['flaw'] | null {
  const { signature, keyId, upTo, ...signed } = checkpoint;
  if (keyId !== signer.keyId) return 'unknown_key';
  if (!signer.verify(`${checkpointText(signed)}\n${upTo}`, signature)) return 'signature';
  if (checkpoint.number !== number || checkpoint.previous !== previous) return 'order';
  const same = digest === checkpoint.digest && chains === checkpoint.chains && events === checkpoint.events;
  return same ? null : 'events_missing';
}
