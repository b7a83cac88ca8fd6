import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, type Io } from '../cli/io.ts';
import type { PackageOptions } from '../cli/platform-commands.ts';
import type { Config } from '../config.ts';
import { phrase, type Phrase } from '../domain/phrase.ts';
import { appPackage } from '../platforms/teams/app-package.ts';
import { examineTeams } from '../platforms/teams/doctor.ts';
import type { Organized } from './knowledge.ts';

const PROGRAM = fileURLToPath(new URL('../../package.json', import.meta.url));
const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
/** Nothing that works takes longer to answer. */
const PATIENCE_MS = 5_000;

/** Writes what an administrator uploads to Teams. */
export async function packageTeams(
  { teams }: Config,
  { words }: Organized,
  { organization, website, privacy = website, terms = website, out }: PackageOptions,
  io: Io,
  say: (text: Phrase) => string,
): Promise<number> {
  const app = teams?.app;
  if (!app) {
    io.err(say(phrase('config.TEAMS_APP_ID')));
    return EXIT.failed;
  }
  const { version } = JSON.parse(await readFile(PROGRAM, 'utf8')) as { version: string };
  const developer = { name: organization, website, privacy, terms };
  const file = path.resolve(out);
  writeFileSync(file, appPackage({ appId: app.id, developer, version, words }));
  io.out(say(phrase('cli.teams_package.done', { file })));
  return EXIT.ok;
}

/** One line for everything that has to be right, with what to do about what is not. */
export async function examineTeamsSetup(
  { teams }: Config,
  endpoint: string | null,
  io: Io,
  say: (text: Phrase) => string,
): Promise<number> {
  const app = teams?.app ?? null;
  const findings = await examineTeams({
    app,
    token: async () => {
      if (!app) throw new Error('there is no app');
      const { connectorToken } = await import('../platforms/teams/edge-botbuilder.ts');
      return connectorToken(app);
    },
    reach: statusOf,
    metadataUrl: KEYS,
    serviceUrl: teams?.serviceUrl ?? '',
    endpoint,
  });
  for (const { ok, what, remedy } of findings) {
    io.out(say(phrase(ok ? 'cli.doctor.right' : 'cli.doctor.wrong', { what })));
    if (remedy) io.out(say(phrase('cli.doctor.remedy', { remedy })));
  }
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}

/** An empty activity to our own address, a look at every other. */
async function statusOf(url: string): Promise<number | null> {
  const ours = url.endsWith('/api/messages');
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  try {
    const response = await fetch(url, { ...(ours && post), signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
