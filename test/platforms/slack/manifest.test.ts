import { describe, expect, it } from 'vitest';
import type { App } from '@slack/bolt';
import { registerListeners } from '../../../src/platforms/slack/register-listeners.ts';
import type { SlackContext } from '../../../src/platforms/slack/slack-context.ts';
import { slackManifest } from '../../../src/platforms/slack/slack-manifest.ts';
import { botScopes, usedEvents, usedMethods } from '../../../src/platforms/slack/slack-uses.ts';
import type { ChannelBinding } from '../../../src/application/ports.ts';
import { checkSlack } from '../../../src/platforms/slack/check-slack.ts';
import { codeUnder, read } from '../../architecture/project-files.ts';
import { EVENT_SCOPES, METHOD_SCOPES } from '../../support/fake-slack/scopes.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';
import { smallOrganization } from '../../support/small-organization.ts';
import { silentLog } from '../../support/storage-samples.ts';

const FOLDER = 'src/platforms/slack';
const CALL =
  /\b(?:api|quick|patient|client)(?:\.\w+)?\.(auth|chat|conversations|usergroups|users|views)\s*\.(\w+)\(/g;

/** Methods of the Web API that stand in the code. */
function called(): string[] {
  const code = codeUnder(FOLDER).map(read).join('\n');
  const calls = [...code.matchAll(CALL)].map(([, group, method]) => `${group}.${method}`);
  const paged = [...code.matchAll(/paginate\('([\w.]+)'/g)].map(([, method]) => method ?? '');
  return [...new Set([...calls, ...paged])].sort();
}

/** Events, commands and shortcuts for which a listener is registered. */
function heard() {
  const seen: { events: string[]; commands: string[]; shortcuts: string[] } = {
    events: [],
    commands: [],
    shortcuts: [],
  };
  const app = {
    event: (name: string) => seen.events.push(name),
    command: (name: string) => seen.commands.push(name),
    shortcut: ({ callback_id }: { callback_id: string }) => seen.shortcuts.push(callback_id),
    action: () => undefined,
    options: () => undefined,
    view: () => undefined,
  };
  registerListeners(app as unknown as App, {} as SlackContext);
  return seen;
}

const manifest = (address: string | null) =>
  slackManifest(address, ({ key }) => key) as {
    features: { shortcuts: { callback_id: string }[]; slash_commands: { command: string; url?: string }[] };
    oauth_config: { scopes: { bot: string[] } };
    settings: {
      event_subscriptions: { bot_events: string[]; request_url?: string };
      interactivity: { request_url?: string; message_menu_options_url?: string };
      socket_mode_enabled: boolean;
    };
  };

describe('what is used of Slack', () => {
  it('is every method that is called, and no other', () => {
    expect(called()).toEqual([...usedMethods().keys()].sort());
  });

  it('is every event that is listened to, and no other', () => {
    const subscribed = [...usedEvents().keys()].map((event) => event.split('.')[0]);
    expect([...new Set(heard().events)].sort()).toEqual([...new Set(subscribed)].sort());
  });

  it('asks for the scopes that Slack wants for it', () => {
    for (const [method, scopes] of usedMethods())
      for (const scope of METHOD_SCOPES[method] ?? ['unknown'])
        expect([method, scopes]).toEqual([method, expect.arrayContaining([scope])]);
    for (const [event, scope] of usedEvents()) expect([event, scope]).toEqual([event, EVENT_SCOPES[event]]);
  });
});

describe('the manifest', () => {
  it('asks for what is used, and for nothing else', () => {
    const { features, oauth_config, settings } = manifest('https://tsutae.example');
    expect(oauth_config.scopes.bot).toEqual(botScopes());
    expect(settings.event_subscriptions.bot_events).toEqual([...usedEvents().keys()].sort());
    expect(features.slash_commands.map(({ command }) => command)).toEqual(heard().commands);
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(heard().shortcuts);
  });

  it('names the address for everything that comes in as a request', () => {
    const { features, settings } = manifest('https://tsutae.example');
    const url = 'https://tsutae.example/slack/events';
    expect(features.slash_commands[0]?.url).toBe(url);
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(settings.interactivity).toMatchObject({ request_url: url, message_menu_options_url: url });
    expect(settings.socket_mode_enabled).toBe(false);
  });

  it('names none in Socket Mode', () => {
    expect(manifest(null).settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest(null))).not.toContain('http');
  });
});

describe('tsutae doctor slack', () => {
  const organization = () => {
    const small = smallOrganization();
    const units = [...small.units].map(
      ([id, unit]) => [id, { ...unit, channels: { slack: `#${id}` } }] as const,
    );
    return { ...small, units: new Map(units), fallbackChannels: { slack: '#risk' } };
  };
  const check = (slack: FakeSlack, token = slack.tokens.bot, bound: ChannelBinding[] = []) =>
    checkSlack({
      settings: {
        botToken: () => token,
        apiUrl: slack.apiUrl,
        transport: { kind: 'http', host: '127.0.0.1', port: 0, signingSecret: () => slack.signingSecret },
      },
      organization: organization(),
      bound,
      today: '2026-11-20',
      log: silentLog(),
    });
  const keys = (findings: Awaited<ReturnType<typeof check>>, ok: boolean) =>
    findings.filter((one) => one.ok === ok).map(({ text }) => text.key);

  it('finds nothing to mend where everything is there', async () => {
    const slack = await fakeSlack({ scopes: botScopes() });
    ['office-midori', 'risk', 'service'].forEach((name, index) => slack.addChannel(`C00000${index}`, name));
    for (const id of ['p-risk', 'p-english']) slack.addUser(`U${id}`, { email: `${id}@example.invalid` });
    const findings = await check(slack);
    expect(keys(findings, false)).toEqual([]);
    expect(keys(findings, true)).toEqual([
      'slack.doctor.token',
      'slack.doctor.scopes',
      'slack.doctor.channels',
      'slack.doctor.people',
      'slack.doctor.no_groups',
    ]);
    await slack.close();
  });

  it('names each channel, scope and person that is missing', async () => {
    const slack = await fakeSlack({ scopes: botScopes().filter((scope) => scope !== 'im:write') });
    slack.addChannel('C000001', 'risk');
    slack.addUser('U0RISK', { email: 'p-risk@example.invalid' });
    const findings = await check(slack);
    expect(findings.filter(({ ok }) => !ok).map(({ text }) => text)).toEqual([
      { key: 'slack.doctor.scopes_missing', values: { scopes: 'im:write' } },
      { key: 'slack.doctor.channel_missing', values: { channel: '#office-midori' } },
      { key: 'slack.doctor.channel_missing', values: { channel: '#service' } },
      { key: 'slack.doctor.people_missing', values: { emails: 'p-english@example.invalid' } },
    ]);
    await slack.close();
  });

  it('tells which user groups are called and which could be, and wants none of them', async () => {
    const slack = await fakeSlack({ scopes: botScopes() });
    slack.workspace.groups.push({ id: 'S1', handle: 'risk-handler' }, { id: 'S2', handle: 'others' });
    const told = (await check(slack)).filter(({ text }) => text.key.endsWith('groups'));
    expect(told).toEqual([
      { ok: true, text: { key: 'slack.doctor.groups', values: { handles: 'risk-handler' } } },
      { ok: true, text: { key: 'slack.doctor.no_groups', values: { handles: 'risk, service' } } },
    ]);
    await slack.close();
  });

  it('looks for everybody, however many members the workspace has', async () => {
    const slack = await fakeSlack({ scopes: botScopes() });
    ['office-midori', 'risk', 'service'].forEach((name, index) => slack.addChannel(`C00000${index}`, name));
    for (let n = 0; n < 10; n += 1) slack.addUser(`U0${n}`, { email: `other-${n}@example.invalid` });
    for (const id of ['p-risk', 'p-english']) slack.addUser(`U${id}`, { email: `${id}@example.invalid` });
    const findings = await check(slack);
    expect(keys(findings, false)).toEqual([]);
    expect(findings.map(({ text }) => text)).toContainEqual({
      key: 'slack.doctor.people',
      values: { n: 2, of: 2 },
    });
    await slack.close();
  });

  it('says of an archived channel that it is archived', async () => {
    const slack = await fakeSlack({ scopes: botScopes() });
    ['office-midori', 'risk'].forEach((name, index) => slack.addChannel(`C00000${index}`, name));
    slack.addChannel('C000009', 'service', { isArchived: true });
    for (const id of ['p-risk', 'p-english']) slack.addUser(`U${id}`, { email: `${id}@example.invalid` });
    expect((await check(slack)).filter(({ ok }) => !ok).map(({ text }) => text)).toEqual([
      { key: 'slack.doctor.channel_archived', values: { channel: '#service' } },
    ]);
    await slack.close();
  });

  it('looks at channels that were connected in Slack in the place of those of the files', async () => {
    const slack = await fakeSlack({ scopes: botScopes() });
    ['office-midori', 'service'].forEach((name, index) => slack.addChannel(`C00000${index}`, name));
    slack.addChannel('C0RISKROOM', 'risk-room', { kind: 'private' });
    slack.addChannel('C000009', 'put-away', { isArchived: true });
    for (const id of ['p-risk', 'p-english']) slack.addUser(`U${id}`, { email: `${id}@example.invalid` });
    const by = { platform: 'slack', by: 'p-admin', at: '2026-11-20T00:00:00.000Z' };
    const wrong = async (...places: [unit: string, place: string][]) =>
      (
        await check(
          slack,
          slack.tokens.bot,
          places.map(([unit, place]) => ({ ...by, unit, place })),
        )
      )
        .filter(({ ok }) => !ok)
        .map(({ text }) => text);
    const fallback = { key: 'slack.doctor.channel_missing', values: { channel: '#risk' } };
    // The fallback channel of the files is still looked for.
    expect(await wrong(['risk', 'C0RISKROOM'])).toEqual([fallback]);
    expect(await wrong(['risk', 'C0ELSEWHERE'], ['service', 'C000009'])).toEqual([
      { key: 'slack.doctor.bound_missing', values: { channel: 'C0ELSEWHERE', unit: { unit: 'risk' } } },
      { key: 'slack.doctor.channel_archived', values: { channel: 'C000009' } },
      fallback,
    ]);
    await slack.close();
  });

  it('says that the token is wrong, and looks no further', async () => {
    const slack = await fakeSlack();
    expect(keys(await check(slack, 'xoxb-wrong'), false)).toEqual(['slack.doctor.token_refused']);
    await slack.close();
    expect(keys(await check(slack), false)).toEqual(['slack.doctor.unreachable']);
  });
});
