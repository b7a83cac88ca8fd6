import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemBody } from '../../src/platforms/web/api.ts';
import { Broken } from './broken.ts';
import type { Connection } from './connection.ts';

/** What came back in the end. */
export interface Reply {
  status: number;
  body: unknown;
  cookie: string;
  /** How often it was sent before without an answer: it may have arrived all the same. */
  lost: number;
  /** How often the program said that it takes nothing at the moment. */
  refused: number;
}

const TRIES_AGAIN_AFTER_MS = 200;
/** Longer than the program itself waits for a database. */
const GIVES_UP_AFTER_MS = 90_000;
const UNAVAILABLE = 503;

/**
 * Sends until the whole answer is there: the program may be killed in the middle, or have no database for a while.
 * @param onRefused after how many milliseconds somebody was told to try again
 */
export async function persist(
  connection: Connection,
  route: string,
  init: RequestInit,
  onRefused: (ms: number) => void,
): Promise<Reply> {
  for (let lost = 0, refused = 0; ;) {
    const address = await connection.address();
    const began = Date.now();
    const reply = await once(address, route, init).catch(() => null);
    if (reply && reply.status !== UNAVAILABLE) return { ...reply, lost, refused };
    if (reply) {
      refused++;
      onRefused(Date.now() - began);
      expectClearWords(reply.body);
    } else lost++;
    await sleep(TRIES_AGAIN_AFTER_MS);
  }
}

/** Whoever has to try again is told so. */
function expectClearWords(body: unknown): void {
  const { problem, message } = body as Partial<ProblemBody>;
  if (problem !== 'try_again' || !message) throw new Broken(`no words for ${JSON.stringify(body)}`);
}

/** One attempt; rejects without a whole answer. */
export async function once(address: string, route: string, init: RequestInit) {
  const signal = AbortSignal.timeout(GIVES_UP_AFTER_MS);
  const response = await fetch(`${address}/api/v1${route}`, { ...init, signal });
  const body: unknown = await response.json();
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { status: response.status, body, cookie };
}
