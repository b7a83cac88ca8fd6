import type { Instant } from '../../domain/business-time.ts';
import type { Calling } from '../../domain/ladder.ts';
import type { PaceLimit } from '../../domain/pace.ts';
import type { Result } from '../../domain/result.ts';
import type { View } from '../../domain/view.ts';

/** Where a message goes on one platform. */
export interface Address {
  platform: string;
  place: string;
}

/** One row of the outbox before it is stored. `key` is unique for ever: writing it twice sends it once. */
export interface OutgoingMessage {
  key: string;
  to: Address;
  content: OutgoingContent;
  /** Mentions the responsible group; at most once per report and reason. */
  mention: boolean;
  /** Not before this moment; null is at once. */
  notBefore: Instant | null;
}

/**
 * view: said once, as it is. card: the one living card of a report in that place, rendered as the report stands when
 * it is sent, so that an update never shows an older state than one before it. step: what one step of a report says,
 * under its card in that place, rendered when it is sent like the card; only for platforms with threads. Reports by id.
 */
export type OutgoingContent =
  | { kind: 'view'; view: View; person: string | null; calls?: Calling }
  | { kind: 'card'; report: string }
  | { kind: 'step'; report: string; step: number };

export interface OutboxEntry extends OutgoingMessage {
  id: string;
  attempts: number;
  /** Where it could not be brought before it was sent on. */
  tried: readonly Address[];
}

/** What a platform returns for a message it has posted, and needs to update it. */
export interface MessageRef {
  id: string;
}

/** How a send failed, in one vocabulary for every platform. */
export interface PlatformFailure {
  code: 'rate_limited' | 'unavailable' | 'unknown_outcome' | 'no_such_place' | 'refused' | 'too_large';
  retryAfterMs: number | null;
}

/** One post or its update, rendered from a view by the platform. */
export interface Post {
  key: string;
  to: Address;
  view: View;
  /** Report number when this is its living card. */
  card: string | null;
  /** The card in the same place under which it goes; left out of a message of its own. Only on platforms with threads. */
  under?: MessageRef;
  mention: boolean;
  /** Those with a role for whom it is: called as a group of their own without a mention, else in its place. */
  calls?: Calling;
  /** From 1 on, and 1 when it is left out. An earlier attempt may have brought it unseen: it is looked for before it is posted again. */
  attempt?: number;
}

/** A place that takes nothing before this moment. */
export interface Rest {
  at: Address;
  until: Instant;
}

/** All platforms as one. */
export interface Messenger {
  send(post: Post): Promise<Result<MessageRef, PlatformFailure>>;
  update(ref: MessageRef, post: Post): Promise<Result<MessageRef, PlatformFailure>>;
  /** What one place of the platform takes. */
  paces(platform: string): readonly PaceLimit[];
  /** Whether the person's original words are gone once they are masked. */
  deletesOriginals(platform: string): boolean;
  /** Whether it has pages of its own on which lists are opened. */
  hasLists(platform: string): boolean;
  /** Whether what is said about a report stands under its card. */
  hasThreads(platform: string): boolean;
}

/** Where people and units are reached. */
export interface Directory {
  /** A person's own conversation, for someone who has not written yet. */
  personal(person: string): Address;
  /** The channels of a unit on every platform in use; its parent's, or the fallback channel, when it has none. */
  channels(unit: string): Address[];
  /** Of these, the unit's own: what is said inside a unit goes to no other. */
  ownChannels(unit: string): Address[];
  /**
   * Where to go with what cannot be brought to a place: the platform's fallback channel instead of a channel, another
   * platform instead of a person's own conversation. Null when everything was tried.
   */
  elsewhere(place: Address, tried: readonly Address[]): Address | null;
}

export interface DeadLetter {
  id: string;
  key: string;
  to: Address;
  attempts: number;
  failure: string;
  at: Instant;
}
