import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';
import { checkMessage } from './check-blocks.ts';
import type { ResponseUrls } from './response-urls.ts';
import { SlackApiError } from './slack-error.ts';
import type { FakeBlock } from './workspace.ts';
import { callMethod, type ApiParts, type Args } from './web-api.ts';

/** One call as it came in. */
export interface ApiCall {
  method: string;
  args: Args;
  at: number;
  /** What it was answered: `ok`, an error of Slack's, or the fault. */
  answer: string;
}

export interface ApiServerParts extends ApiParts {
  tokens: { bot: string; app: string };
  faults: Faults;
  responseUrls: ResponseUrls;
  calls: ApiCall[];
  /** Shortest time between two messages to one channel, in milliseconds. */
  paceMs: number;
  now: () => number;
  /** Of Socket Mode, where it is offered. */
  openConnection?: () => string;
}

/** The Web API on a port of this machine. */
export async function apiServer(parts: ApiServerParts): Promise<{ server: Server; url: string }> {
  const posted = new Map<string, number>();
  const server = createServer((request, response) => {
    void serve(parts, posted, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}/api/` };
}

async function serve(
  parts: ApiServerParts,
  posted: Map<string, number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.startsWith('/response/') === true) return respond(parts, request, response);
  const method = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
  const args = await argsOf(request);
  const call: ApiCall = { method, args, at: parts.now(), answer: 'ok' };
  parts.calls.push(call);
  const fault = parts.faults.take(method) ?? tooFast(parts, posted, call);
  if (fault) call.answer = fault.kind;
  response.setHeader('x-oauth-scopes', [...parts.scopes].join(','));
  const done = fault === null || fault.kind === 'slow' || ('done' in fault && fault.done);
  const body = done ? answered(parts, call, request) : null;
  if (fault) broken(fault, body, response);
  else give(response, 200, body);
}

/** What is sent to a response_url takes the place of the message. */
async function respond(
  { workspace, responseUrls }: ApiServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { text, blocks } = (await argsOf(request)) as { text: string; blocks: FakeBlock[] };
  try {
    const { channel, ts } = responseUrls.use((request.url ?? '').replace('/response/', ''));
    checkMessage(text, blocks);
    const message = workspace.messages.find((one) => one.channel === channel && one.ts === ts);
    if (message) Object.assign(message, { text, blocks, isEdited: true });
    response.writeHead(message ? 200 : 404).end('ok');
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    give(response, 404, { ok: false, error: error.slackError });
  }
}

function answered(parts: ApiServerParts, call: ApiCall, request: IncomingMessage): object {
  try {
    authenticate(parts, call.method, request);
    if (call.method === 'apps.connections.open') {
      if (!parts.openConnection) throw new SlackApiError('not_allowed');
      return { ok: true, url: parts.openConnection() };
    }
    return { ok: true, ...callMethod(call.method, call.args, parts) };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    call.answer = error.slackError;
    return { ok: false, error: error.slackError, ...error.detail };
  }
}

function authenticate({ tokens }: ApiServerParts, method: string, { headers }: IncomingMessage): void {
  const token = headers.authorization?.replace(/^Bearer /, '');
  if (token === undefined || token === '') throw new SlackApiError('not_authed');
  const wanted = method === 'apps.connections.open' ? tokens.app : tokens.bot;
  if (token !== wanted) throw new SlackApiError('invalid_auth');
}

/** One message a second in each channel. */
function tooFast(
  { paceMs, now }: ApiServerParts,
  posted: Map<string, number>,
  { method, args }: ApiCall,
): Fault | null {
  if (method !== 'chat.postMessage') return null;
  const channel = String(args['channel']);
  const before = posted.get(channel) ?? -Infinity;
  // Timers are not that exact: a twentieth of it is forgiven.
  if (now() - before < paceMs * 0.95)
    return { kind: 'rate_limited', seconds: Math.max(1, Math.ceil(paceMs / 1000)) };
  posted.set(channel, now());
  return null;
}

function broken(fault: Fault, body: object | null, response: ServerResponse): void {
  switch (fault.kind) {
    case 'rate_limited':
      response.setHeader('retry-after', String(fault.seconds));
      give(response, 429, { ok: false, error: 'ratelimited' });
      return;
    case 'server_error':
      give(response, 500, { ok: false, error: 'internal_error' });
      return;
    case 'dropped':
      response.destroy();
      return;
    case 'slow':
      setTimeout(() => give(response, 200, body), fault.ms);
      return;
    case 'error':
      give(response, 200, { ok: false, error: fault.error });
      return;
  }
}

function give(response: ServerResponse, status: number, body: object | null): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function argsOf(request: IncomingMessage): Promise<Args> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const isJson = request.headers['content-type']?.startsWith('application/json') === true;
  return isJson ? (JSON.parse(body || '{}') as Args) : { ...parse(body) };
}
