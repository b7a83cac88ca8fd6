import type { Instant, LocalDate } from '../../domain/business-time.ts';
import type { Report } from '../../domain/report.ts';
import type { Term } from './recognition.ts';
import type { LinkedEvent } from './storage.ts';
import type { NewWebMessage } from './web-chat.ts';

/** Everything that the seeded example follows from: the same plan gives the same reports. */
export interface SeedingPlan {
  seed: string;
  reports: number;
  /** The day before which everything has happened. */
  today: LocalDate;
}

export interface Seeding extends SeedingPlan {
  /** Reports that are written. */
  written: number;
  finished: boolean;
}

/** A report as it stands, with its whole chain and the words it is found by. */
export interface NewReport {
  report: Report;
  events: readonly LinkedEvent[];
  terms: readonly Term[];
}

/** A message of the web chat as it was posted then; `report` is the id of the report whose living card it is. */
export interface PastWebMessage extends NewWebMessage {
  id: string;
  editedAt: Instant | null;
  report: string | null;
}

export interface SeedingBatch {
  reports: readonly NewReport[];
  /** In the order in which they were posted. */
  messages: readonly PastWebMessage[];
  /** With this one the example is complete. */
  last: boolean;
}

/** Writes the seeded example by the hundred; a batch is there as a whole or not at all. */
export interface SeedingStore {
  /** One instance at a time; the next finds what this one has written. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** The plan that was begun before, with how far it has come; else this one. */
  begin(plan: SeedingPlan): Promise<Seeding>;
  write(batch: SeedingBatch): Promise<void>;
}
