import { webApi } from '@slack/bolt';
import type { PlatformFailure } from '../../application/ports.ts';
import { neverLeft } from '../never-left.ts';

type Code = PlatformFailure['code'];

/** When Slack says that we are too fast and not for how long, in milliseconds. */
const PAUSE_MS = 30_000;

/**
 * Errors of Slack's methods (https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours) as the house
 * tells them apart. What stands nowhere here is refused: the same call would be refused again.
 */
const CODES: Readonly<Record<string, Code>> = {
  ratelimited: 'rate_limited',
  rate_limited: 'rate_limited',
  message_limit_exceeded: 'rate_limited',
  // Of the place: it is gone, closed, or we may not write there.
  channel_not_found: 'no_such_place',
  is_archived: 'no_such_place',
  not_in_channel: 'no_such_place',
  restricted_action: 'no_such_place',
  restricted_action_read_only_channel: 'no_such_place',
  cannot_dm_bot: 'no_such_place',
  user_not_found: 'no_such_place',
  users_not_found: 'no_such_place',
  user_disabled: 'no_such_place',
  user_not_visible: 'no_such_place',
  messages_tab_disabled: 'no_such_place',
  // Of the token: the operator mends it, and what waits is brought then.
  account_inactive: 'unavailable',
  invalid_auth: 'unavailable',
  not_authed: 'unavailable',
  token_expired: 'unavailable',
  token_revoked: 'unavailable',
  missing_scope: 'unavailable',
  no_permission: 'unavailable',
  access_denied: 'unavailable',
  ekm_access_denied: 'unavailable',
  accesslimited: 'unavailable',
  service_unavailable: 'unavailable',
  team_added_to_org: 'unavailable',
  request_timeout: 'unavailable',
  // "It is possible some aspect of the operation succeeded before the error was raised."
  fatal_error: 'unknown_outcome',
  internal_error: 'unknown_outcome',
  msg_too_long: 'too_large',
  msg_blocks_too_long: 'too_large',
  metadata_too_large: 'too_large',
};

/** What a call that was thrown out of Slack's client means. An error of ours is thrown on. */
export function slackFailure(error: unknown): PlatformFailure {
  const of = (code: Code, retryAfterMs: number | null = null): PlatformFailure => ({ code, retryAfterMs });
  if (error instanceof webApi.WebAPIRateLimitedError) return of('rate_limited', error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = CODES[error.data.error] ?? 'refused';
    return of(code, code === 'rate_limited' ? PAUSE_MS : null);
  }
  // Behind an error of the server, as behind silence, the message may stand there all the same.
  if (error instanceof webApi.WebAPIHTTPError)
    return of(error.statusCode >= 500 ? 'unknown_outcome' : 'unavailable');
  if (error instanceof webApi.WebAPIRequestError)
    return of(neverLeft(error.original) ? 'unavailable' : 'unknown_outcome');
  throw error;
}

/** The error's own name with Slack; null for what is none. */
export function slackErrorName(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
}

/** Slack's answers when it tells nothing of a channel: it is gone or closed to us, or the token may not ask. */
const UNTOLD: ReadonlySet<string> = new Set([
  'channel_not_found',
  'method_not_supported_for_channel_type',
  'missing_scope',
]);

/** Whether Slack has said that it will not tell of a channel; else it could not be asked, and may tell the next time. */
export function isUntold(error: unknown): boolean {
  return UNTOLD.has(slackErrorName(error) ?? '');
}
