import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from './domain/result.ts';

/** Everything the environment can set; the README's table is made of these comments. */
export interface Config {
  /** Whether the web chat is offered. */
  web: boolean;
  /** null while no bot token is set. */
  slack: SlackSettings | null;
  /** null while Teams is not used. */
  teams: TeamsSettings | null;
  /** Address of the web chat; loopback only. */
  host: string;
  port: number;
  /** Absolute: database, keys and logs. */
  dataFolder: string;
  /** Absolute: takes the place of `dataFolder` for the seeded example. */
  demoFolder: string;
  /** PostgreSQL; null is the embedded database in the data folder. */
  databaseUrl: string | null;
  intents: string;
  organization: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  logTo: 'file' | 'stderr';
  /** Language of the command line. */
  locale: 'ja' | 'en';
}

/** As it is, or the absolute path of the file in which it is found, whenever it is replaced. */
export type Secret = string | { file: string };

export interface SlackSettings {
  botToken: Secret;
  /** Of a private test server; null is Slack itself. */
  apiUrl: string | null;
  transport: SlackTransport;
}

/** Slack sends requests to us, or we open the connection ourselves where nothing can come in from outside. */
export type SlackTransport =
  { kind: 'http'; host: string; port: number; signingSecret: Secret } | { kind: 'socket'; appToken: Secret };

export interface TeamsSettings {
  /** null: nobody is verified; for trying out on this machine. */
  app: TeamsApp | null;
  host: string;
  port: number;
  /** Where channels are written to: the connector of the tenant's region. */
  serviceUrl: string;
  /** Whether forms open as dialogs; else in the chat. */
  dialogs: boolean;
  sdk: 'botbuilder' | 'agents';
}

/** The app's registration; a managed identity has no secret. */
export interface TeamsApp {
  id: string;
  tenant: string;
  secret: string | null;
}

/** One setting that cannot be used, with the key of its remedy in locales/. */
export interface ConfigProblem {
  setting: string;
  remedy: string;
}

/** What each secret of Slack begins with, as it stands in a variable or in a file. */
const SECRETS = {
  SLACK_BOT_TOKEN: /^xoxb-/u,
  SLACK_APP_TOKEN: /^xapp-/u,
  SLACK_SIGNING_SECRET: /^\S{20}/u,
} as const;

