import { createHmac } from 'node:crypto';

/** One request of Slack's to the app, and what became of it. */
export interface Delivery {
  body: string;
  contentType: string;
  /** How often it was sent. */
  attempts: number;
  status: number | null;
  answer: unknown;
}

export interface Signing {
  secret: string;
  /** In seconds; the machine's own clock, by which the app measures the age of a request. */
  timestamp?: number;
}

/** Slack resends an event at once, after one and after five minutes. */
const RETRY_AFTER_MINUTES = [0, 1, 5] as const;
const ANSWER_WITHIN_MS = 3000;

export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Sends a request once, signed. */
export async function sendOnce(
  url: string,
  delivery: Delivery,
  { secret, timestamp = Math.floor(Date.now() / 1000) }: Signing,
): Promise<Delivery> {
  const retry = delivery.attempts;
  delivery.attempts += 1;
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: delivery.body,
      headers: {
        'content-type': delivery.contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signatureOf(secret, timestamp, delivery.body),
        ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' }),
      },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    delivery.status = response.status;
    const text = await response.text();
    delivery.answer =
      response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : text;
  } catch {
    delivery.status = null;
  }
  return delivery;
}

/** Events that were not taken, and when they come again. */
export interface Retries {
  add(delivery: Delivery): void;
  /** Sends whatever is due once so many minutes have passed. */
  pass(minutes: number, send: (delivery: Delivery) => Promise<Delivery>): Promise<void>;
}

export function createRetries(): Retries {
  let waiting: { delivery: Delivery; due: number }[] = [];
  let now = 0;
  const next = (delivery: Delivery) => {
    const after = RETRY_AFTER_MINUTES[delivery.attempts - 1];
    if (after !== undefined) waiting.push({ delivery, due: now + after });
  };
  return {
    add: next,
    pass: async (minutes, send) => {
      now += minutes;
      for (let due = waiting.filter((one) => one.due <= now); due.length > 0;) {
        waiting = waiting.filter((one) => one.due > now);
        for (const { delivery } of due) if ((await send(delivery)).status !== 200) next(delivery);
        due = waiting.filter((one) => one.due <= now);
      }
    },
  };
}
