import type { DialogRules } from '../domain/dialog/dialog-rules.ts';
import type { Actor } from '../domain/organization.ts';
import type { View } from '../domain/view.ts';
import type { InboxEntry, Transaction } from './ports.ts';
import type { Surroundings } from './surroundings.ts';

/** One inbox entry while it is worked on. */
export interface Turn {
  deps: Surroundings;
  tx: Transaction;
  entry: InboxEntry;
  rules: DialogRules;
  actor: Actor;
  /** What is said to the person, in order; it grows. */
  said: View[];
}
