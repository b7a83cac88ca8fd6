import type { Address, MessageRef } from './outgoing.ts';

/** Where a report's card, or under it one of its steps, stands in a place. */
export interface Posting {
  /** Id of the report. */
  report: string;
  /** `CARD`, or the number of the step. */
  step: number;
  at: Address;
  ref: MessageRef;
  /** Written by a person in the chat itself: not ours to change, and never repeated there. */
  native: boolean;
}

/** The step of a posting that is the card itself. */
export const CARD = 0;

/** What stands in chats of reports (by id). */
export interface PostingReader {
  /** The card of a report in a place, or one of its steps, once it was posted. */
  of(report: string, step: number, at: Address): Promise<Posting | null>;
  /** Of what a message says; null for one that belongs to no report. */
  by(at: Address, ref: MessageRef): Promise<Posting | null>;
  /** Cards of a report, wherever they stand. */
  cards(report: string): Promise<Posting[]>;
  /** Steps of a report, wherever they stand; without the cards. */
  steps(report: string): Promise<Posting[]>;
}

export interface PostingWriter extends PostingReader {
  /** Of what stands in a place already, the first stays. */
  keep(posting: Posting): Promise<void>;
}
