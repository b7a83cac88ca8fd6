import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Answer {
  status: number;
  contentType: string;
  body: string;
}

/** One request of Slack's, and what each of its copies was answered that an instance has taken. */
export interface Balanced {
  body: string;
  answers: Answer[];
}

/**
 * Stands before several instances, where Slack sends everything. Each request is brought so often that every instance
 * gets it twice, in no order and among the requests of others, the repeats with the number by which Slack tells them;
 * of events, which Slack sends again minutes later, the last copy is kept until it is let go.
 */
export interface Balancer {
  url: string;
  /** Where the instances take requests now; one that does not answer, or is too busy to, is passed over. */
  instances: string[];
  /** Oldest first. */
  requests: Balanced[];
  /** Brings the copies that were kept. */
  late(): Promise<void>;
  /** Once every copy that is under way was answered, also those for which Slack has waited too long. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Slack sends an event, and up to three times again: https://docs.slack.dev/apis/events-api/#retries. */
const TIMES = 4;
/** Copies of requests that come together are mixed within this time, in milliseconds. */
const MIXED_WITHIN_MS = 40;
const TAKEN = 200;
const NOBODY: Answer = { status: 503, contentType: 'text/plain', body: '' };

export async function balancer(): Promise<Balancer> {
  const requests: Balanced[] = [];
  const kept: (() => Promise<unknown>)[] = [];
  const underWay = new Set<Promise<unknown>>();
  const self = { instances: [] as string[] };
  let turn = 0;

  async function copy(request: IncomingMessage, balanced: Balanced, number: number, at: number) {
    await sleep(Math.random() * MIXED_WITHIN_MS);
    const { instances } = self;
    for (let tried = 0; tried < instances.length; tried += 1) {
      const answer = await brought(
        instances[(at + tried) % instances.length] ?? '',
        request,
        balanced,
        number,
      );
      if (answer?.status === TAKEN) return void balanced.answers.push(answer);
    }
  }

  async function take(request: IncomingMessage): Promise<Answer> {
    const balanced: Balanced = { body: await bodyOf(request), answers: [] };
    requests.push(balanced);
    const first = (turn += 1);
    const copies = Array.from(
      { length: TIMES },
      (_none, number) => () => copy(request, balanced, number, first + number),
    );
    const isEvent = request.headers['content-type']?.startsWith('application/json') === true;
    if (isEvent) kept.push(...copies.splice(-1));
    await Promise.all(copies.map((bring) => bring()));
    return balanced.answers[0] ?? NOBODY;
  }

  const server = createServer((request, response) => {
    const taking = take(request)
      .then(({ status, contentType, body }) =>
        response.writeHead(status, { 'content-type': contentType }).end(body),
      )
      .catch(() => response.destroy())
      .finally(() => underWay.delete(taking));
    underWay.add(taking);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(self, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    late: async () => {
      await Promise.all(kept.splice(0).map((bring) => bring()));
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** Null where nobody answers. */
async function brought(
  instance: string,
  { headers }: IncomingMessage,
  { body }: Balanced,
  number: number,
): Promise<Answer | null> {
  const passedOn = ['content-type', 'x-slack-request-timestamp', 'x-slack-signature'];
  const own = passedOn.map((name) => [name, String(headers[name])] as const);
  const retry = { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': 'http_timeout' };
  try {
    const response = await fetch(instance, {
      method: 'POST',
      body,
      headers: { ...Object.fromEntries(own), ...(number > 0 && retry) },
    });
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, body: await response.text() };
  } catch {
    return null;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
