import type { Result } from '../../domain/result.ts';

/**
 * What the bot's SDK has to do, and nothing else: verify what comes in, and speak to the connector. Everything above
 * this line knows no SDK, so that another one is one more file.
 */
export interface BotEdge {
  /**
   * Verifies the token of a request against the activity it came with: issuer, audience, expiry, service URL,
   * endorsements. Only then `turn` is called.
   */
  receive(
    request: BotRequest,
    turn: (activity: unknown) => Promise<InvokeAnswer | null>,
  ): Promise<HttpAnswer>;
  post(to: Conversation, activity: OutgoingActivity): Promise<Result<{ id: string }, BotFailure>>;
  update(
    to: Conversation,
    id: string,
    activity: OutgoingActivity,
  ): Promise<Result<{ id: string }, BotFailure>>;
  /** Takes back a message of the bot's own. */
  remove(to: Conversation, id: string): Promise<Result<{ id: string }, BotFailure>>;
  /** Opens a person's own conversation with the bot, or finds the one there is. */
  openPersonal(serviceUrl: string, user: string): Promise<Result<{ id: string }, BotFailure>>;
  /** Who somebody in a conversation is; null when they are not in it. */
  member(of: Conversation, user: string): Promise<Result<Member | null, BotFailure>>;
}

export interface BotRequest {
  /** Empty when there is none. */
  authorization: string;
  body: Readonly<Record<string, unknown>>;
}

export interface HttpAnswer {
  status: number;
  body?: unknown;
}

/** What an invoke is answered with, within its own HTTP response. */
export interface InvokeAnswer {
  status: number;
  body: unknown;
}

/** Where something goes: our own reference, plain data that is kept. */
export interface Conversation {
  serviceUrl: string;
  /** A channel's own id, with `;messageid=` of the message on top for its thread. */
  id: string;
}

export interface OutgoingActivity {
  type: 'message';
  text?: string;
  /** What a notification shows. */
  summary?: string;
  importance?: 'high';
  attachments?: readonly { contentType: string; content: object }[];
  entities?: readonly object[];
}

/** Somebody as the connector knows them, verified by the tenant. */
export interface Member {
  name: string;
  email: string | null;
  userPrincipalName: string | null;
  /** user, guest or anonymous; null where the connector does not say. */
  role: string | null;
}

/** The connector's answer to what we asked of it. */
export interface BotFailure {
  /** Null when there was no answer at all. */
  status: number | null;
  /** The connector's own code: MessageWritesBlocked. */
  code: string | null;
  retryAfterMs: number | null;
  /** The request was on its way when the answer failed to come: it may have been carried out. */
  sent: boolean;
}

export interface BotEdgeOptions {
  /** Null: nothing is verified, and no token is sent. Only on this machine, outside production. */
  app: BotApp | null;
  /** Whose tokens come in; of the public cloud when it is left out. */
  issuer?: TokenIssuer;
  /** Where the token for the connector comes from; Entra by the credentials of the app when it is left out. */
  token?: () => Promise<string>;
  /** How long the connector may take, in milliseconds. */
  timeoutMs?: number;
}

export interface BotApp {
  id: string;
  tenant: string;
  /** Null with a managed identity. */
  secret: string | null;
}

export interface TokenIssuer {
  name: string;
  /** Of its OpenID configuration. */
  metadataUrl: string;
}

/** Whose tokens come in from the public cloud. */
export const ISSUER = 'https://api.botframework.com';
/** How long the connector may take when nothing else is said, in milliseconds. */
export const TIMEOUT_MS = 10_000;
/** The kind of activity by which the SDKs are told what an invoke is answered with. */
export const INVOKE_ANSWER = 'invokeResponse';
export const CHANNEL = 'msteams';
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
