import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { HTTPReceiver, type App, type Logger, type Receiver } from '@slack/bolt';
import type { SlackTransport } from './slack-settings.ts';

/** A way in for Slack. */
export interface SlackListener {
  receiver: Receiver;
  /** Takes requests from now on; returns where. */
  start(): Promise<string>;
  /** Takes nothing new, and answers what it has. */
  stop(): Promise<void>;
}

/** Where Slack sends everything: events, presses, commands. */
export const EVENTS_PATH = '/slack/events';
/** For a balancer: answers while requests are taken. */
const HEALTH_PATH = '/health';

const FIVE_MINUTES_S = 300;

/**
 * Slack's requests, each with its signature. The answer is given once the listeners are done, so that what could not be
 * stored is answered with 500 and comes again.
 */
export function httpReceiver(
  { host, port, signingSecret }: Extract<SlackTransport, { kind: 'http' }>,
  logger: Logger,
): SlackListener {
  const reading = readers(signingSecret, logger);
  const receiver = reading.first;
  // The SDK refuses what is old, and takes what is signed ahead of time.
  receiver.requestListener = (request, response) => {
    if (isFromFuture(request)) {
      logger.warn('Failed to parse and verify the request data');
      response.writeHead(401).end();
      return;
    }
    reading.now()(request, response);
  };
  let server: Server | null = null;
  return {
    receiver,
    start: async () => {
      const started: Server = await receiver.start({ host, port });
      server = started;
      const address = started.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      return `http://${host}:${bound}${EVENTS_PATH}`;
    },
    stop: async () => {
      if (server === null) return;
      server.closeIdleConnections();
      await receiver.stop();
      server = null;
    },
  };
}

/**
 * The SDK keeps the secret that it began with: one that is replaced is that of another reader, for the requests from
 * then on.
 */
function readers(secret: () => string, logger: Logger): { first: HTTPReceiver; now: () => RequestListener } {
  const begun = secret();
  const first = readerWith(begun, logger);
  let app: App | null = null;
  const init = first.init.bind(first);
  first.init = (inited) => {
    app = inited;
    init(inited);
  };
  let current = { secret: begun, listener: first.requestListener.bind(first) };
  const now = () => {
    const wanted = secret();
    if (wanted !== current.secret) {
      const next = readerWith(wanted, logger);
      if (app) next.init(app);
      current = { secret: wanted, listener: next.requestListener.bind(next) };
    }
    return current.listener;
  };
  return { first, now };
}

function readerWith(signingSecret: string, logger: Logger): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: [EVENTS_PATH],
    processBeforeResponse: true,
    logger,
    customRoutes: [
      {
        path: HEALTH_PATH,
        method: ['GET'],
        handler: (_request, response) => void response.writeHead(200).end(),
      },
    ],
  });
}

/** By the clock that the SDK measures the age of a request with. */
function isFromFuture({ headers }: IncomingMessage): boolean {
  const signedAt = Number(headers['x-slack-request-timestamp']);
  return signedAt > Date.now() / 1000 + FIVE_MINUTES_S;
}
