import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { echoEdge } from '../../support/echo-edge.ts';
import { memoryWebChat } from '../../support/memory-web-chat.ts';
import { REPORTER } from '../../support/small-organization.ts';
import {
  bodyOf,
  recordingLog,
  signedInClient,
  startWebWorld,
  webPlatformFor,
} from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let reporter: WebClient;

beforeAll(async () => {
  world = await startWebWorld();
  reporter = await signedInClient(world.address, REPORTER);
});
afterAll(() => world.stop());

/** A request with headers that fetch would not let through. */
function raw(headers: Record<string, string>, path = '/api/v1/identities'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(world.address + path, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

describe('where it listens', () => {
  test.each(['0.0.0.0', '::', '192.0.2.1', 'example.org', ''])('%j is refused', async (host) => {
    const platform = webPlatformFor(memoryWebChat(), recordingLog([]), { host });
    expect(await platform.start(echoEdge(memoryWebChat()))).toEqual({
      ok: false,
      problem: { kind: 'not_loopback', host },
    });
  });

  test('a port that is taken is named', async () => {
    const port = Number(new URL(world.address).port);
    const platform = webPlatformFor(memoryWebChat(), recordingLog([]), { port });
    const started = await platform.start(echoEdge(memoryWebChat()));
    expect(started).toEqual({ ok: false, problem: { kind: 'port_in_use', setting: 'TSUTAE_PORT', port } });
  });
});

describe('what it lets in', () => {
  test.each(['evil.example', '127.0.0.1:1', 'localhost', '127.0.0.1.evil.example:80'])(
    'the host name %s is refused',
    async (host) => expect(await raw({ host })).toBe(403),
  );

  test('every loopback name with the port is its own', async () => {
    const { port } = new URL(world.address);
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect(await raw({ host: `${name}:${port}` })).toBe(200);
    }
  });

  test('a foreign origin is refused, its own is not', async () => {
    expect((await reporter.get('/session', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await reporter.get('/session', { origin: 'null' })).status).toBe(403);
    expect((await reporter.get('/session', { origin: world.address })).status).toBe(200);
  });

  test.each(['cross-site', 'same-site', 'none'])('a post from %s is refused', async (site) => {
    const response = await reporter.post('/session', { person: REPORTER }, { 'sec-fetch-site': site });
    expect(response.status).toBe(403);
    expect(await bodyOf(response)).toMatchObject({ problem: 'refused' });
  });

  test('a link from another site may open the page but not the API', async () => {
    const { host } = new URL(world.address);
    expect(await raw({ host, 'sec-fetch-site': 'cross-site' }, '/index.html')).toBe(200);
    expect(await raw({ host, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'a post as %j is refused',
    async (type) => {
      const response = await reporter.post('/session', { person: REPORTER }, { 'content-type': type });
      expect(response.status).toBe(403);
    },
  );

  test('the security headers stand on answers and refusals alike', async () => {
    const answers = [await reporter.get('/session'), await reporter.get('/session', { origin: 'http://x' })];
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});
