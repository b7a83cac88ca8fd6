import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webApi } from '@slack/bolt';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { editMessage, findMessage, postMessage } from '../../../src/platforms/slack/messages.ts';
import { directOf } from '../../../src/platforms/slack/own-conversations.ts';
import { registrationModal } from '../../../src/platforms/slack/register-unit.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import { clientOptions } from '../../../src/platforms/slack/slack-clients.ts';
import { slackErrorName } from '../../../src/platforms/slack/slack-failure.ts';
import { slackLog } from '../../../src/platforms/slack/slack-log.ts';
import { botScopes, usedMethods } from '../../../src/platforms/slack/slack-uses.ts';
import { fakeSlack } from '../../support/fake-slack/fake-slack.ts';
import { silentLog } from '../../support/storage-samples.ts';

/** Not in the emulator: its README, "Current Slack limits". */
const NOT_THERE = ['usergroups.list', 'users.conversations'];
const TOKEN = 'xoxb-emu';
const say = ({ key }: { key: string }): string => key;

let emulator: Emulator;
let api: webApi.WebClient;
let channel: string;
const called = new Set<string>();

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        team: { name: 'Pension', domain: 'pension' },
        users: [
          { name: 'yamada', real_name: '山田', email: 'yamada@pension.example' },
          { name: 'operator', real_name: '運用', email: 'operator@pension.example' },
        ],
        channels: [{ name: 'risk-compliance' }],
        bots: [{ name: 'tsutae' }],
        tokens: [{ token: TOKEN, user: 'operator', scopes: [...botScopes(), 'channels:join'] }],
      },
    },
  });
  const seen = (url: string | URL, init?: RequestInit) => {
    called.add(String(url).replace(/^.*\/api\//, ''));
    return fetch(url, init);
  };
  const options = clientOptions(`${emulator.url}/api/`, slackLog(silentLog()));
  api = new webApi.WebClient(TOKEN, { ...options, fetch: seen });
  const { channels } = await api.conversations.list({});
  channel = channels?.find(({ name }) => name === 'risk-compliance')?.id ?? '';
  await api.conversations.join({ channel });
});
afterAll(() => emulator.close());

const message = (value: string) => {
  const [first] = renderMessage(
    notice([phrase('value', { value })]),
    ({ key, values }) => `${key} ${JSON.stringify(values ?? {})}`,
  );
  if (!first) throw new Error('no message');
  return first;
};

describe('somebody else’s emulator of the Web API', () => {
  it('takes a message, finds it by its key and edits it in place', async () => {
    const wanted = { channel, thread: null, key: 'card:1', message: message('a') };
    const standing = await postMessage(api, wanted);
    expect(await findMessage(api, wanted)).toEqual(standing);
    expect(await findMessage(api, { ...wanted, key: 'card:2' })).toBeNull();
    expect(await editMessage(api, standing, message('b'))).toBe(true);
    expect(await editMessage(api, { ...standing, ts: '1.000001' }, message('c'))).toBe(false);
  });

  it('says whose token it is', async () => {
    expect(await api.auth.test()).toMatchObject({ ok: true, team: 'Pension', user: 'operator' });
  });

  it('finds by its key what stands in a thread', async () => {
    const root = await postMessage(api, { channel, thread: null, key: 'card:3', message: message('a') });
    const wanted = { channel, thread: root.ts, key: 'step:1', message: message('b') };
    expect(await findMessage(api, wanted)).toBeNull();
    const standing = await postMessage(api, wanted);
    await postMessage(api, { ...wanted, key: 'step:2', message: message('c') });
    expect(await findMessage(api, wanted)).toEqual(standing);
    expect(await findMessage(api, { ...wanted, thread: null })).toBeNull();
  });

  it('gives what stands in a channel and in a thread in the order in which our fake gives it', async () => {
    const fake = await fakeSlack();
    try {
      fake.addChannel('C0RISK', 'risk-compliance');
      const options = clientOptions(fake.apiUrl, slackLog(silentLog()));
      const ours = new webApi.WebClient(fake.tokens.bot, options);
      const orders = await Promise.all([ordersIn(api, channel), ordersIn(ours, 'C0RISK')]);
      expect(orders[0]).toEqual(orders[1]);
      expect(orders[0]).toEqual({ channel: [3, 0], thread: [0, 1, 2] });
    } finally {
      await fake.close();
    }
  });

  it('knows people by their address, and opens their conversations', async () => {
    const { user } = await api.users.lookupByEmail({ email: 'yamada@pension.example' });
    expect((await api.users.info({ user: user?.id ?? '', include_locale: true })).user?.id).toBe(user?.id);
    const direct = await directOf(api, user?.id ?? '');
    expect(direct).toMatch(/^D/);
    const standing = await postMessage(api, {
      channel: direct ?? '',
      thread: null,
      key: 'said:1',
      message: message('a'),
    });
    expect(
      (await api.chat.getPermalink({ channel: standing.channel, message_ts: standing.ts })).permalink,
    ).toContain(standing.channel);
    await api.chat.postEphemeral({ channel, user: user?.id ?? '', ...message('a') });
    expect((await api.conversations.info({ channel })).channel?.name).toBe('risk-compliance');
    expect((await api.users.list({ limit: 1000 })).members?.map(({ id }) => id)).toContain(user?.id);
  });

  it('opens a modal once, pushes another upon it, and shows a Home tab', async () => {
    const { user } = await api.users.lookupByEmail({ email: 'yamada@pension.example' });
    const user_id = user?.id ?? '';
    const view = renderModal(registrationModal(), say, { opener: null });
    const trigger = async (more: object) =>
      String(
        ((await api.apiCall('views.generateTriggerId', { user_id, ...more })) as { trigger_id?: string })
          .trigger_id,
      );
    const trigger_id = await trigger({});
    const opened = await api.views.open({ trigger_id, view });
    const again = await api.views.open({ trigger_id, view }).catch((error: unknown) => slackErrorName(error));
    expect(again).toMatch(/trigger/);
    await api.views.push({ trigger_id: await trigger({ view_id: opened.view?.id }), view });
    await api.views.publish({ user_id, view: { type: 'home', blocks: message('a').blocks } });
  });

  it('was asked for every method that it has', () => {
    const used = [...usedMethods().keys()].filter((method) => !NOT_THERE.includes(method));
    expect(used.filter((method) => !called.has(method))).toEqual([]);
  });
});

/** Two messages, the first with two under it: how they are given, by the order in which they were posted. */
async function ordersIn(client: webApi.WebClient, channel: string) {
  const root = await postMessage(client, { channel, thread: null, key: 'o:0', message: message('0') });
  const posted = [root.ts];
  for (const [key, thread] of [
    ['o:1', root.ts],
    ['o:2', root.ts],
    ['o:3', null],
  ] as const)
    posted.push((await postMessage(client, { channel, thread, key, message: message(key) })).ts);
  const order = (messages: { ts?: string }[] | undefined) =>
    (messages ?? []).map(({ ts = '' }) => posted.indexOf(ts)).filter((at) => at >= 0);
  const history = await client.conversations.history({ channel });
  const replies = await client.conversations.replies({ channel, ts: root.ts });
  return { channel: order(history.messages), thread: order(replies.messages) };
}

/** The emulator wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
