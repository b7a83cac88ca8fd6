import { fileURLToPath } from 'node:url';
import type { CatalogueProblem } from '../catalog/catalogue-problem.ts';
import type { Locale } from '../domain/organization.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import type { StartProblem } from '../platforms/platform.ts';
import type { DatabaseProblem } from '../storage/open-database.ts';
import type { PurposeProblem } from './house.ts';
import { compileMessages } from '../words/compile-messages.ts';
import { loadLocales } from '../words/load-locales.ts';

const DEMO = '--demo';
const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url));

/** Words before there is an organisation to name units of: plain values only. */
export function wordsAlone(): (text: Phrase, locale: Locale) => string {
  const messages = compileMessages(loadLocales(LOCALES));
  const write = (text: Phrase, locale: Locale): string => {
    const values = Object.entries(text.values ?? {}).map(([name, value]): [string, string | number] => {
      if (typeof value === 'string' || typeof value === 'number') return [name, value];
      if ('key' in value) return [name, write(value, locale)];
      throw new Error(`${text.key} needs the organisation to be said`);
    });
    return String(messages(text.key, locale).format(Object.fromEntries(values)));
  };
  return write;
}

/** file:line:column, what is wrong and what to do. */
export function catalogueLines(
  problems: readonly CatalogueProblem[],
  say: (text: Phrase) => string,
): string[] {
  return problems.map(({ file, line, column, path, problem, values }) => {
    const place = [file, line, ...(column === undefined ? [] : [column])].join(':');
    return `${place} ${path === '' ? '' : `(${path}) `}${say(phrase(`catalogue.${problem}`, values))}`;
  });
}

export function databasePhrase(problem: DatabaseProblem | PurposeProblem): Phrase {
  switch (problem.kind) {
    case 'demo_data':
      return problem.folder === null
        ? phrase('cli.demo_database', { variable: 'DATABASE_URL', option: DEMO })
        : phrase('cli.demo_folder', { folder: problem.folder, variable: 'TSUTAE_DATA', option: DEMO });
    case 'real_data':
      return problem.folder === null
        ? phrase('cli.real_database', { variable: 'DATABASE_URL' })
        : phrase('cli.real_folder', { folder: problem.folder, variable: 'TSUTAE_DEMO_DATA' });
    case 'folder_in_use':
      return phrase('cli.folder_in_use', { folder: problem.folder });
    case 'folder_unusable':
      return phrase('cli.folder_unwritable', { folder: problem.folder });
    case 'database_unreachable':
      return phrase('cli.database_unreachable', { variable: 'DATABASE_URL' });
    case 'database_time_zone':
      return phrase('cli.database_time_zone', { found: problem.found });
    case 'migration_changed':
    case 'migration_failed':
    case 'migration_unfinished':
      return phrase('cli.migration', { migration: problem.migration });
  }
}

export function startPhrase(problem: StartProblem): Phrase {
  switch (problem.kind) {
    case 'port_in_use':
      return phrase('cli.port_in_use', { port: problem.port, variable: problem.setting });
    case 'not_loopback':
      return phrase('cli.loopback_only', { host: problem.host });
    case 'slack_refused':
      return phrase('cli.slack_refused', { error: problem.error, command: 'tsutae doctor slack' });
    case 'slack_unreachable':
      return phrase('cli.slack_unreachable');
  }
}
