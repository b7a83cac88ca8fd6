import {
  SocketModeReceiver,
  type AckFn,
  type App,
  type Logger,
  type Receiver,
  type ReceiverEvent,
} from '@slack/bolt';
import { clientOptions } from './slack-clients.ts';
import type { SlackListener } from './listen-http.ts';
import type { SlackSettings } from './slack-settings.ts';

/**
 * A connection that we open ourselves, where nothing can come in from outside. The SDK acknowledges an event before its listeners
 * run; here what it says is held back until they are done, so that what could not be stored comes again.
 */
export function socketReceiver(
  { apiUrl }: Pick<SlackSettings, 'apiUrl'>,
  appToken: () => string,
  logger: Logger,
): SlackListener {
  const socket = new SocketModeReceiver({
    appToken: appToken(),
    logger,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl, logger), fetch: fetchWith(appToken) } },
  });
  const running = new Set<Promise<void>>();
  const receiver: Receiver = {
    init: (app) => {
      const held = {
        processEvent: (event: ReceiverEvent) => {
          const work = answeredAfterwards(app, event).finally(() => running.delete(work));
          running.add(work);
          return work;
        },
      };
      socket.init(held as unknown as App);
    },
    start: () => socket.start(),
    stop: () => socket.stop(),
  };
  return {
    receiver,
    start: async () => {
      await socket.start();
      return 'Slack (Socket Mode)';
    },
    stop: async () => {
      await Promise.allSettled(running);
      await socket.client.disconnect();
    },
  };
}

/** The SDK keeps the token that it began with: with one that was replaced no other connection would be opened. */
function fetchWith(appToken: () => string): typeof fetch {
  return (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${appToken()}`);
    return fetch(url, { ...init, headers });
  };
}

async function answeredAfterwards(app: App, event: ReceiverEvent): Promise<void> {
  const held: { answer: unknown; given: boolean } = { answer: undefined, given: false };
  const ack: AckFn<unknown> = (answer) => {
    held.answer = answer;
    held.given = true;
    return Promise.resolve();
  };
  await app.processEvent({ ...event, ack });
  if (held.given) await event.ack(held.answer);
}
