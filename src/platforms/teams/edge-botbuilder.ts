import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type ConversationParameters,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import { fail, ok, type Result } from '../../domain/result.ts';
import { carriedOut } from './carried-out.ts';
import { ConnectorFailure, connectorHttp } from './connector-http.ts';
import {
  CHANNEL,
  INVOKE_ANSWER,
  ISSUER,
  TIMEOUT_MS,
  type BotApp,
  type BotEdge,
  type BotEdgeOptions,
  type BotFailure,
  type Conversation,
  type HttpAnswer,
  type InvokeAnswer,
} from './edge.ts';
import { memberAnswered } from './read-member.ts';

type Identity = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;
type Connector = Awaited<
  ReturnType<ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']>
>;

/** The turn of a request that was verified already, so that what fails before is told apart from what fails in it. */
class VerifiedAdapter extends CloudAdapter {
  run(identity: Identity, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    return this.processActivity(identity, activity, logic);
  }
  get connectorKey() {
    return this.ConnectorClientKey;
  }
}

/** The bot over botbuilder: raw activities in and out, none of its dialogs, state or handlers. */
export function openBotbuilderEdge(options: BotEdgeOptions): BotEdge {
  const authentication = authenticationOf(options);
  const adapter = new VerifiedAdapter(authentication);
  const appId = options.app?.id ?? '';
  const within = <T>(to: Conversation, work: (context: TurnContext) => Promise<T>) =>
    carriedOut<T>(
      (done) =>
        adapter.continueConversationAsync(appId, referenceTo(to, appId), async (context) => {
          // The SDK makes up an event to go on from, and would reply to it: nobody knows of it.
          delete context.activity.id;
          done(await work(context));
        }),
      failureOf,
    );
  const connectorOf = (context: TurnContext) => context.turnState.get<Connector>(adapter.connectorKey);
  return {
    receive: async ({ authorization, body }, turn) => {
      const activity = body as unknown as Activity;
      const verified = await verify(authentication, activity, authorization, options);
      if (!verified.ok) return verified.problem;
      return run(adapter, verified.value, activity, turn);
    },
    post: (to, activity) =>
      within(to, async (context) => ({
        id: (await context.sendActivity(activity as Partial<Activity>))?.id ?? '',
      })),
    update: (to, id, activity) =>
      within(to, async (context) => {
        await context.updateActivity({ ...activity, id } as Partial<Activity>);
        return { id };
      }),
    remove: (to, id) =>
      within(to, async (context) => {
        await context.deleteActivity(id);
        return { id };
      }),
    openPersonal: (serviceUrl, user) =>
      carriedOut(
        (done) =>
          adapter.createConversationAsync(
            appId,
            CHANNEL,
            serviceUrl,
            '',
            personalWith(options, user),
            (context) => {
              done({ id: context.activity.conversation.id });
              return Promise.resolve();
            },
          ),
        failureOf,
      ),
    member: async (of, user) =>
      memberAnswered(
        await within(of, (context) => connectorOf(context).conversations.getConversationMember(of.id, user)),
      ),
  };
}

/** A token for the connector by the app's own credentials, as it is sent with every request; throws when Entra gives none. */
export async function connectorToken(app: BotApp): Promise<string> {
  const credentials = await credentialsOf(app).createCredentials(app.id, ISSUER, LOGIN, true);
  const headers = new Map<string, string>();
  await credentials.signRequest({ headers } as unknown as Parameters<typeof credentials.signRequest>[0]);
  const token = headers.get('authorization');
  if (!token) throw new Error('Entra gave no token');
  return token;
}

const LOGIN = 'https://login.microsoftonline.com/botframework.com';

function credentialsOf(app: BotApp | null): ConfigurationServiceClientCredentialFactory {
  if (!app) return new ConfigurationServiceClientCredentialFactory({});
  const { id, tenant, secret } = app;
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: id,
    MicrosoftAppTenantId: tenant,
    ...(secret === null
      ? { MicrosoftAppType: 'UserAssignedMsi' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: secret }),
  });
}

