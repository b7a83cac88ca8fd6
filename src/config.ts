import path from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from './domain/result.ts';

/** Everything the environment can set; the README's table is made of these comments. */
export interface Config {
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

/** One setting that cannot be used, with the key of its remedy in locales/. */
export interface ConfigProblem {
  setting: string;
  remedy: string;
}

const schema = z.object({
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
  // The web chat signs anyone in as a sample person: never where real people report.
  if (values.NODE_ENV === 'production') return fail([{ setting: 'NODE_ENV', remedy: 'config.NODE_ENV' }]);
  return ok({
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
