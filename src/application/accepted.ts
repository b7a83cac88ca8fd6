import type { StoredBody } from './ports.ts';

/** The longest message taken, in characters: everything in it is masked and stored whole. */
export const LONGEST_MESSAGE = 40_000;

/** What becomes of something that was received: what is stored of it, and what its sender is shown. */
export interface Accepted {
  body: StoredBody;
  shown: string | null;
  hidden: readonly string[];
}
