import type { Health } from '../../src/platforms/web/routes-health.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '../../src/application/ports.ts';
import type { WebChat } from '../../src/application/ports/web-chat.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import type { WebDirectory } from '../../src/platforms/web/context.ts';
import { createWebPlatform } from '../../src/platforms/web/web-platform.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { echoEdge } from './echo-edge.ts';
import type { EchoEdge } from './echo-edge.ts';
import { memoryWebChat } from './memory-web-chat.ts';
import {
  ENGLISH_HANDLER,
  REPORTER,
  RISK_CHANNEL,
  RISK_HANDLER,
  SERVICE_CHANNEL,
  TOKYO,
  smallOrganization,
} from './small-organization.ts';

/** The web edge listening on a free port, with a scripted application behind it. */
export interface WebWorld {
  address: string;
  platform: Platform;
  webChat: WebChat;
  edge: EchoEdge;
  /** Every line that was logged, as JSON. */
  logged: string[];
  stop(): Promise<void>;
  /** After a stop: at the same address, with everything that was said. */
  startAgain(): Promise<void>;
}

export const SECRET = 'only-for-tests-and-long-enough-to-sign';
const ROOT = join(import.meta.dirname, '../..');

export interface WorldOptions {
  host?: string;
  port?: number;
  pageFolder?: string;
  health?: () => Promise<Health>;
}

export function webPlatformFor(webChat: WebChat, log: Log, options: WorldOptions = {}): Platform {
  return createWebPlatform({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    secret: SECRET,
    webChat,
    directory: directory(),
    words: createWords({
      catalogs: loadLocales(join(ROOT, 'locales')),
      organization: smallOrganization(),
      calendar: TOKYO,
      today: () => '2026-11-20',
    }),
    clock: { now: () => new Date().toISOString() },
    log,
    pageFolder: options.pageFolder ?? join(ROOT, 'src/platforms/web/page'),
    health: options.health ?? (() => Promise.resolve({ state: 'ok', late: 0, since: null })),
  });
}

export async function startWebWorld(options: WorldOptions = {}): Promise<WebWorld> {
  const logged: string[] = [];
  const webChat = memoryWebChat();
  const edge = echoEdge(webChat);
  const log = recordingLog(logged);
  const start = async (port: number) => {
    const platform = webPlatformFor(webChat, log, { ...options, port });
    const listening = await platform.start(edge);
    if (!listening.ok) throw new Error(`the web edge did not start: ${listening.problem.kind}`);
    return { platform, address: listening.value.address };
  };
  const { platform, address } = await start(options.port ?? 0);
  const world: WebWorld = {
    address,
    platform,
    webChat,
    edge,
    logged,
    stop: () => world.platform.stop(),
    startAgain: async () => {
      world.platform = (await start(Number(new URL(address).port))).platform;
    },
  };
  return world;
}

export function recordingLog(lines: string[]): Log {
  const write = (message: string, data?: object) => void lines.push(JSON.stringify({ message, ...data }));
  const log: Log = { info: write, warn: write, error: write, child: () => log };
  return log;
}

function directory(): WebDirectory {
  const channels: Record<string, { place: string; unit: string }[]> = {
    [RISK_HANDLER]: [
      { place: RISK_CHANNEL, unit: 'risk' },
      { place: SERVICE_CHANNEL, unit: 'service' },
    ],
    [ENGLISH_HANDLER]: [{ place: RISK_CHANNEL, unit: 'risk' }],
  };
  return {
    organization: smallOrganization(),
    sampleIdentities: [
      { person: REPORTER, part: phrase('page.part.reporter') },
      { person: RISK_HANDLER, part: phrase('page.part.risk_handler') },
      { person: ENGLISH_HANDLER, part: phrase('page.part.english_staff') },
    ],
    channelsFor: (person) => channels[person] ?? [],
    calendar: TOKYO,
  };
}

/** One browser's worth of requests: keeps its cookie and sends what a page of the same origin would. */
export interface WebClient {
  signIn(person: string): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** A new action with an event id of its own. */
  say(place: string, text: string): Promise<Response>;
  cookie: string;
}

export function webClient(address: string): WebClient {
  const client: WebClient = {
    cookie: '',
    get: (path, headers = {}) =>
      fetch(`${address}/api/v1${path}`, { headers: { cookie: client.cookie, ...headers } }),
    post: (path, body, headers = {}) =>
      keeping(
        client,
        fetch(`${address}/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: client.cookie, ...headers },
          body: JSON.stringify(body),
        }),
      ),
    signIn: (person) => client.post('/session', { person }),
    say: (place, text) => client.post('/messages', { eventId: randomUUID(), place, text }),
  };
  return client;
}

/** As a browser does: a cookie of the same name is replaced, the others stay. */
async function keeping(client: WebClient, answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const all = [...client.cookie.split('; ').filter((cookie) => cookie !== ''), ...set];
  const byName = new Map(all.map((cookie) => [cookie.split('=')[0] ?? '', cookie]));
  client.cookie = [...byName.values()].join('; ');
  return response;
}

export async function signedInClient(address: string, person: string): Promise<WebClient> {
  const client = webClient(address);
  await client.signIn(person);
  return client;
}

/** A world with a reporter and a handler of the risk department signed in. */
export async function reporterAndHandler(): Promise<{
  world: WebWorld;
  reporter: WebClient;
  handler: WebClient;
}> {
  const world = await startWebWorld();
  const reporter = await signedInClient(world.address, REPORTER);
  return { world, reporter, handler: await signedInClient(world.address, RISK_HANDLER) };
}

export async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

export async function history(
  client: WebClient,
  place: string,
  query = '',
): Promise<{ messages: Record<string, unknown>[] }> {
  const response = await client.get(`/places/${encodeURIComponent(place)}/messages${query}`);
  return (await response.json()) as { messages: Record<string, unknown>[] };
}
