import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { questionView } from '../../support/sample-views.ts';
import { REPORTER, RISK_CHANNEL, RISK_HANDLER } from '../../support/small-organization.ts';
import { signedInClient, startWebWorld } from '../../support/web-world.ts';
import type { WebClient, WebWorld } from '../../support/web-world.ts';

let world: WebWorld;
let client: WebClient;
const home = `me:${REPORTER}`;

beforeEach(async () => {
  world = await startWebWorld();
  client = await signedInClient(world.address, REPORTER);
});
afterEach(() => world.stop());

interface OpenStream {
  /** The next change that is announced; undefined when the stream has ended. */
  next(): Promise<{ place: string; revision: number } | undefined>;
  cancel(): Promise<void>;
}

async function openStream(as: WebClient): Promise<OpenStream> {
  const response = await as.get('/stream');
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  if (!response.body) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next: OpenStream['next'] = async () => {
    const found = /event: change\ndata: (.*)\n\n/.exec(buffer);
    if (found) {
      buffer = buffer.slice(found.index + found[0].length);
      return JSON.parse(found[1] ?? '') as { place: string; revision: number };
    }
    const { done, value } = await reader.read();
    if (done) return undefined;
    buffer += value;
    return next();
  };
  return { next, cancel: () => reader.cancel() };
}

function post(place: string, key: string): Promise<unknown> {
  return world.platform.send({
    key,
    to: { platform: 'web', place },
    view: questionView(),
    card: null,
    mention: false,
  });
}

test('it begins with where every place stands, so that nothing missed stays missed', async () => {
  await post(home, 'a');
  await post(home, 'b');
  const stream = await openStream(client);
  expect(await stream.next()).toEqual({ place: home, revision: 2 });
  await stream.cancel();
});

test('a change is announced to whom the place belongs, and to nobody else', async () => {
  const handler = await signedInClient(world.address, RISK_HANDLER);
  const [mine, theirs] = [await openStream(client), await openStream(handler)];
  await mine.next();
  for (let places = 0; places < 3; places += 1) await theirs.next();
  await post(RISK_CHANNEL, 'a');
  await post(home, 'b');
  expect(await theirs.next()).toEqual({ place: RISK_CHANNEL, revision: 1 });
  expect(await mine.next()).toEqual({ place: home, revision: 1 });
  await Promise.all([mine.cancel(), theirs.cancel()]);
});

test('a change that says where its place stands is announced without asking', async () => {
  const stream = await openStream(client);
  await stream.next();
  const asked = vi.spyOn(world.webChat, 'revision');
  await post(home, 'a');
  expect(await stream.next()).toEqual({ place: home, revision: 1 });
  expect(asked).not.toHaveBeenCalled();
  await stream.cancel();
});

test('what was said while nobody listened is found from the revision last seen', async () => {
  const first = await openStream(client);
  const seen = await first.next();
  await first.cancel();
  await post(home, 'a');
  await post(home, 'b');
  const again = await openStream(client);
  const now = await again.next();
  const response = await client.get(`/places/${home}/messages?since=${seen?.revision ?? 0}`);
  const { messages, revision } = (await response.json()) as { messages: unknown[]; revision: number };
  expect([messages.length, revision]).toEqual([2, now?.revision]);
  await again.cancel();
});

test('stopping ends open streams and takes nothing new', async () => {
  const stream = await openStream(client);
  await stream.next();
  const stopped = world.platform.stop();
  expect(await stream.next()).toBeUndefined();
  await stopped;
  await expect(client.get('/session')).rejects.toThrow();
});

test('stopping does not wait for a connection that was opened and never used', async () => {
  const unused = connect(Number(new URL(world.address).port), '127.0.0.1');
  await once(unused, 'connect');
  unused.resume();
  await Promise.all([world.platform.stop(), once(unused, 'close')]);
});

test('who comes while it stops is told in words to try again', async () => {
  const late = connect(Number(new URL(world.address).port), '127.0.0.1');
  await once(late, 'connect');
  const stopped = world.platform.stop();
  late.write(
    `GET /api/v1/session HTTP/1.1\r\nhost: ${new URL(world.address).host}\r\nconnection: close\r\n\r\n`,
  );
  const [heard] = (await once(late, 'data')) as [Buffer];
  expect(heard.toString()).toMatch(/^HTTP\/1\.1 503 .*"problem":"try_again","message":"[^"]+"/su);
  await stopped;
});

test('it can be started again after a stop', async () => {
  await world.platform.stop();
  const again = await world.platform.start(world.edge);
  expect(again.ok).toBe(true);
});
