import type { PlatformFailure } from '../../application/ports.ts';
import type { BotFailure } from './edge.ts';

/** The bot may not write there any more: uninstalled, blocked, removed from the team, left. */
const GONE: ReadonlySet<string> = new Set([
  'MessageWritesBlocked',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'BotDisabledByAdmin',
]);

/** Codes that say that a request came too soon, whatever the status beside them. */
const TOO_SOON: ReadonlySet<number> = new Set([412, 429]);
/** The service's own trouble: the same request is right a little later. */
const TROUBLE: ReadonlySet<number> = new Set([401, 408, 500, 502, 503, 504]);

/** The connector's failures in the house's words. Statuses as documented for bots in Teams; 412 is a precondition of its own storage. */
export function platformFailure({ status, code, retryAfterMs, sent }: BotFailure): PlatformFailure {
  if (status === null) return { code: sent ? 'unknown_outcome' : 'unavailable', retryAfterMs: null };
  if (status === 413 || code === 'MessageSizeTooBig') return { code: 'too_large', retryAfterMs: null };
  if (code !== null && GONE.has(code)) return { code: 'no_such_place', retryAfterMs: null };
  if (TOO_SOON.has(status)) return { code: 'rate_limited', retryAfterMs };
  if (TROUBLE.has(status)) return { code: 'unavailable', retryAfterMs };
  if (status === 403 || status === 404 || status === 410)
    return { code: 'no_such_place', retryAfterMs: null };
  return { code: 'refused', retryAfterMs: null };
}
