import type {
  AccountBook,
  Clock,
  Edge,
  Log,
  MessageRef,
  PlatformFailure,
  Post,
  ReachBook,
  Words,
} from '../application/ports.ts';
import type { Calendar } from '../domain/business-time.ts';
import type { Organization } from '../domain/organization.ts';
import type { PaceLimit } from '../domain/pace.ts';
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
  /** Can a message stand under another in a channel (`Post.under`)? */
  threads: boolean;
  /** What one place takes; none where nothing is too fast. */
  paces: readonly PaceLimit[];
}

/** In a chat that is somebody else's: what people wrote stays theirs, and there are no pages of ours. */
export const FOREIGN_CHAT: Omit<Capabilities, 'paces'> = {
  deletesOriginals: false,
  lists: false,
  threads: true,
};

/** What the edge of every such chat works with, besides its own settings. */
export interface ChatParts {
  accounts: AccountBook;
  reach: Pick<ReachBook, 'bindings'>;
  organization: Organization;
  calendar: Calendar;
  words: Words;
  clock: Clock;
  log: Log;
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
