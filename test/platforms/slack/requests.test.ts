import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

let world: SlackWorld;
let yamada: FakePerson;
beforeAll(async () => {
  world = await slackWorld();
  yamada = world.person('yamada');
}, WORLD_READY_MS);
afterAll(() => world.close());

const now = () => Math.floor(Date.now() / 1000);
const entries = async () => (await world.everythingStored()).split('inbox_entry').length;
const newest = () => {
  const delivery = world.slack.deliveries.at(-1);
  if (!delivery) throw new Error('nothing was sent');
  return { ...delivery, attempts: 0 };
};

describe('a request', () => {
  it.each([
    ['with another signature', { secret: 'somebody-elses-secret-0123' }],
    ['that is old', { timestamp: now() - 6 * 60 }],
    ['from the future', { timestamp: now() + 6 * 60 }],
  ])('%s is refused, and nothing is done', async (_what, signing) => {
    await yamada.write('こんにちは');
    await world.settle();
    const before = await entries();
    const said = { ...newest(), body: newest().body.replace('こんにちは', 'やあ') };
    expect((await world.slack.resend(said, signing)).status).toBe(401);
    expect(await entries()).toBe(before);
  });

  it('about another workspace is refused', async () => {
    const before = await entries();
    const delivery = await world.slack.event(
      { type: 'message', channel: 'D0X', channel_type: 'im', user: 'U0YAMADA', text: 'やあ', ts: '1.1' },
      { team_id: 'T0OTHER', authorizations: [{ team_id: 'T0OTHER', user_id: 'U1', is_bot: true }] },
    );
    expect(delivery.status).toBe(401);
    expect(await entries()).toBe(before);
  });

  it('answers the question whose address it is', async () => {
    const { body, contentType } = {
      body: JSON.stringify({ type: 'url_verification', challenge: 'c' }),
      contentType: 'application/json',
    };
    const asked = await world.slack.resend({ body, contentType, attempts: 0, status: null, answer: null });
    expect([asked.status, asked.answer]).toEqual([200, { challenge: 'c' }]);
  });
});

describe('people', () => {
  it('of another workspace, bots and the bot itself are not heard', async () => {
    const before = await entries();
    world.slack.addUser('U0FOREIGN', { team: 'T0OTHER', email: 'yamada@pension.example' });
    const base = { type: 'message', channel: yamada.direct(), channel_type: 'im', text: MISHANDED };
    await world.slack.event({ ...base, user: 'U0FOREIGN', user_team: 'T0OTHER', ts: world.slack.nextTs() });
    await world.slack.event({ ...base, user: 'U0SOMEBOT', bot_id: 'B1', ts: world.slack.nextTs() });
    await world.slack.event({ ...base, user: world.slack.workspace.bot.user, ts: world.slack.nextTs() });
    await world.settle();
    expect(await entries()).toBe(before);
  });

  it('who are guests are told so', async () => {
    const guest = world.person('guest');
    world.slack.addUser(guest.user, { email: 'yamada@pension.example', isGuest: true });
    await guest.write(MISHANDED);
    expect(guest.hints()).toEqual(['ゲストの方からは受け付けていません。職員の方に伝えてください。']);
  });

  it('who become guests are told so from then on, and are written to no more', async () => {
    const left = world.person('kikuchi');
    await left.write('使い方');
    await world.settle();
    const heard = left.heard().length;
    expect(heard).toBeGreaterThan(0);
    const { number } = await fileMishanded(world, 'kikuchi');
    const told = left.heard().length;
    world.slack.addUser(left.user, { email: 'kikuchi@pension.example', isGuest: true });
    await world.slack.event({ type: 'user_change', user: { id: left.user, is_restricted: true } });
    await left.write('使い方');
    await world.pressCard('tanaka', number, 'acknowledge');
    expect(left.hints()).toEqual(['ゲストの方からは受け付けていません。職員の方に伝えてください。']);
    expect(left.heard()).toHaveLength(told);
  });

  it('with an address that nobody has confirmed are not taken for those of the directory', async () => {
    const claimed = world.person('claimed');
    world.slack.addUser(claimed.user, { email: 'tanaka@pension.example', isEmailConfirmed: false });
    await claimed.write('こんにちは');
    expect(claimed.hints().at(-1)).toContain('拠点か部署を選んでください');
  });

  it('whom no file names say once where they work; what they wrote before is kept nowhere', async () => {
    const arai = world.person('arai');
    world.slack.addUser(arai.user, { name: '新井', email: 'arai@elsewhere.example' });
    await arai.write('みどりの窓口で別の方の通知書を渡しました');
    expect(arai.hints().at(-1)).toContain('もう一度書いてください');
    expect(await world.everythingStored()).not.toContain('別の方の通知書を渡しました');
    await arai.press('登録');
    expect(arai.modal()?.title).toBe('所属の登録');
    const found = await arai.search('拠点・部署', 'みどり');
    expect(found).toContainEqual({ text: 'みどり年金事務所', value: 'midori' });
    await arai.submit({ '拠点・部署': 'midori' });
    expect(arai.modal()?.title).toBe('みどり年金事務所で登録しました。');
    await arai.write(MISHANDED);
    await world.settle();
    expect(arai.heard().at(-1)).toContain('何人分ですか');
  });
});

