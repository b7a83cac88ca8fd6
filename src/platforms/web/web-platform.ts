import type { FastifyInstance } from 'fastify';
import type { Clock, Edge, Log, MessageRef, PlatformFailure, Post, Words } from '../../application/ports.ts';
import type { WebChat } from '../../application/ports/web-chat.ts';
import { fail, ok } from '../../domain/result.ts';
import type { Result } from '../../domain/result.ts';
import { isLoopback } from '../listening.ts';
import type { Capabilities, Platform } from '../platform.ts';
import { close } from './close.ts';
import type { WebDirectory } from './context.ts';
import { listen } from './listen.ts';
import { placeExists } from './places.ts';
import type { Health } from './routes-health.ts';
import { createServer } from './server.ts';

export interface WebPlatformParts {
  /** 127.0.0.1, ::1 or localhost; anything else is refused. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Signs the session cookies; at least 32 characters. */
  secret: string;
  webChat: WebChat;
  directory: WebDirectory;
  words: Words;
  clock: Clock;
  log: Log;
  /** Where the built page lies. */
  pageFolder: string;
  /** Whether everything that runs by itself does. */
  health: () => Promise<Health>;
}

/** The person's own words are shown masked, so that the original stands nowhere. */
const CAPABILITIES: Capabilities = {
  deletesOriginals: true,
  lists: true,
  threads: false,
  paces: [],
};

/** The built-in web chat: an HTTP API and the page that uses it, on this machine only. */
export function createWebPlatform(parts: WebPlatformParts): Platform {
  let server: FastifyInstance | null = null;
  return {
    id: 'web',
    capabilities: CAPABILITIES,
    start: async (edge: Edge) => {
      // Sample sessions know no password: the page must not be reachable from another machine.
      if (!isLoopback(parts.host)) return fail({ kind: 'not_loopback', host: parts.host });
      const { webChat, directory, words, clock, log, secret, pageFolder, health } = parts;
      const web = { edge, webChat, directory, words, clock, log };
      server = createServer({ web, secret, pageFolder, health });
      const listening = await listen(server, parts.host, parts.port);
      if (!listening.ok) await close(server);
      return listening;
    },
    stop: async () => {
      if (server) await close(server);
      server = null;
    },
    send: (post) => deliver(parts, post, () => send(parts, post)),
    update: (ref, post) => deliver(parts, post, () => update(parts, ref, post)),
  };
}

/** A card that was posted and not recorded may have changed since: it shows how its report stands now. */
async function send(
  { webChat, clock }: WebPlatformParts,
  { key, to, view, card, mention }: Post,
): Promise<MessageRef> {
  const at = clock.now();
  const message = { key, place: to.place, author: 'bot' as const, view, text: null, card, mention, at };
  const { id, fresh } = await webChat.post(message);
  if (card !== null && !fresh) await webChat.update({ id }, view, at);
  return { id };
}

async function update(
  { webChat, clock }: WebPlatformParts,
  ref: MessageRef,
  post: Post,
): Promise<MessageRef> {
  await webChat.update(ref, post.view, clock.now());
  return ref;
}

/** Storage that fails is tried again by the outbox; posting is idempotent by its key. */
async function deliver(
  { directory, log }: WebPlatformParts,
  { to }: Post,
  work: () => Promise<MessageRef>,
): Promise<Result<MessageRef, PlatformFailure>> {
  if (!placeExists(directory, to.place)) return fail({ code: 'no_such_place', retryAfterMs: null });
  try {
    return ok(await work());
  } catch (cause) {
    log.warn('a message could not be stored', { error: cause instanceof Error ? cause.name : 'unknown' });
    return fail({ code: 'unavailable', retryAfterMs: null });
  }
}
