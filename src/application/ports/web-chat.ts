import type { Instant } from '../../domain/business-time.ts';
import type { View } from '../../domain/view.ts';
import type { MessageRef } from './outgoing.ts';

/** What the built-in web chat keeps of its own: what other platforms keep on their servers. */
export interface WebChat {
  /** Posts once per key and returns the same id for the same key; `fresh` when it was not there before. */
  post(message: NewWebMessage): Promise<MessageRef & { fresh: boolean }>;
  /** Shows another view in its place; a message that does not exist is no error. */
  update(ref: MessageRef, view: View, at: Instant): Promise<void>;
  /** Messages that were posted or changed after a revision, in the order of their change: for catching up without gaps. */
  since(place: string, revision: number, limit: number): Promise<PlaceMessages>;
  /** The last messages, or the last before a message id, oldest first. */
  page(place: string, before: string | null, limit: number): Promise<PlaceMessages>;
  /** 0 while nothing has been said there. */
  revision(place: string): Promise<number>;
  /** Everything up to the revision has been seen; an older mark never takes a newer one back. */
  markRead(person: string, place: string, revision: number): Promise<void>;
  /** Where each place stands for a person. What was only changed after it was read counts as read. */
  standings(person: string, places: readonly string[]): Promise<ReadonlyMap<string, PlaceStanding>>;
  /** Called after a place changed, through any instance; spurious calls happen. Returns how to stop. */
  onChange(listener: PlaceListener): () => void;
}

/** @param revision where the place stands now, if that is known */
export type PlaceListener = (place: string, revision: number | null) => void;

export interface PlaceMessages {
  /** Where the place stood at the moment at which the messages were read. */
  revision: number;
  messages: WebMessage[];
}

export interface PlaceStanding {
  revision: number;
  /** Messages of others posted after the person's mark, at most `MOST_UNREAD`. */
  unread: number;
  /** Of those, what mentions the group, newest first: the report of its card, or null. */
  mentions: readonly (string | null)[];
}

/** Nobody counts further. */
export const MOST_UNREAD = 100;

export interface NewWebMessage {
  key: string;
  place: string;
  author: WebAuthor;
  /** The bot's; of a person, the label of a button they pressed. */
  view: View | null;
  /** Masked words of a person. */
  text: string | null;
  /** Number of the report whose living card this is. */
  card: string | null;
  mention: boolean;
  at: Instant;
}

export interface WebMessage {
  id: string;
  place: string;
  /** Grows by one with each change in the place; a change is never seen before one with a lower number. */
  revision: number;
  at: Instant;
  editedAt: Instant | null;
  author: WebAuthor;
  view: View | null;
  text: string | null;
  card: string | null;
  mention: boolean;
}

export type WebAuthor = 'bot' | { person: string };
