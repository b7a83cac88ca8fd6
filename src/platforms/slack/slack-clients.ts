import { webApi, type Logger } from '@slack/bolt';
import type { SlackSettings } from './slack-settings.ts';

export interface SlackClients {
  /** For the outbox: a slow answer is better than none. */
  patient: webApi.WebClient;
  /** For what has to be done while Slack waits for our answer, at most three seconds. */
  quick: webApi.WebClient;
}

const PATIENT_MS = 15_000;
const QUICK_MS = 2_000;

/** Neither of them waits or tries again by itself: when to go on is decided by the outbox. */
export function slackClients(
  { botToken, apiUrl }: Omit<SlackSettings, 'transport'>,
  logger: Logger,
): SlackClients {
  const client = (timeout: number) =>
    following(
      botToken,
      (token) => new webApi.WebClient(token, { ...clientOptions(apiUrl, logger), timeout }),
    );
  return { patient: client(PATIENT_MS), quick: client(QUICK_MS) };
}

/** One client for as long as the token stays: a token that is replaced takes effect with the next call. */
function following(token: () => string, make: (token: string) => webApi.WebClient): webApi.WebClient {
  let current = { token: token(), client: make(token()) };
  return new Proxy(current.client, {
    get: (_first, name) => {
      const now = token();
      if (now !== current.token) current = { token: now, client: make(now) };
      const found: unknown = Reflect.get(current.client, name, current.client);
      return typeof found === 'function' ? (found.bind(current.client) as unknown) : found;
    },
  });
}

export function clientOptions(apiUrl: string | null, logger: Logger): webApi.WebClientOptions {
  return {
    logger,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    ...(apiUrl !== null && { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
  };
}
