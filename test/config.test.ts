import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const ROOT = '/tsutae';
const read = (env: Record<string, string>) => readConfig(env, ROOT);
const teams = {
  TEAMS_APP_ID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  TEAMS_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  TEAMS_APP_SECRET: 'a secret',
};
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a-secret-of-twenty-characters' };

describe('Slack in the configuration', () => {
  it('is off without a token', () => {
    expect(read({})).toMatchObject({ ok: true, value: { slack: null, web: true } });
  });

  it('takes requests on a port of its own', () => {
    const transport = {
      kind: 'http',
      host: '0.0.0.0',
      port: 3220,
      signingSecret: slack.SLACK_SIGNING_SECRET,
    };
    expect(read(slack)).toMatchObject({
      ok: true,
      value: { slack: { botToken: 'xoxb-1', apiUrl: null, transport } },
    });
  });

  it('opens the connection itself with an app token', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(read(socket)).toMatchObject({
      value: { slack: { transport: { kind: 'socket', appToken: 'xapp-1' } } },
    });
  });

  it('finds its token in a file, and refuses one that holds none', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-config-'));
    const { SLACK_SIGNING_SECRET } = slack;
    const of = (name: string, text: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    };
    const [token, none] = [of('token', 'xoxb-1\n'), of('none', 'xoxp-1\n')];
    expect(read({ SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN_FILE: token })).toMatchObject({
      ok: true,
      value: { slack: { botToken: { file: token } } },
    });
    const refused = { setting: 'SLACK_BOT_TOKEN_FILE', remedy: 'config.SLACK_BOT_TOKEN_FILE' };
    for (const env of [
      { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN_FILE: none },
      { SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN_FILE: path.join(folder, 'missing') },
      { ...slack, SLACK_BOT_TOKEN_FILE: token },
    ])
      expect(read(env)).toEqual({ ok: false, problem: [refused] });
    rmSync(folder, { recursive: true });
  });

  it.each(['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'] as const)('finds its %s in a file too', (setting) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-config-'));
    const secret = { SLACK_SIGNING_SECRET: 'x'.repeat(32), SLACK_APP_TOKEN: 'xapp-1' }[setting];
    const [file, none] = [path.join(folder, 'secret'), path.join(folder, 'none')];
    writeFileSync(file, `${secret}\n`);
    writeFileSync(none, 'none\n');
    const transport = setting === 'SLACK_APP_TOKEN' ? { appToken: { file } } : { signingSecret: { file } };
    const name = `${setting}_FILE`;
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', [name]: file })).toMatchObject({
      value: { slack: { transport } },
    });
    for (const wrong of [
      { [name]: none },
      { [name]: path.join(folder, 'missing') },
      { [name]: file, [setting]: secret },
    ])
      expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', ...wrong })).toEqual({
        ok: false,
        problem: [{ setting: name, remedy: `config.${name}` }],
      });
    rmSync(folder, { recursive: true });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a signing secret without a token',
      { SLACK_SIGNING_SECRET: slack.SLACK_SIGNING_SECRET },
      'SLACK_BOT_TOKEN',
    ],
    ['a token without a way in', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
    ['a token of another kind', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }, 'SLACK_BOT_TOKEN'],
    ['an address that is none', { ...slack, SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
  ])('is refused with %s', (_what, env, setting) => {
    expect(read(env)).toEqual({ ok: false, problem: [{ setting, remedy: `config.${setting}` }] });
  });
});

describe('Teams in the configuration', () => {
  it('is off without an app', () => {
    expect(read({})).toMatchObject({ ok: true, value: { teams: null } });
  });

  it('is an app of one tenant with a secret', () => {
    expect(read(teams)).toMatchObject({
      value: {
        teams: {
          app: { id: teams.TEAMS_APP_ID, tenant: teams.TEAMS_TENANT_ID, secret: 'a secret' },
          host: '0.0.0.0',
          port: 3978,
          serviceUrl: 'https://smba.trafficmanager.net/teams/',
          dialogs: false,
          sdk: 'botbuilder',
        },
      },
    });
  });

  it('needs no secret with a managed identity, and uses none', () => {
    const managed = { ...teams, TEAMS_CREDENTIALS: 'managed-identity' };
    expect(read(managed)).toMatchObject({ value: { teams: { app: { secret: null } } } });
    expect(read({ ...managed, TEAMS_APP_SECRET: '' })).toMatchObject({ ok: true });
  });

  it('is tried out on this machine with a port alone', () => {
    expect(read({ TEAMS_PORT: '0' })).toMatchObject({
      value: { teams: { app: null, host: '127.0.0.1', port: 0 } },
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an app without a tenant', { ...teams, TEAMS_TENANT_ID: '' }, 'TEAMS_TENANT_ID'],
    ['an app without credentials', { ...teams, TEAMS_APP_SECRET: '' }, 'TEAMS_APP_SECRET'],
    ['an app id that is none', { ...teams, TEAMS_APP_ID: 'tsutae' }, 'TEAMS_APP_ID'],
    ['no app in production', { TEAMS_PORT: '0', TSUTAE_WEB: 'off', NODE_ENV: 'production' }, 'TEAMS_APP_ID'],
    ['an SDK that nobody knows', { ...teams, TEAMS_SDK: 'other' }, 'TEAMS_SDK'],
  ])('is refused with %s', (_what, env, setting) => {
    expect(read(env)).toEqual({ ok: false, problem: [{ setting, remedy: `config.${setting}` }] });
  });
});

describe('production', () => {
  it('is possible over Teams alone', () => {
    expect(read({ ...teams, NODE_ENV: 'production', TSUTAE_WEB: 'off' }).ok).toBe(true);
  });

  it('is refused with the web chat, where anybody is a sample person', () => {
    expect(read({ ...slack, NODE_ENV: 'production' })).toMatchObject({ problem: [{ setting: 'NODE_ENV' }] });
  });

  it('is possible over Slack alone', () => {
    expect(read({ ...slack, NODE_ENV: 'production', TSUTAE_WEB: 'off' }).ok).toBe(true);
  });

  it('needs a platform', () => {
    expect(read({ TSUTAE_WEB: 'off' })).toMatchObject({ problem: [{ setting: 'TSUTAE_WEB' }] });
  });
});
