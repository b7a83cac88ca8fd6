import { neverLeft } from '../never-left.ts';
import type { BotFailure } from './edge.ts';

/** As the SDK's HTTP layer hands over a request and takes its answer. */
export interface SdkRequest {
  url: string;
  method: string;
  headers: { toJson(options?: { preserveCase?: boolean }): Record<string, string> };
  body?: unknown;
}

export interface SdkResponse {
  request: SdkRequest;
  status: number;
  headers: SdkRequest['headers'];
  bodyAsText: string;
}

/** A request that was not carried out, or of which nobody knows. Its name keeps the SDK from trying it again. */
export class ConnectorFailure extends Error {
  readonly failure: BotFailure;
  constructor(failure: BotFailure, cause?: unknown) {
    super('the connector refused', { cause });
    this.name = 'ConnectorFailure';
    this.failure = failure;
  }
}

/**
 * Sends one request once. The SDK would repeat what failed, up to three times and for minutes: that is for the outbox
 * to decide, which knows what may be sent again.
 */
export function connectorHttp(timeoutMs: number): { sendRequest(request: SdkRequest): Promise<SdkResponse> } {
  return {
    sendRequest: async (request) => {
      const { status, text, retryAfter } = await once(request, timeoutMs);
      if (status < 300) return { request, status, headers: request.headers, bodyAsText: text };
      throw new ConnectorFailure({
        status,
        code: codeOf(text),
        retryAfterMs: retryAfterMs(retryAfter),
        sent: true,
      });
    },
  };
}

interface Answered {
  status: number;
  text: string;
  retryAfter: string | null;
}

async function once(request: SdkRequest, timeoutMs: number): Promise<Answered> {
  const { url, method } = request;
  try {
    const response = await fetch(url, {
      method,
      headers: request.headers.toJson({ preserveCase: true }),
      ...(typeof request.body === 'string' && { body: request.body }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, text, retryAfter: response.headers.get('retry-after') };
  } catch (cause) {
    throw new ConnectorFailure(
      { status: null, code: null, retryAfterMs: null, sent: !neverLeft(cause) },
      cause,
    );
  }
}

export function codeOf(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown } };
    return typeof error?.code === 'string' ? error.code : null;
  } catch {
    return null;
  }
}

/** Seconds or a date, as HTTP has it. */
export function retryAfterMs(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d+$/u.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
