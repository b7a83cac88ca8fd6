import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Log } from '../../application/ports.ts';
import type { WebChat } from '../../application/ports/web-chat.ts';
import { give, refusal } from './answer.ts';
import type { Change } from './api.ts';
import type { WebContext } from './context.ts';
import { placesOf } from './places.ts';
import { localeOf, sessionReader } from './sessions.ts';

/** Keeps proxies and sleeping sockets from closing a quiet stream, and finds those that are gone. */
const HEARTBEAT_MS = 15_000;

/** Open event streams. They carry places and revisions only: what stands there is read with the reader's rights. */
export interface Streams {
  /** Begins with where every place stands now, so that a client that was away sees what it missed. */
  open(places: readonly string[]): Readable;
  close(): void;
}

interface OpenStream {
  places: ReadonlySet<string>;
  out: PassThrough;
  sent: number;
}

export function createStreams(webChat: WebChat, log: Log): Streams {
  const streams = new Set<OpenStream>();

  async function announce(place: string, to: Iterable<OpenStream>, known: number | null): Promise<void> {
    const showing = [...to].filter((stream) => stream.places.has(place));
    if (showing.length === 0) return;
    try {
      const revision = known ?? (await webChat.revision(place));
      for (const stream of showing) write(stream, { place, revision });
    } catch (cause) {
      log.warn('a change could not be announced', { error: cause instanceof Error ? cause.name : 'unknown' });
    }
  }

  const stopListening = webChat.onChange((place, revision) => void announce(place, streams, revision));
  const heartbeat = setInterval(() => {
    for (const { out } of streams) out.write(': still here\n\n');
  }, HEARTBEAT_MS).unref();

  return {
    open: (places) => {
      const stream = { places: new Set(places), out: new PassThrough(), sent: 0 };
      streams.add(stream);
      stream.out.on('close', () => streams.delete(stream));
      stream.out.write('retry: 1000\n\n');
      for (const place of places) void announce(place, [stream], null);
      return stream.out;
    },
    close: () => {
      stopListening();
      clearInterval(heartbeat);
      for (const { out } of streams) out.end();
      streams.clear();
    },
  };
}

function write(stream: OpenStream, change: Change): void {
  if (stream.out.writable) {
    stream.sent += 1;
    stream.out.write(`id: ${stream.sent}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
  }
}

export function streamRoute(app: FastifyInstance, web: WebContext, streams: Streams): void {
  app.get('/stream', (request, reply) => {
    const reader = sessionReader(request, web.directory);
    if (!reader) return give(reply, refusal('no_session', web.words, localeOf(request, web.directory)));
    // The socket ends with its stream, so that a stop need not wait for idle connections.
    return reply
      .type('text/event-stream')
      .header('connection', 'close')
      .send(streams.open(placesOf(web.directory, reader.person.id)));
  });
}
