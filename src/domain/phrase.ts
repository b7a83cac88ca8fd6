import type { Answer } from './answers.ts';
import type { Doer } from './byline.ts';
import type { Instant, LocalDate } from './business-time.ts';

/** Something to say: a key of locales/ and what goes into its placeholders. Never words. */
export interface Phrase {
  key: string;
  values?: Readonly<Record<string, PhraseValue>>;
}

/**
 * What a placeholder can hold. Strings are the person's own (masked) words or identifiers and are shown as they
 * are; everything else is written out in the reader's language.
 */
export type PhraseValue =
  | string
  | number
  | Phrase
  | { date: LocalDate }
  | { moment: Instant }
  /** Only the clock time when the moment is today, else the day as well. */
  | { due: Instant }
  | { unit: string }
  /** A person, or who did something. */
  | Doer
  /** A call for proposals by id: its name, or what it asks. */
  | { campaign: string; part: 'name' | 'asks' }
  | { field: string; of: string; answer: Answer }
  | { list: readonly PhraseValue[] };

export function phrase(key: string, values?: Readonly<Record<string, PhraseValue>>): Phrase {
  return values ? { key, values } : { key };
}
