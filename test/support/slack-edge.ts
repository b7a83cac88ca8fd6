import { join } from 'node:path';
import type { AccountBook, Edge, KnownAccount } from '../../src/application/ports.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { createSlackPlatform } from '../../src/platforms/slack/slack-platform.ts';
import { createWords } from '../../src/words/create-words.ts';
import { loadLocales } from '../../src/words/load-locales.ts';
import { echoEdge } from './echo-edge.ts';
import type { FakeSlack } from './fake-slack/fake-slack.ts';
import { memoryWebChat } from './memory-web-chat.ts';
import { smallOrganization, TOKYO } from './small-organization.ts';
import { silentLog } from './storage-samples.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Slack's edge over a fake, with a scripted application behind it; the risk department is reached in #risk. */
export async function slackEdge(slack: FakeSlack, over: Partial<Edge> = {}): Promise<Platform> {
  const organization = smallOrganization();
  const units = [...organization.units].map(
    ([id, unit]) => [id, id === 'risk' ? { ...unit, channels: { slack: '#risk' } } : unit] as const,
  );
  const platform = createSlackPlatform({
    settings: {
      botToken: () => slack.tokens.bot,
      apiUrl: slack.apiUrl,
      transport: { kind: 'http', host: '127.0.0.1', port: 0, signingSecret: () => slack.signingSecret },
    },
    organization: { ...organization, units: new Map(units) },
    calendar: TOKYO,
    words: createWords({
      catalogs: loadLocales(join(ROOT, 'locales')),
      organization,
      calendar: TOKYO,
      today: () => '2026-11-20',
    }),
    accounts: memoryAccounts(),
    reach: { bindings: () => Promise.resolve([]) },
    clock: { now: () => new Date().toISOString() },
    log: silentLog(),
  });
  const started = await platform.start({ ...echoEdge(memoryWebChat()), ...over });
  if (!started.ok) throw new Error(`Slack’s edge did not start: ${JSON.stringify(started.problem)}`);
  slack.connect(started.value.address);
  return platform;
}

function memoryAccounts(): AccountBook {
  const kept = new Map<string, KnownAccount>();
  const keyOf = ({ platform, tenant, user }: Pick<KnownAccount, 'platform' | 'tenant' | 'user'>) =>
    [platform, tenant, user].join('\n');
  return {
    find: (account) => Promise.resolve(kept.get(keyOf(account)) ?? null),
    of: (platform, person) =>
      Promise.resolve([...kept.values()].filter((one) => one.platform === platform && one.person === person)),
    unreachable: (limit) =>
      Promise.resolve([...kept.values()].filter(({ reachable }) => !reachable).slice(0, limit)),
    forget: (account) => {
      kept.delete(keyOf(account));
      return Promise.resolve();
    },
    keep: (account) => {
      kept.set(keyOf(account), { language: kept.get(keyOf(account))?.language ?? null, ...account });
      return Promise.resolve();
    },
    speaks: (account, language) => {
      const known = kept.get(keyOf(account));
      if (known) kept.set(keyOf(account), { ...known, language });
      return Promise.resolve();
    },
  };
}
