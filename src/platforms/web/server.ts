import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import { give, problemAnswer, refusal } from './answer.ts';
import type { WebContext } from './context.ts';
import { guard } from './guard.ts';
import { actionRoutes } from './routes-actions.ts';
import { healthRoute, type Health } from './routes-health.ts';
import { messageRoutes } from './routes-messages.ts';
import { placeRoutes } from './routes-places.ts';
import { reportRoutes } from './routes-reports.ts';
import { sessionRoutes } from './routes-session.ts';
import { localeOf } from './sessions.ts';
import { createStreams, streamRoute } from './stream.ts';

/** 40,000 characters fit even when a client escapes each of them twice over (`\uXXXX\uXXXX`). */
const BODY_LIMIT = 512 * 1024;

export interface ServerParts {
  web: WebContext;
  /** Signs the session cookies. */
  secret: string;
  /** Where the built page lies. */
  pageFolder: string;
  health: () => Promise<Health>;
}

/** Everything the web chat answers, not listening yet. */
export function createServer({ web, secret, pageFolder, health }: ServerParts): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    // Fastify's own answer has no words for the person who asks: see below.
    return503OnClosing: false,
  });
  guard(app, web.words);
  handleErrors(app, web);
  app.register(fastifyCookie, { secret });
  app.register(fastifyStatic, { root: pageFolder, setHeaders: cacheByName });
  healthRoute(app, health);
  const streams = createStreams(web.webChat, web.log);
  refuseOnceClosing(app, web, () => streams.close());
  app.register(
    (api, _options, done) => {
      sessionRoutes(api, web);
      placeRoutes(api, web);
      messageRoutes(api, web);
      actionRoutes(api, web);
      reportRoutes(api, web);
      streamRoute(api, web, streams);
      done();
    },
    { prefix: '/api/v1' },
  );
  return app;
}

/** Who comes while the server stops is told to try again: whatever is refused has not been stored. */
function refuseOnceClosing(app: FastifyInstance, web: WebContext, closeStreams: () => void): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    closeStreams();
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isClosing) return;
    await give(reply, problemAnswer({ kind: 'try_again' }, web.words, localeOf(request, web.directory)));
  });
}

/** Built files carry a hash of their content in their name; the page itself is always asked for again. */
function cacheByName(response: { setHeader(name: string, value: string): void }, path: string): void {
  const unchanging = /[\\/]assets[\\/]/.test(path);
  response.setHeader('cache-control', unchanging ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Nothing of an error's message reaches a log or a client: it may quote what a person wrote. */
function handleErrors(app: FastifyInstance, web: WebContext): void {
  app.setNotFoundHandler((request, reply) =>
    give(reply, refusal('not_found', web.words, localeOf(request, web.directory))),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const locale = localeOf(request, web.directory);
    if (error.statusCode === 413) return give(reply, refusal('too_large', web.words, locale));
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return give(reply, refusal('unreadable', web.words, locale));
    }
    web.log.error('web request failed', {
      route: request.routeOptions.url,
      error: error.name,
      code: error.code,
    });
    return give(reply, problemAnswer({ kind: 'try_again' }, web.words, locale));
  });
}