describe('a call in a channel', () => {
  it('is answered in direct messages, with a hint for the caller alone', async () => {
    const suzuki = world.person('suzuki');
    const risk = channelOf(world, 'risk-compliance');
    world.slack.workspace.channels.get(risk)?.members.add(suzuki.user);
    const before = world.slack.messagesIn(risk).length;
    await suzuki.mention(risk, MISHANDED);
    await world.settle();
    expect(suzuki.hints()).toEqual(['答えは、ダイレクトメッセージに届きます。ここには出ません。']);
    expect(suzuki.heard().at(-1)).toContain('何人分ですか');
    expect(world.slack.messagesIn(risk)).toHaveLength(before);
  });
});

describe('an event that comes again and again', () => {
  it('is one report, with one card and one receipt', async () => {
    const nishida = world.person('nishida');
    await nishida.write(MISHANDED);
    for (const label of ['1人', '見ていない', '送信']) {
      await world.settle();
      await nishida.press(label);
    }
    const again = world.slack.deliveries.slice(-4).map((delivery) => ({ ...delivery, attempts: 0 }));
    const shuffled = [...again, ...again, ...again].sort((a, b) => a.body.length - b.body.length);
    for (const delivery of shuffled) expect((await world.slack.resend(delivery)).status).toBe(200);
    await world.settle();
    const reports = await world.filed('nishida');
    expect(reports).toHaveLength(1);
    const number = reports[0]?.number ?? '';
    const cards = world.slack
      .messagesIn(channelOf(world, 'risk-compliance'))
      .filter(({ blocks }) => JSON.stringify(blocks).includes(number));
    expect(cards).toHaveLength(1);
    expect(nishida.heard().filter((text) => text.includes(number))).toHaveLength(1);
  });
});

describe('every event four times, at once and in any order', () => {
  it('is one report, one card in each place and one answer to each deed', async () => {
    const okamoto = world.person('okamoto');
    const copies = () => world.slack.deliveries.slice(before).map((one) => ({ ...one, attempts: 0 }));
    const before = world.slack.deliveries.length;
    const three = async () => {
      const again = [...copies(), ...copies(), ...copies()].reverse();
      const answers = await Promise.all(again.map((one) => world.slack.resend(one)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      await world.settle();
    };
    await okamoto.write(MISHANDED);
    await three();
    for (const label of ['1人', '見ていない', '送信']) {
      await okamoto.press(label);
      await three();
    }
    const reports = await world.filed('okamoto');
    expect(reports).toHaveLength(1);
    const number = reports[0]?.number ?? '';
    const cards = world.slack.workspace.messages.filter(
      ({ channel, blocks }) => channel.startsWith('C') && JSON.stringify(blocks).includes(number),
    );
    expect(cards.map(({ channel }) => channel)).toEqual([...new Set(cards.map(({ channel }) => channel))]);
    for (const words of ['何人分ですか', '中を見ましたか', 'この内容で送りますか', number])
      expect([words, okamoto.heard().filter((text) => text.includes(words)).length]).toEqual([words, 1]);
  });
});

describe('a store that fails', () => {
  it('is answered with 500, so that Slack brings the message again', async () => {
    const kudo = world.person('kudo');
    await kudo.write('こんにちは');
    await world.settle();
    const { edge } = world.house;
    const receive = edge.receive.bind(edge);
    let failures = 2;
    edge.receive = (inbound) =>
      failures-- > 0 ? Promise.reject(new Error('the disk is full')) : receive(inbound);
    const delivery = await kudo.write(MISHANDED);
    expect([delivery.status, delivery.attempts]).toEqual([500, 2]);
    await world.slack.pass(1);
    expect([delivery.status, delivery.attempts]).toEqual([200, 3]);
    edge.receive = receive;
    await world.settle();
    expect(kudo.heard().filter((text) => text.includes('何人分ですか'))).toHaveLength(1);
  });
});
