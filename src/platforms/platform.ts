import type { Edge, MessageRef, PlatformFailure, Post } from '../application/ports.ts';
import type { Result } from '../domain/result.ts';

/** A chat platform, seen from the house. Its folder listens, renders and reads; it decides nothing. */
export interface Platform {
  id: string;
  capabilities: Capabilities;
  /** Begins to listen; fails with what the operator has to mend. */
  start(edge: Edge): Promise<Result<Listening, StartProblem>>;
  /** Takes nothing new, finishes what it has. */
  stop(): Promise<void>;
  send(message: Post): Promise<Result<MessageRef, PlatformFailure>>;
  update(ref: MessageRef, message: Post): Promise<Result<MessageRef, PlatformFailure>>;
}

/** Differences as documented flags, never as branches elsewhere. */
export interface Capabilities {
  /** Can the bot delete the person's own message (personal data)? */
  deletesOriginals: boolean;
  /** Does it have pages of its own on which lists are opened? */
  lists: boolean;
  /** Does a form open beside the conversation? */
  forms: boolean;
  /** Can a message stand under another in a channel (`Post.under`)? */
  threads: boolean;
  /** Shortest time between two messages to one place, in milliseconds. */
  paceMs: number;
}

export interface Listening {
  /** Where people reach it, for the one line at start. */
  address: string;
}

export type StartProblem =
  | { kind: 'not_loopback'; host: string }
  /** `setting` is the one that names the port. */
  | { kind: 'port_in_use'; port: number; setting: string }
  /** By its own name for the reason, e.g. `invalid_auth`. */
  | { kind: 'slack_refused'; error: string }
  | { kind: 'slack_unreachable' };