function authenticationOf({ app, issuer, token, timeoutMs = TIMEOUT_MS }: BotEdgeOptions) {
  const credentials = credentialsOf(app);
  // Where tokens come from is handed in: from elsewhere than Entra.
  if (token) credentials.createCredentials = () => Promise.resolve(signedWith(token));
  // By their types its own credentials are none of the class that it asks for.
  const factory: unknown = credentials;
  return new ConfigurationBotFrameworkAuthentication(
    issuer
      ? {
          ToBotFromChannelTokenIssuer: issuer.name,
          ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: issuer.metadataUrl,
          ToChannelFromBotLoginUrl: issuer.metadataUrl,
          ToChannelFromBotOAuthScope: issuer.name,
        }
      : {},
    factory as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1],
    undefined,
    undefined,
    { httpClient: connectorHttp(timeoutMs) } as unknown as ConstructorParameters<
      typeof ConfigurationBotFrameworkAuthentication
    >[4],
  );
}

function signedWith(token: () => Promise<string>): Credentials {
  return {
    signRequest: async (request) => {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  };
}

/**
 * botbuilder answers 500 to a token of the wrong key, and takes tokens that were issued to the app itself, for the
 * emulator and for skills, without looking at their service URL: both are refused here.
 */
async function verify(
  authentication: ConfigurationBotFrameworkAuthentication,
  activity: Activity,
  authorization: string,
  { app, issuer }: BotEdgeOptions,
): Promise<Result<Identity, HttpAnswer>> {
  try {
    const identity = await authentication.authenticateRequest(activity, authorization);
    if (app === null) return ok(identity);
    const { claimsIdentity } = identity;
    const expected = issuer?.name ?? ISSUER;
    const trusted =
      claimsIdentity.getClaimValue('iss') === expected &&
      claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl;
    return trusted ? ok(identity) : fail({ status: 401 });
  } catch (cause) {
    return fail({ status: isUnreachable(cause) ? 503 : 401 });
  }
}

/** The issuer's keys could not be read: nothing is wrong with the request. */
function isUnreachable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { statusCode } = cause as { statusCode?: unknown };
  return cause.name === 'FetchError' || statusCode === 500;
}

async function run(
  adapter: VerifiedAdapter,
  identity: Identity,
  activity: Activity,
  turn: (activity: unknown) => Promise<InvokeAnswer | null>,
): Promise<HttpAnswer> {
  const answer = await adapter.run(identity, activity, async (context) => {
    const answered = await turn(context.activity);
    if (answered) await context.sendActivity({ type: INVOKE_ANSWER, value: answered });
  });
  return answer ? { status: answer.status, body: answer.body as unknown } : { status: 200 };
}

/** Without a token for the connector nothing was sent. */
function failureOf(cause: unknown): BotFailure {
  if (cause instanceof ConnectorFailure) return cause.failure;
  const { statusCode } = cause as { statusCode?: unknown };
  const status = typeof statusCode === 'number' ? statusCode : null;
  return { status, code: null, retryAfterMs: null, sent: status !== null };
}

function personalWith({ app }: BotEdgeOptions, user: string): ConversationParameters {
  const tenant = { id: app?.tenant ?? '' };
  return {
    isGroup: false,
    bot: { id: botId(app?.id ?? ''), name: '' },
    members: [{ id: user, name: '' }],
    tenantId: tenant.id,
    channelData: { tenant },
  };
}

/** Nothing but what is known: an empty kind of conversation is refused. */
function referenceTo({ serviceUrl, id }: Conversation, appId: string): ConversationReference {
  const [bot, conversation] = [{ id: botId(appId) }, { id }];
  return { serviceUrl, channelId: CHANNEL, bot, conversation } as ConversationReference;
}

/** How Teams calls an app among the members of a conversation. */
function botId(appId: string): string {
  return `28:${appId}`;
}
