import {
  AuthType,
  authorizeJWT,
  CloudAdapter,
  HttpError,
  MessageFactory,
  type AuthConfiguration,
  type ConnectorClient,
  type TurnContext,
} from '@microsoft/agents-hosting';
import { fail, ok, type Result } from '../../domain/result.ts';
import { neverLeft } from '../never-left.ts';
import { atMost } from './at-most.ts';
import { carriedOut } from './carried-out.ts';
import { codeOf, ConnectorFailure, retryAfterMs } from './connector-http.ts';
import {
  CHANNEL,
  INVOKE_ANSWER,
  ISSUER,
  TIMEOUT_MS,
  type BotEdge,
  type BotEdgeOptions,
  type BotFailure,
  type BotRequest,
  type Conversation,
  type HttpAnswer,
  type InvokeAnswer,
} from './edge.ts';
import { endorsementsOf } from './endorsements.ts';
import { memberAnswered } from './read-member.ts';

const PUBLIC_CLOUD = {
  name: ISSUER,
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

type Identity = NonNullable<Parameters<CloudAdapter['process']>[0]['user']>;
type Reference = Parameters<CloudAdapter['continueConversation']>[1];

/** The bot over the Microsoft 365 Agents SDK, successor of botbuilder: the same few things of it, and nothing else. */
export function openAgentsEdge(options: BotEdgeOptions): BotEdge {
  const { app, timeoutMs = TIMEOUT_MS } = options;
  const adapter = adapterOf(options);
  const isEndorsed = endorsementsOf((options.issuer ?? PUBLIC_CLOUD).metadataUrl);
  // An identity without an audience is the anonymous one.
  const own = app === null ? {} : CloudAdapter.createIdentity(app.id);
  const within = <T>(to: Conversation, work: (context: TurnContext) => Promise<T>) =>
    carriedOut<T>(
      (done) =>
        inTime(
          timeoutMs,
          adapter.continueConversation(own, referenceTo(to, app?.id ?? ''), async (context) => {
            // The SDK makes up an event to go on from, and would reply to it: nobody knows of it.
            delete context.activity.id;
            done(await work(context));
          }),
        ),
      failureOf,
    );
  return {
    receive: async (request, turn) => {
      const verified = await verify(options, request, isEndorsed);
      if (!verified.ok) return verified.problem;
      return run(adapter, verified.value, request, turn);
    },
    post: (to, activity) =>
      within(to, async (context) => ({
        id: (await context.sendActivity(Object.assign(MessageFactory.text(''), activity)))?.id ?? '',
      })),
    update: (to, id, activity) =>
      within(to, async (context) => {
        await context.updateActivity(Object.assign(MessageFactory.text(''), activity, { id }));
        return { id };
      }),
    remove: (to, id) =>
      within(to, async (context) => {
        await context.deleteActivity(id);
        return { id };
      }),
    openPersonal: (serviceUrl, user) =>
      within({ serviceUrl, id: user }, async (context) => {
        const tenant = { id: app?.tenant ?? '' };
        const members = [{ id: user }];
        const asked = { isGroup: false, members, tenantId: tenant.id, channelData: { tenant } };
        const connector = connectorOf(adapter, context);
        const { id } = await connector.createConversation(
          asked as unknown as Parameters<ConnectorClient['createConversation']>[0],
        );
        return { id };
      }),
    member: async (of, user) =>
      memberAnswered(
        await within(of, (context) => connectorOf(adapter, context).getConversationMember(user, of.id)),
      ),
  };
}

function adapterOf(options: BotEdgeOptions): CloudAdapter {
  const adapter = new CloudAdapter(configurationOf(options));
  // Its own would apologise to people in English, and answer that all is well.
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  const { token } = options;
  if (token) {
    const provider = { getAccessToken: token } as unknown as ReturnType<
      CloudAdapter['connectionManager']['getTokenProvider']
    >;
    adapter.connectionManager.getTokenProvider = () => provider;
    adapter.connectionManager.getTokenProviderFromActivity = () => provider;
  }
  return adapter;
}

function configurationOf({ app, issuer }: BotEdgeOptions): AuthConfiguration {
  if (app === null) return {};
  const { id, tenant, secret } = app;
  return {
    clientId: id,
    tenantId: tenant,
    ...(secret === null
      ? { authType: AuthType.UserManagedIdentity }
      : { authType: AuthType.ClientSecret, clientSecret: secret }),
    validateIssuer: true,
    issuers: [(issuer ?? PUBLIC_CLOUD).name],
    // It reads the keys of an issuer that it does not know from where the app itself signs in.
    ...(issuer && { authorityEndpoint: new URL(issuer.metadataUrl).origin }),
  };
}

/**
 * The SDK checks key, audience, expiry and issuer. It takes more issuers than the one that speaks for Teams, looks at no
 * more of the service URL than its host, and at no endorsements: those are checked here.
 */
async function verify(
  options: BotEdgeOptions,
  request: BotRequest,
  isEndorsed: (token: string) => Promise<boolean>,
): Promise<Result<Identity, HttpAnswer>> {
  if (options.app === null) return ok({});
  const refused = fail({ status: 401 });
  try {
    if (!(await isEndorsed(request.authorization.replace(/^Bearer /u, '')))) return refused;
    const user = await authorized(options, request.authorization);
    const { serviceUrl } = request.body;
    const trusted =
      user?.iss === (options.issuer ?? PUBLIC_CLOUD).name &&
      typeof serviceUrl === 'string' &&
      user['serviceurl'] === serviceUrl;
    return user && trusted ? ok(user) : refused;
  } catch {
    return fail({ status: 503 });
  }
}

async function authorized(options: BotEdgeOptions, authorization: string): Promise<Identity | null> {
  const asked: { method: string; headers: { authorization: string }; user?: Identity } = {
    method: 'POST',
    headers: { authorization },
  };
  const configuration = configurationOf(options);
  const outcome = { passed: false };
  const middleware = authorizeJWT({ ...configuration, connections: new Map([['teams', configuration]]) });
  await middleware(asked, answerTo({ status: 200 }), () => {
    outcome.passed = true;
  });
  return outcome.passed ? (asked.user ?? null) : null;
}

async function run(
  adapter: CloudAdapter,
  user: Identity,
  { body }: BotRequest,
  turn: (activity: unknown) => Promise<InvokeAnswer | null>,
): Promise<HttpAnswer> {
  const answer: HttpAnswer = { status: 200 };
  const request = { method: 'POST', headers: {}, body: { ...body }, user };
  await adapter.process(request, answerTo(answer), async (context) => {
    const answered = await turn(body);
    if (answered)
      await context.sendActivity(
        Object.assign(MessageFactory.text(''), { type: INVOKE_ANSWER, value: answered }),
      );
  });
  return answer;
}

/** What the SDK writes as the response of a web server. */
function answerTo(answer: HttpAnswer): Parameters<CloudAdapter['process']>[1] {
  const response = {
    headersSent: false,
    writableEnded: false,
    status: (code: number) => {
      answer.status = code;
      return response;
    },
    setHeader: () => response,
    send: (body?: unknown) => {
      answer.body = body;
      return response;
    },
    end: () => response,
  };
  return response;
}

/** The SDK's own requests have no end: what takes too long may still have been carried out. */
async function inTime(timeoutMs: number, request: Promise<void>): Promise<void> {
  if ((await atMost(timeoutMs, request)) === 'late')
    throw new ConnectorFailure({ status: null, code: null, retryAfterMs: null, sent: true });
}

function failureOf(cause: unknown): BotFailure {
  if (cause instanceof ConnectorFailure) return cause.failure;
  if (!(cause instanceof HttpError)) {
    // Without a token for the connector nothing was sent; without a connection neither.
    const sent = cause instanceof TypeError && !neverLeft(cause);
    return { status: null, code: null, retryAfterMs: null, sent };
  }
  const { status, response } = cause;
  return {
    status,
    code: codeOf(JSON.stringify(response.data)),
    retryAfterMs: retryAfterMs(response.headers.get('retry-after')),
    sent: true,
  };
}

function connectorOf(adapter: CloudAdapter, context: TurnContext): ConnectorClient {
  return context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
}

function referenceTo({ serviceUrl, id }: Conversation, appId: string): Reference {
  const conversation = { id } as Reference['conversation'];
  return { serviceUrl, channelId: CHANNEL, agent: { id: `28:${appId}` }, conversation };
}
