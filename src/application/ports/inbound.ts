import type { FormValues, Press } from '../../domain/view.ts';
import type { Instant } from '../../domain/business-time.ts';

/** One verified thing a person did, as a platform's edge hands it in. Text is still as it was typed. */
export interface Inbound {
  platform: string;
  /** Unique for ever within the platform: the same one delivered twice is one. */
  eventId: string;
  /** Directory id of the verified person. */
  person: string;
  /** Where it was done: the person's own conversation, or a unit's channel. */
  place: Place;
  body: InboundBody;
}

export type InboundBody =
  | { kind: 'said'; text: string; attachments: number }
  | { kind: 'pressed'; press: Press }
  | { kind: 'submitted'; press: Press; values: FormValues };

export interface Place {
  kind: 'personal' | 'channel';
  /** The platform's own id of it. */
  address: string;
}

/** As it is kept until it is worked on: masked, and without a word of anything that may be a compliance matter. */
export interface InboxEntry {
  id: string;
  platform: string;
  eventId: string;
  person: string;
  place: Place;
  body: StoredBody;
  receivedAt: Instant;
  attempts: number;
}

export type StoredBody =
  | { kind: 'said'; text: string; hidden: readonly string[]; attachments: number }
  /** Stopped before storing: only what kind of stop, so that the answer can be given. */
  | { kind: 'stopped'; alsoIncident: boolean; harassment: boolean }
  | { kind: 'pressed'; press: Press }
  | { kind: 'submitted'; press: Press; values: FormValues; hidden: readonly string[] };
