import type { Instant } from '../../domain/business-time.ts';
import type { Preferences } from '../../domain/preferences.ts';

export interface PreferenceReader {
  /** What a person has set; of everything else how it is for whoever has set nothing. */
  of(person: string): Promise<Preferences>;
}

export interface PreferenceWriter extends PreferenceReader {
  set(person: string, change: Partial<Preferences>): Promise<void>;
}

/** A step of a report of which a person has not been told yet, because they want their news once a day. */
export interface HeldStep {
  /** Id of the report. */
  report: string;
  /** Place of the step in the report's chain. */
  seq: number;
  /** When it happened. */
  at: Instant;
}

export interface HeldNewsWriter {
  /** The same step is held once for a person. */
  hold(person: string, step: HeldStep): Promise<void>;
  /** For whom anything is held that happened before a moment. */
  people(before: Instant): Promise<string[]>;
  /**
   * What is held for a person, oldest first. It is held no longer once this transaction ends.
   * @param before of what happened before this moment; null: everything
   */
  take(person: string, before: Instant | null): Promise<HeldStep[]>;
}
