/** How Slack is reached, and how it reaches us. */
export interface SlackSettings {
  /** xoxb-…, as it is at this moment. */
  botToken: () => string;
  /** Of a private test server; null is Slack itself. */
  apiUrl: string | null;
  /** Shortest time between two messages to one place, in milliseconds; that of Slack when it is left out. */
  paceMs?: number;
  transport: SlackTransport;
}

export type SlackTransport =
  | { kind: 'http'; host: string; port: number; /** As it is at this moment. */ signingSecret: () => string }
  | { kind: 'socket'; /** xapp-…, as it is at this moment. */ appToken: () => string };
