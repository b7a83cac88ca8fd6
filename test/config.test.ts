import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const ROOT = '/tsutae';
const read = (env: Record<string, string>) => readConfig(env, ROOT);
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

describe('production', () => {
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
