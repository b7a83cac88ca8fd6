import type { Instant } from '../../domain/business-time.ts';
import type { KnownEvent } from './inbound.ts';
import type { Address, DeadLetter, MessageRef, OutboxEntry, PlatformFailure, Rest } from './outgoing.ts';
import type { StoredConversation } from './storage.ts';

/** What workers and the receiving edge need besides transactions. */
export interface InboxQueue {
  /** A person's conversation as it stands, without a lock; for the fast lane. */
  conversationOf(person: string): Promise<StoredConversation | null>;
  /** An event that was stored, also when it has been worked on since; null for one that never came. */
  known(platform: string, eventId: string): Promise<KnownEvent | null>;
  /** People with open entries, oldest first. */
  peopleWaiting(limit: number): Promise<string[]>;
  /** Counts a failed attempt; true when the entry is given up and shown to administrators. */
  failed(id: string, reason: string, at: Instant): Promise<boolean>;
  /** Entries that were given up, newest first, for administrators. */
  givenUp(limit: number): Promise<GivenUpEntry[]>;
  /** How many entries nobody has worked on yet. */
  waiting(): Promise<number>;
}

export interface GivenUpEntry {
  id: string;
  person: string;
  attempts: number;
  failure: string;
  at: Instant;
}

export interface OutboxQueue {
  /**
   * The first due entry of each place that does not rest, unless somebody else holds it; claimed until `until`. What
   * is said to somebody comes before cards, which show whatever they show a moment later.
   */
  claim(now: Instant, until: Instant, limit: number, resting?: readonly Rest[]): Promise<OutboxEntry[]>;
  /** Nobody works on a claimed entry any more: unless it was sent or put back, it can be claimed again at once. */
  letGo(entry: OutboxEntry): void;
  /** @param ref null where there was nothing to say any more */
  sent(entry: OutboxEntry, ref: MessageRef | null, at: Instant): Promise<void>;
  retry(entry: OutboxEntry, failure: PlatformFailure, notBefore: Instant): Promise<void>;
  giveUp(entry: OutboxEntry, failure: PlatformFailure, at: Instant): Promise<void>;
  /** Sends it to another place, still claimed; false when it is no longer this worker's. */
  redirect(entry: OutboxEntry, to: Address): Promise<boolean>;
  /** When the next entry falls due, for the worker's sleep; null when nothing waits. */
  nextDue(resting?: readonly Rest[]): Promise<Instant | null>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  waiting(): Promise<number>;
}
