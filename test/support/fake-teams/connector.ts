import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOn } from './listen-on.ts';

/** One message as it stands in a conversation. */
export interface Posted {
  id: string;
  conversation: string;
  activity: SentActivity;
  updates: number;
  /** Put there by somebody else than the bot. */
  foreign?: true;
}

export interface SentActivity {
  type: string;
  text?: string;
  summary?: string;
  importance?: string;
  replyToId?: string;
  conversation?: { id: string; conversationType?: string };
  entities?: { type: string; text?: string; mentioned?: { id: string; name: string } }[];
  attachments?: { contentType: string; content: SentCard }[];
}

export interface SentCard {
  type: string;
  body: CardPart[];
  refresh?: { action: { verb: string; data: Record<string, unknown> } };
}

export interface CardPart extends Record<string, unknown> {
  type: string;
  text?: string;
  items?: CardPart[];
  actions?: CardPart[];
  facts?: { title: string; value: string }[];
}

/**
 * What goes wrong with the next requests: a status with its code, an answer that never comes although the work was
 * done, a connection that breaks before.
 */
export type Fault = (
  | { kind: 'status'; status: number; code?: string; retryAfter?: string }
  | { kind: 'drop_after' }
  | { kind: 'drop_before' }
) & {
  /** Of the next request to this conversation alone. */
  conversation?: string;
};

export interface Member {
  id: string;
  aadObjectId: string;
  name: string;
  email?: string;
  userPrincipalName?: string;
  userRole?: string;
}

export interface FakeConnector {
  url: string;
  posted: Posted[];
  /** What was taken back. */
  removed: Posted[];
  /** Authorization of every request, in order. */
  authorizations: string[];
  members: Map<string, Member>;
  /** Conversations that refuse us, with the code they give. */
  blocked: Map<string, string>;
  /** Taken by the next requests, one each. */
  faults: Fault[];
  /** Asked for every request before any of these. */
  askedFor: (() => Fault | null) | null;
  /** Whether it refuses what comes faster than Teams lets through, and how often it did. */
  keepsPace: boolean;
  overPace: number;
  /** When requests came to each conversation, oldest first; those that no pace looks at any more are dropped. */
  times: Map<string, number[]>;
  /** Takes requests and answers none, until it is released. */
  stalled: boolean;
  release(): void;
  close(): Promise<void>;
}

const KINDS: ReadonlySet<string | undefined> = new Set([undefined, 'personal', 'channel', 'groupChat']);
const MESSAGE_UTF16_BYTES = 100 * 1024;
const CARD_BYTES = 28 * 1024;
/** A busy machine hands over what came apart closer together. */
const TOLERANCE_MS = 250;
const PACES = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

const MOST_IN_A_PACE = Math.max(...PACES.map(([most]) => most));

/** The connector of Teams on loopback: keeps what it is given, and refuses what the real one refuses. */
export async function fakeConnector(): Promise<FakeConnector> {
  const fake: FakeConnector = {
    url: '',
    posted: [],
    removed: [],
    authorizations: [],
    members: new Map(),
    blocked: new Map(),
    faults: [],
    askedFor: null,
    keepsPace: true,
    overPace: 0,
    times: new Map(),
    stalled: false,
    release: () => undefined,
    close: () => Promise.resolve(),
  };
  const held: (() => void)[] = [];
  fake.release = () => {
    fake.stalled = false;
    held.splice(0).forEach((answer) => {
      answer();
    });
  };
  const server = createServer((request, response) => {
    void body(request).then((text) => {
      const answer = () => {
        serve(fake, request, text, response);
      };
      if (fake.stalled) held.push(answer);
      else answer();
    });
  });
  const { url, close } = await listenOn(server);
  return Object.assign(fake, { url: `${url}/`, close });
}

function serve(fake: FakeConnector, request: IncomingMessage, text: string, response: ServerResponse): void {
  fake.authorizations.push(request.headers.authorization ?? '');
  const path = decodeURIComponent(new URL(request.url ?? '', fake.url).pathname);
  const fault = fake.askedFor?.() ?? faultFor(fake, path);
  if (fault?.kind === 'drop_before') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'status') {
    if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
    refuse(response, fault.status, fault.code ?? 'ServiceError');
    return;
  }
  const answer = route(fake, request.method ?? '', path, text);
  if (fault?.kind === 'drop_after') response.destroy();
  else if ('code' in answer) refuse(response, answer.status, answer.code);
  else
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
}

function faultFor({ faults }: FakeConnector, path: string): Fault | undefined {
  const next = faults.findIndex(
    ({ conversation }) => conversation === undefined || path.includes(conversation),
  );
  return next === -1 ? undefined : faults.splice(next, 1)[0];
}

type Answer = { status: number; body: unknown } | { status: number; code: string };