const schema = z.object({
  TSUTAE_WEB: z.enum(['on', 'off']).default('on'),
  TSUTAE_HOST: z.string().default('127.0.0.1'),
  TSUTAE_PORT: z.coerce.number().int().min(0).max(65535).default(3210),
  TSUTAE_DATA: z.string().min(1).default('data'),
  TSUTAE_DEMO_DATA: z.string().min(1).default('data-demo'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TSUTAE_INTENTS: z.string().min(1).optional(),
  TSUTAE_ORGANIZATION: z.string().min(1).optional(),
  TSUTAE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TSUTAE_LOG: z.enum(['file', 'stderr']).default('file'),
  TSUTAE_LANG: z.enum(['ja', 'en']).optional(),
  SLACK_BOT_TOKEN: z.string().regex(SECRETS.SLACK_BOT_TOKEN).optional(),
  SLACK_BOT_TOKEN_FILE: z.string().min(1).optional(),
  SLACK_SIGNING_SECRET: z.string().regex(SECRETS.SLACK_SIGNING_SECRET).optional(),
  SLACK_SIGNING_SECRET_FILE: z.string().min(1).optional(),
  SLACK_APP_TOKEN: z.string().regex(SECRETS.SLACK_APP_TOKEN).optional(),
  SLACK_APP_TOKEN_FILE: z.string().min(1).optional(),
  SLACK_HOST: z.string().default('0.0.0.0'),
  SLACK_PORT: z.coerce.number().int().min(0).max(65535).default(3220),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  TEAMS_APP_ID: z.guid().optional(),
  TEAMS_TENANT_ID: z.guid().optional(),
  TEAMS_CREDENTIALS: z.enum(['secret', 'managed-identity']).default('secret'),
  TEAMS_APP_SECRET: z.string().min(1).optional(),
  TEAMS_HOST: z.string().min(1).optional(),
  TEAMS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  TEAMS_SERVICE_URL: z.url({ protocol: /^https?$/ }).default('https://smba.trafficmanager.net/teams/'),
  TEAMS_FORMS: z.enum(['chat', 'dialogs']).default('chat'),
  TEAMS_SDK: z.enum(['botbuilder', 'agents']).default('botbuilder'),
  NODE_ENV: z.string().optional(),
});

/** Reads the environment once; every problem at once. An empty value counts as not set. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Config, ConfigProblem[]> {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const settings = parsed.error.issues.map((issue) => String(issue.path[0]));
    return fail([...new Set(settings)].map((setting) => ({ setting, remedy: `config.${setting}` })));
  }
  const values = parsed.data;
  const web = values.TSUTAE_WEB === 'on';
  const slack = slackOf(values, root);
  if (!slack.ok) return slack;
  const teams = teamsOf(values);
  if (!teams.ok) return teams;
  const others = slack.value !== null || teams.value !== null;
  const unsafe = platformProblem(web, others, values.NODE_ENV);
  if (unsafe !== null) return fail([{ setting: unsafe, remedy: `config.${unsafe}` }]);
  return ok({
    web,
    slack: slack.value,
    teams: teams.value,
    host: values.TSUTAE_HOST,
    port: values.TSUTAE_PORT,
    dataFolder: path.resolve(root, values.TSUTAE_DATA),
    demoFolder: path.resolve(root, values.TSUTAE_DEMO_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    intents: path.resolve(root, values.TSUTAE_INTENTS ?? 'intents'),
    organization: path.resolve(root, values.TSUTAE_ORGANIZATION ?? 'organization'),
    logLevel: values.TSUTAE_LOG_LEVEL,
    logTo: values.TSUTAE_LOG,
    locale: values.TSUTAE_LANG ?? (env['LANG']?.startsWith('en') ? 'en' : 'ja'),
  });
}

/** The web chat signs anyone in as a sample person: never where real people report. */
function platformProblem(web: boolean, others: boolean, environment: string | undefined): string | null {
  if (!web && !others) return 'TSUTAE_WEB';
  return web && environment === 'production' ? 'NODE_ENV' : null;
}

/** An app token chooses Socket Mode; without one Slack's requests are told by the signing secret. */
function slackOf(
  values: z.infer<typeof schema>,
  root: string,
): Result<SlackSettings | null, ConfigProblem[]> {
  const missing = (setting: string) => fail([{ setting, remedy: `config.${setting}` }]);
  const secrets = secretsOf(values, root);
  if (!secrets.ok) return missing(secrets.problem);
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: appToken,
  } = secrets.value;
  if (botToken === undefined)
    return signingSecret === undefined && appToken === undefined ? ok(null) : missing('SLACK_BOT_TOKEN');
  const apiUrl = values.SLACK_API_URL ?? null;
  if (appToken !== undefined) return ok({ botToken, apiUrl, transport: { kind: 'socket', appToken } });
  if (signingSecret === undefined) return missing('SLACK_SIGNING_SECRET');
  const { SLACK_HOST: host, SLACK_PORT: port } = values;
  return ok({ botToken, apiUrl, transport: { kind: 'http', host, port, signingSecret } });
}

type Secrets = Partial<Record<keyof typeof SECRETS, Secret>>;

/** Each in its variable or in a file, never both; fails with the setting that is wrong. */
function secretsOf(values: z.infer<typeof schema>, root: string): Result<Secrets, string> {
  const found: Secrets = {};
  for (const name of Object.keys(SECRETS) as (keyof typeof SECRETS)[]) {
    const setting = `${name}_FILE` as const;
    const [given, file] = [values[name], values[setting]];
    if (file === undefined) {
      if (given !== undefined) found[name] = given;
      continue;
    }
    const full = path.resolve(root, file);
    if (given !== undefined || !holds(full, SECRETS[name])) return fail(setting);
    found[name] = { file: full };
  }
  return ok(found);
}

function holds(file: string, secret: RegExp): boolean {
  try {
    return secret.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

const TEAMS_PORT = 3978;

/** Used once it has an app id, or, to try it out with nobody verified, a port. */
function teamsOf(values: z.infer<typeof schema>): Result<TeamsSettings | null, ConfigProblem[]> {
  const missing = (setting: string) => fail([{ setting, remedy: `config.${setting}` }]);
  const { TEAMS_APP_ID: id, TEAMS_TENANT_ID: tenant, TEAMS_APP_SECRET: secret = null } = values;
  const { TEAMS_PORT: port = TEAMS_PORT, TEAMS_SERVICE_URL: serviceUrl, TEAMS_SDK: sdk } = values;
  const shared = { port, serviceUrl, sdk, dialogs: values.TEAMS_FORMS === 'dialogs' };
  if (id === undefined) {
    if (values.TEAMS_PORT === undefined) return ok(null);
    if (values.NODE_ENV === 'production') return missing('TEAMS_APP_ID');
    return ok({ app: null, host: values.TEAMS_HOST ?? '127.0.0.1', ...shared });
  }
  if (tenant === undefined) return missing('TEAMS_TENANT_ID');
  const managed = values.TEAMS_CREDENTIALS === 'managed-identity';
  if (!managed && secret === null) return missing('TEAMS_APP_SECRET');
  const app = { id, tenant, secret: managed ? null : secret };
  return ok({ app, host: values.TEAMS_HOST ?? '0.0.0.0', ...shared });
}
