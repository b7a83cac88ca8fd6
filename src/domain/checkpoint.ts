import type { Instant } from './business-time.ts';
import { canonical, type HashFunction } from './ledger.ts';

/** Where the whole ledger stood: a number, every chain's head folded into one digest, signed outside the database. */
export interface Checkpoint {
  number: number;
  at: Instant;
  chains: number;
  events: number;
  digest: string;
  previous: string;
}

/** The text that is signed. */
export function checkpointText(checkpoint: Checkpoint): string {
  return canonical({ ...checkpoint });
}

/** Where a digest over chain heads begins. */
export function emptyDigest(hash: HashFunction): string {
  return hash('tsutae checkpoint 1');
}

/** One head more; heads come in the order of report ids. */
export function digestWith(
  digest: string,
  head: { report: string; seq: number; hash: string },
  hash: HashFunction,
): string {
  return hash(`${digest}\n${head.report}\n${head.seq}\n${head.hash}`);
}

/** One digest over all chain heads, in the order of report ids. */
export function digestOf(
  heads: Iterable<{ report: string; seq: number; hash: string }>,
  hash: HashFunction,
): string {
  let digest = emptyDigest(hash);
  for (const head of heads) digest = digestWith(digest, head, hash);
  return digest;
}
