import type { Instant } from '../../domain/business-time.ts';
import type { Locale } from '../../domain/organization.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { Problem } from '../../domain/problems.ts';

export interface Clock {
  now(): Instant;
}

/** Randomness, from one place. */
export interface Ids {
  uuid(): string;
  /** Five Crockford base-32 characters with at least one letter. */
  reportCode(): string;
  /** At least 128 bits, hex. */
  salt(): string;
}

export interface Hash {
  sha256(text: string): string;
}

/** Signs checkpoints with a key that is not in the database. */
export interface Signer {
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
  keyId: string;
  /** Keeps the newest signature beside the key, so that a checkpoint removed from the database is missed. */
  remember(newest: { number: number; signature: string }): void;
  newest(): { number: number; signature: string } | null;
}

/** Static message and metadata; never a body, an answer, a name or a token. */
export interface Log {
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
  child(data: LogData): Log;
}
export type LogData = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Phrases in a reader's language. */
export interface Words {
  say(phrase: Phrase, locale: Locale): string;
  has(key: string): boolean;
  /** What went wrong and what to do next. */
  problem(problem: Problem): Phrase;
}
