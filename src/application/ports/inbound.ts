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
  | { kind: 'submitted'; press: Press; values: FormValues }
  | ThreadBody;

/**
 * What is done in the thread under a report's card, in a channel of a platform with threads. `report` is the number
 * that `Edge.reportAt` gives for the message on top of the thread; `messageId` is the platform's id of the person's own
 * message, unique in its place: it is how a change or a deletion finds the comment.
 */
export type ThreadBody =
  | { kind: 'commented'; report: string; messageId: string; text: string; attachments: number }
  | { kind: 'comment_edited'; report: string; messageId: string; text: string }
  | { kind: 'comment_deleted'; report: string; messageId: string };

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

/** What is left of an event once it has been received. */
export interface KnownEvent {
  /** Nothing of it was kept. */
  stopped: boolean;
}

export type StoredBody =
  | { kind: 'said'; text: string; hidden: readonly string[]; attachments: number }
  /** Stopped before storing: only what kind of stop, so that the answer can be given. */
  | { kind: 'stopped'; alsoIncident: boolean; harassment: boolean }
  | { kind: 'pressed'; press: Press }
  | { kind: 'submitted'; press: Press; values: FormValues; hidden: readonly string[] }
  | StoredThreadBody;

/** Words of those who may not comment are not kept: only that they are to be told so. */
export type StoredThreadBody =
  | {
      kind: 'commented';
      report: string;
      messageId: string;
      text: string;
      hidden: readonly string[];
      attachments: number;
    }
  | { kind: 'comment_edited'; report: string; messageId: string; text: string; hidden: readonly string[] }
  | { kind: 'comment_deleted'; report: string; messageId: string }
  | { kind: 'comment_refused'; report: string };
