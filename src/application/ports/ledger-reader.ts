import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { Content, LedgerEvent } from '../../domain/ledger.ts';
import type { Report } from '../../domain/report.ts';

export interface LedgerReader {
  /** All chains in the order of report ids, one at a time. */
  chains(): AsyncIterable<{
    report: string;
    number: string;
    head: { seq: number; hash: string } | null;
    events: { position: number; event: LedgerEvent; content: Content | null; purged: boolean }[];
    row: Report | null;
  }>;
  checkpoints(): Promise<SignedCheckpoint[]>;
}

export interface SignedCheckpoint extends Checkpoint {
  keyId: string;
  signature: string;
  /** Position in the ledger up to which it speaks. */
  upTo: number;
}

export interface CheckpointWriter {
  /** Reads every head while nothing can be written, and stores what `make` returns. */
  take(make: (state: CheckpointState) => SignedCheckpoint | null): Promise<SignedCheckpoint | null>;
}

export interface CheckpointState {
  last: SignedCheckpoint | null;
  heads: { report: string; seq: number; hash: string }[];
  events: number;
  upTo: number;
}
