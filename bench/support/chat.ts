import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Press } from '../../src/domain/view.ts';
import { isHint } from '../../test/long/timeline.ts';
import type { Change, Message, MessagePage, OpenedForm, PressAnswer } from '../../src/platforms/web/api.ts';

const ANSWERS_WITHIN_MS = 30_000;

/** One person in front of the web chat, who sees what the page would show: announced by the stream, then read. */
export interface Chat {
  home: string;
  messagesIn(place: string): Message[];
  say(text: string): Action;
  press(place: string, press: Press): Action;
  /** The form that a press opens. */
  open(place: string, press: Press): Promise<OpenedForm>;
  submit(place: string, form: OpenedForm, press: Press, values: Readonly<Record<string, string>>): Action;
  /**
   * Does it, and waits for the message that answers it.
   * @param isAnswer by which a message that is new or has changed is known to be the answer
   */
  act(action: Action, isAnswer?: (message: Message) => boolean): Promise<Reply>;
  leave(): void;
}

export interface Action {
  path: string;
  place: string;
  body: object;
}

/** Milliseconds from the request until the program has acknowledged, and until its answer can be seen. */
export interface Reply {
  acknowledged: number;
  replied: number;
  message: Message;
}

interface Feed {
  messages: Map<string, Message>;
  revision: number;
  wanted: number;
  reading: boolean;
}

export async function enterChat(
  address: string,
  person: string,
  channels: readonly string[] = [],
): Promise<Chat> {
  const api = `${address}/api/v1`;
  const cookie = await signIn(api, person);
  const leaving = new AbortController();
  const home = `me:${person}`;
  const places = [home, ...channels];
  const feeds = new Map(places.map((place) => [place, emptyFeed()]));
  const watchers = new Set<(place: string, message: Message) => void>();

  async function reach(place: string, revision: number): Promise<void> {
    const feed = feeds.get(place);
    if (!feed) return;
    feed.wanted = Math.max(feed.wanted, revision);
    if (feed.reading) return;
    feed.reading = true;
    while (feed.revision < feed.wanted) await readOn(place, feed);
    feed.reading = false;
  }

  async function readOn(place: string, feed: Feed): Promise<void> {
    const url = `${api}/places/${encodeURIComponent(place)}/messages?limit=100&since=${String(feed.revision)}`;
    const read = () => fetch(url, { headers: { cookie }, signal: leaving.signal });
    // As a browser does when the server has just closed the connection that it would have used again.
    const response = await read().catch((cause: unknown) =>
      leaving.signal.aborted ? Promise.reject(cause as Error) : read(),
    );
    const page = (await response.json()) as MessagePage;
    feed.revision = page.revision;
    for (const message of page.messages) {
      feed.messages.set(message.id, message);
      watchers.forEach((watch) => watch(place, message));
    }
  }

  /** The stream begins with where every place stands. */
  const caughtUp = new Map<string, () => void>();
  const entered = Promise.all(
    places.map((place) => new Promise<void>((resolve) => caughtUp.set(place, resolve))),
  );
  async function onChange({ place, revision }: Change): Promise<void> {
    await reach(place, revision);
    caughtUp.get(place)?.();
  }

  const stream = await fetch(`${api}/stream`, { headers: { cookie }, signal: leaving.signal });
  void untilLeft(listen(stream, (change) => void untilLeft(onChange(change))));
  await within(entered, 'the history');

  function post({ path, place, body }: Action): Promise<Response> {
    return fetch(`${api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ eventId: randomUUID(), place, ...body }),
    });
  }

  function answer(
    matches: (place: string, message: Message) => boolean,
  ): Promise<{ message: Message; at: number }> {
    return new Promise((resolve) => {
      const watch = (place: string, message: Message): void => {
        if (!matches(place, message)) return;
        watchers.delete(watch);
        resolve({ message, at: performance.now() });
      };
      watchers.add(watch);
    });
  }

  return {
    home,
    messagesIn: (place) => [...(feeds.get(place)?.messages.values() ?? [])],
    say: (text) => ({ path: '/messages', place: home, body: { text } }),
    press: (place, press) => ({ path: '/presses', place, body: { press } }),
    open: async (place, press) => {
      const response = await post({ path: '/presses', place, body: { press } });
      const { form } = (await response.json()) as PressAnswer;
      if (!form) throw new Error(`no form of ${press.action}: ${String(response.status)}`);
      return form;
    },
    submit: (place, { opener }, press, values) => ({
      path: '/forms',
      place,
      body: { opener, press, values },
    }),
    act: async (action, isAnswer) => {
      const { path } = action;
      const known = new Set(feeds.get(home)?.messages.keys());
      const fromBot = (at: string, message: Message) =>
        at === home && message.author.kind === 'bot' && !known.has(message.id) && !isHint(message);
      const answered = answer((at, message) => (isAnswer ? isAnswer(message) : fromBot(at, message)));
      const start = performance.now();
      const response = await post(action);
      const acknowledged = performance.now() - start;
      if (response.status !== 202) throw new Error(`${path}: ${String(response.status)}`);
      await response.arrayBuffer();
      const { message, at } = await within(answered, path);
      return { acknowledged, replied: at - start, message };
    },
    leave: () => leaving.abort(),
  };
}

function emptyFeed(): Feed {
  return { messages: new Map(), revision: 0, wanted: 0, reading: false };
}

/** The cookie of a session. */
export async function signIn(api: string, person: string): Promise<string> {
  const response = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`sign-in: ${String(response.status)}`);
  await response.arrayBuffer();
  return cookie;
}

/** Server-sent events: one `data:` line for each change. */
async function listen(stream: Response, onChange: (change: Change) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  if (!stream.body) return;
  for await (const part of Readable.fromWeb(stream.body as ReadableStream<Uint8Array>)) {
    const lines = (rest + decoder.decode(part as Uint8Array, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) onChange(JSON.parse(line.slice(6)) as Change);
  }
}

/** Whoever leaves breaks off what is being read. */
async function untilLeft(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    if (!(cause instanceof Error && cause.name === 'AbortError')) throw cause;
  }
}

async function within<T>(work: Promise<T>, what: string): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(ANSWERS_WITHIN_MS, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`${what}: no answer`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    waiting.abort();
    late.catch(() => undefined);
  }
}

/** The press of a message's, or a form's, button with this label or of this action. */
export function pressOf(
  { card }: { card: unknown },
  wanted: { label?: string; action?: string },
): Press | null {
  const found = buttonsOf(card).find(
    ({ title, press }) => title === wanted.label || press.action === wanted.action,
  );
  return found?.press ?? null;
}

function buttonsOf(node: unknown): { title: string; press: Press }[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, title, data, ...rest } = node as {
    type?: unknown;
    title?: unknown;
    data?: { press?: Press };
  };
  if (type === 'Action.Execute') return data?.press ? [{ title: String(title), press: data.press }] : [];
  return Object.values(rest).flatMap(buttonsOf);
}
