import { apiServer, type ApiCall } from './api-server.ts';
import { createRetries, sendOnce, type Delivery, type Signing } from './deliver-requests.ts';
import { createFaults, type Faults } from './faults.ts';
import { botScopes } from '../../../src/platforms/slack/slack-uses.ts';
import { createResponseUrls } from './response-urls.ts';
import { createSocket, type FakeSocket } from './socket.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import {
  aUser,
  emptyWorkspace,
  openDirect,
  type FakeChannel,
  type FakeUser,
  type Workspace,
} from './workspace.ts';

export interface FakeSlackOptions {
  /** Those that the manifest asks for when it is left out. */
  scopes?: readonly string[];
  /** Shortest time between two messages to one channel, in milliseconds; Slack's own is a second. */
  paceMs?: number;
  /** Requests come in over a connection that the app opens. */
  socketMode?: boolean;
}

/** Slack as an app meets it: its Web API on a port of this machine, and signed requests to the app. */
export interface FakeSlack {
  apiUrl: string;
  tokens: { bot: string; app: string };
  signingSecret: string;
  workspace: Workspace;
  faults: Faults;
  triggers: Triggers;
  /** Every call of the Web API, oldest first. */
  calls: ApiCall[];
  /** Every request to the app, oldest first. */
  deliveries: Delivery[];
  addUser(id: string, over?: Partial<FakeUser>): FakeUser;
  addChannel(id: string, name: string, over?: Partial<Omit<FakeChannel, 'id' | 'name'>>): FakeChannel;
  /** Where the app takes requests. */
  connect(url: string): void;
  /** An event in the envelope of the Events API; delivered again as Slack does while it is not taken. */
  event(event: Record<string, unknown>, over?: Record<string, unknown>): Promise<Delivery>;
  /** A press, a modal, a shortcut or a search; never sent twice. */
  interact(payload: Record<string, unknown>): Promise<Delivery>;
  command(fields: Record<string, string>): Promise<Delivery>;
  /** Sends a request once more, as whoever has recorded it could. */
  resend(delivery: Delivery, signing?: Partial<Signing>): Promise<Delivery>;
  /** Lets Slack's own time go on: events that were not taken come again. */
  pass(minutes: number): Promise<void>;
  nextTs(): string;
  /** The connections of Socket Mode; null over HTTP. */
  socket: FakeSocket | null;
  /** Where the app may change a message whose button was pressed, five times within half an hour. */
  responseUrl(channel: string, ts: string): string;
  /** Every message in a channel that was not deleted, oldest first. */
  messagesIn(channel: string): Workspace['messages'];
  close(): Promise<void>;
}

export async function fakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const workspace = emptyWorkspace();
  const tokens = { bot: 'xoxb-fake', app: 'xapp-fake' };
  const signingSecret = 'fake-signing-secret-0123456789';
  const faults = createFaults();
  const triggers = createTriggers(() => performance.now());
  const responseUrls = createResponseUrls(() => performance.now());
  const retries = createRetries();
  const calls: ApiCall[] = [];
  const deliveries: Delivery[] = [];
  const clock = { ts: 1_763_600_000, n: 0 };
  const nextTs = () => `${clock.ts}.${String((clock.n += 1)).padStart(6, '0')}`;
  const socket: FakeSocket | null = options.socketMode === true ? await createSocket() : null;
  const { server, url } = await apiServer({
    workspace,
    scopes: new Set(options.scopes ?? botScopes()),
    triggers,
    nextTs,
    tokens,
    faults,
    responseUrls,
    calls,
    paceMs: options.paceMs ?? 0,
    now: () => performance.now(),
    ...(socket && { openConnection: () => socket.url }),
  });
  const app = { url: '' };

  const send = (delivery: Delivery, signing: Partial<Signing> = {}): Promise<Delivery> =>
    socket ? socket.send(delivery) : sendOnce(app.url, delivery, { secret: signingSecret, ...signing });
  const begin = (body: string, contentType: string): Promise<Delivery> => {
    const delivery: Delivery = { body, contentType, attempts: 0, status: null, answer: null };
    deliveries.push(delivery);
    return send(delivery);
  };
  const form = (fields: Record<string, string>) =>
    begin(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  let events = 0;

  return {
    apiUrl: url,
    tokens,
    signingSecret,
    workspace,
    faults,
    triggers,
    calls,
    deliveries,
    addUser: (id, over = {}) => {
      const user = { ...aUser(id, workspace.team), ...over };
      workspace.users.set(id, user);
      return user;
    },
    addChannel: (id, name, over = {}) => {
      const members = over.members ?? new Set([workspace.bot.user]);
      const channel: FakeChannel = { kind: 'public', isArchived: false, ...over, members, id, name };
      workspace.channels.set(id, channel);
      return channel;
    },
    connect: (to) => void (app.url = to),
    event: async (event, over = {}) => {
      const envelope = {
        type: 'event_callback',
        team_id: workspace.team,
        api_app_id: 'A0TSUTAE',
        event_id: `Ev${String((events += 1)).padStart(8, '0')}`,
        event_time: clock.ts,
        authorizations: [{ team_id: workspace.team, user_id: workspace.bot.user, is_bot: true }],
        event,
        ...over,
      };
      const delivery = await begin(JSON.stringify(envelope), 'application/json');
      if (delivery.status !== 200) {
        retries.add(delivery);
        await retries.pass(0, send);
      }
      return delivery;
    },
    interact: (payload) => {
      const full = {
        team: { id: workspace.team, domain: 'pension' },
        api_app_id: 'A0TSUTAE',
        token: 'x',
        ...payload,
      };
      return form({ payload: JSON.stringify(full) });
    },
    command: (fields) => form({ team_id: workspace.team, api_app_id: 'A0TSUTAE', ...fields }),
    resend: (delivery, signing) => send(delivery, signing),
    pass: (minutes) => retries.pass(minutes, send),
    nextTs,
    socket,
    responseUrl: (channel, ts) => `${url.replace('/api/', '/response/')}${responseUrls.give(channel, ts)}`,
    messagesIn: (channel) => workspace.messages.filter((one) => one.channel === channel && !one.isDeleted),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await socket?.close();
    },
  };
}

/** A channel of direct messages, opened as by the user. */
export function directChannel(slack: FakeSlack, user: string): FakeChannel {
  return openDirect(slack.workspace, user);
}