function route(fake: FakeConnector, method: string, path: string, text: string): Answer {
  const member = /^\/v3\/conversations\/(.+)\/members\/(.+)$/u.exec(path);
  if (method === 'GET' && member) {
    const found = fake.members.get(member[2] ?? '');
    return found ? { status: 200, body: found } : { status: 404, code: 'MemberNotFoundInConversation' };
  }
  if (method === 'POST' && path === '/v3/conversations') return open(fake, text);
  const activity = /^\/v3\/conversations\/(.+?)\/activities(?:\/(.+))?$/u.exec(path);
  if (!activity) return { status: 404, code: 'NotFound' };
  const [, conversation = '', id] = activity;
  return method === 'DELETE'
    ? (blockedIn(fake, conversation) ?? tooFast(fake, conversation) ?? remove(fake, conversation, id))
    : said(fake, method, { conversation, id, text });
}

function said(
  fake: FakeConnector,
  method: string,
  { conversation, id, text }: { conversation: string; id: string | undefined; text: string },
): Answer {
  const refusal = blockedIn(fake, conversation) ?? refusalOf(text) ?? tooFast(fake, conversation);
  if (refusal) return refusal;
  const sent = JSON.parse(text) as SentActivity;
  if (method === 'PUT' && id !== undefined) return replace(fake, conversation, id, sent);
  return method === 'POST'
    ? add(fake, conversation, sent, id ?? sent.replyToId)
    : { status: 405, code: 'MethodNotAllowed' };
}

function add(
  fake: FakeConnector,
  conversation: string,
  sent: SentActivity,
  repliedTo: string | undefined,
): Answer {
  if (repliedTo !== undefined && !newestFirst(fake, (one) => one.id === repliedTo)) return NOT_FOUND;
  const posted = {
    id: `${1700000000000 + fake.posted.length + fake.removed.length}`,
    conversation,
    activity: sent,
    updates: 0,
  };
  fake.posted.push(posted);
  return { status: 201, body: { id: posted.id } };
}

function open(fake: FakeConnector, text: string): Answer {
  const { members = [], tenantId } = JSON.parse(text) as { members?: { id: string }[]; tenantId?: string };
  const [user] = members;
  if (!user || !tenantId) return { status: 400, code: 'BadSyntax' };
  if (!fake.members.has(user.id)) return { status: 403, code: 'BotNotInConversationRoster' };
  return { status: 201, body: { id: `a:own-${user.id}` } };
}

function replace(fake: FakeConnector, conversation: string, id: string, sent: SentActivity): Answer {
  const posted = standing(fake, conversation, id);
  if (!posted) return NOT_FOUND;
  Object.assign(posted, { activity: sent, updates: posted.updates + 1 });
  return { status: 200, body: { id } };
}

function remove(fake: FakeConnector, conversation: string, id: string | undefined): Answer {
  const posted = standing(fake, conversation, id);
  if (!posted) return NOT_FOUND;
  if (posted.foreign) return { status: 403, code: 'Forbidden' };
  fake.posted.splice(fake.posted.indexOf(posted), 1);
  fake.removed.push(posted);
  return { status: 200, body: {} };
}

const NOT_FOUND: Answer = { status: 404, code: 'ActivityNotFoundInConversation' };

function standing(fake: FakeConnector, conversation: string, id: string | undefined): Posted | undefined {
  const place = conversation.split(';')[0];
  return newestFirst(fake, (one) => one.id === id && one.conversation.split(';')[0] === place);
}

/** Under a load there are tens of thousands, and most are about one of the last. */
function newestFirst({ posted }: FakeConnector, isMeant: (one: Posted) => boolean): Posted | undefined {
  return posted.findLast(isMeant);
}

function blockedIn(fake: FakeConnector, conversation: string): Answer | null {
  const code = fake.blocked.get(conversation.split(';')[0] ?? '');
  return code === undefined ? null : { status: 403, code };
}

function refusalOf(text: string): Answer | null {
  if (text.length * 2 > MESSAGE_UTF16_BYTES) return { status: 413, code: 'MessageSizeTooBig' };
  const { attachments = [], conversation: said } = JSON.parse(text) as SentActivity;
  // Seen in the playground of Teams: it takes a kind of conversation that it knows, or none.
  if (!KINDS.has(said?.conversationType)) return { status: 400, code: 'BadArgument' };
  const large = attachments.some(({ content }) => Buffer.byteLength(JSON.stringify(content)) > CARD_BYTES);
  return large ? { status: 413, code: 'MessageSizeTooBig' } : null;
}

function tooFast(fake: FakeConnector, conversation: string): Answer | null {
  if (!fake.keepsPace) return null;
  const at = performance.now();
  const before = fake.times.get(conversation) ?? [];
  fake.times.set(conversation, [...before.slice(-MOST_IN_A_PACE), at]);
  const over = PACES.some(([most, within]) => (before.at(-most) ?? -Infinity) > at - within + TOLERANCE_MS);
  if (!over) return null;
  fake.overPace += 1;
  return { status: 429, code: 'TooManyRequests' };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const error = { code, message: `refused: ${code}` };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
