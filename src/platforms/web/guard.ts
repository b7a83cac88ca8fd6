import type { FastifyInstance } from 'fastify';
import type { Words } from '../../application/ports.ts';
import { refusal } from './answer.ts';
import { browserLocale } from './sessions.ts';

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface RequestMarks {
  method: string;
  url: string;
  port: number;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  contentType: string | undefined;
}

/**
 * A page of another site can make a browser send requests to this machine. The host name stops a name that was
 * rebound to 127.0.0.1; origin, fetch metadata and the JSON content type stop forged posts.
 */
function admits(marks: RequestMarks): boolean {
  const host = marks.host?.toLowerCase();
  if (host === undefined || !isOwnHost(host, marks.port)) return false;
  if (marks.origin !== undefined && marks.origin !== `http://${host}`) return false;
  if (!siteAllowed(marks)) return false;
  return !changes(marks.method) || /^application\/json *(;|$)/i.test(marks.contentType ?? '');
}

function isOwnHost(host: string, port: number): boolean {
  return LOOPBACK_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/** Following a link from elsewhere to the page itself does no harm; everything else must come from the page. */
function siteAllowed({ fetchSite, method, url }: RequestMarks): boolean {
  if (fetchSite === undefined || fetchSite === 'same-origin') return true;
  if (changes(method)) return false;
  return fetchSite === 'none' || !url.startsWith('/api/');
}

function changes(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Every answer carries the security headers; a request that is not the page's own gets 403. */
export function guard(app: FastifyInstance, words: Words): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    const { host, origin, 'content-type': contentType, 'sec-fetch-site': fetchSite } = request.headers;
    const marks = {
      method: request.method,
      url: request.url,
      port: request.socket.localPort ?? 0,
      host,
      origin,
      contentType,
      fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    };
    if (admits(marks)) return;
    const { status, body } = refusal('refused', words, browserLocale(request));
    await reply.code(status).send(body);
  });
}
