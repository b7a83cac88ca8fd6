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
import { silentLog } from '../../support/storage-samples.ts';

/** Not in the emulator (its README, "Current Slack limits"), or answered only for people who have signed in there. */
const NOT_THERE = ['auth.test', 'conversations.replies', 'usergroups.list', 'users.conversations'];
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

/** The emulator wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
