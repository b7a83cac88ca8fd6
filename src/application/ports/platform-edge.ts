import type { Problem } from '../../domain/problems.ts';
import type { Result } from '../../domain/result.ts';
import type { Press, View } from '../../domain/view.ts';
import type { Inbound } from './inbound.ts';

/** What the application offers to a platform's edge. */
export interface Edge {
  /** Masks and stores; when this returns ok, the message is on disk and the platform may acknowledge. */
  receive(inbound: Inbound): Promise<Result<Received, Problem>>;
  /** The fast lane: the form a press opens, or null when the press is worked on like any other. No slow I/O. */
  openForm(person: string, press: Press): Promise<Result<View | null, Problem>>;
  /** A card as a person may see it now; not_found also for what they may not see. */
  cardFor(person: string, report: string): Promise<Result<View, Problem>>;
}

export interface Received {
  /** The same event had been received before; nothing was stored again. */
  repeated: boolean;
  /** What the edge shows as the person's own message: masked, or null when nothing of it was kept. */
  shown: string | null;
  /** Kinds of personal data that were hidden. */
  hidden: readonly string[];
}
