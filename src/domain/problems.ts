import type { Doer } from './byline.ts';
import type { Phrase } from './phrase.ts';
import type { Role } from './organization.ts';
import type { Instant } from './business-time.ts';

/** Every expected failure. Each kind has words in locales/: a new one without them does not compile (words/problem-phrase.ts). */
export type Problem =
  | { kind: 'empty_message' }
  | { kind: 'message_too_long'; over: number }
  | { kind: 'unknown_person' }
  | { kind: 'unit_abolished'; unit: string; successor: string | null }
  /** No unit is called so, or several; those that could be meant. */
  | { kind: 'unit_unclear'; near: readonly string[] }
  /** A channel that was given to no unit. */
  | { kind: 'not_bound' }
  | { kind: 'not_found' }
  | { kind: 'forbidden'; roles: readonly Role[] }
  | ({ kind: 'stale'; at: Instant; action: string } & Doer)
  | { kind: 'old_button' }
  | { kind: 'unreadable_press' }
  | { kind: 'attachment_refused' }
  /** Answers of a form that cannot be taken, each with what to do. */
  | { kind: 'fields'; errors: readonly { field: string; message: Phrase }[] }
  /** What has to be there first, as nouns. */
  | { kind: 'not_ready'; missing: readonly Phrase[] }
  | { kind: 'form_changed' }
  | { kind: 'try_again' };

export type ProblemKind = Problem['kind'];
