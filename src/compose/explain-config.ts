import { fileURLToPath } from 'node:url';
import type { Io } from '../cli/io.ts';
import type { ConfigProblem } from '../config.ts';
import { compileMessages } from '../words/compile-messages.ts';
import { loadLocales } from '../words/load-locales.ts';

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url));

/** Says every setting that cannot be used, before anything else is there to say it. */
export function explainConfig(
  problems: readonly ConfigProblem[],
  language: string | undefined,
  io: Io,
): void {
  const locale = language?.startsWith('en') ? 'en' : 'ja';
  const messages = compileMessages(loadLocales(LOCALES));
  const say = (key: string, values: Record<string, string | number> = {}) =>
    String(messages(key, locale).format(values));
  io.err(say('cli.config_wrong', { n: problems.length }));
  for (const { setting, remedy } of problems)
    io.err(say('cli.config_problem', { variable: setting, remedy: say(remedy) }));
}
