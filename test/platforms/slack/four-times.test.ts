import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
  // What is slow the first time is slow in no test.
  await world.person('yamada').write('使い方');
  await world.person('yamada').command('');
  await world.settle();
}, WORLD_READY_MS);
afterAll(() => world.close());

/** In an order that is another with each seed, and the same with the same. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

let seed = 6;
const copies = (from: number, to = Infinity) =>
  world.slack.deliveries.slice(from, to).map((one) => ({ ...one, attempts: 0 }));

/** Everything that Slack sends for a deed comes three more times, all at once and in any order. */
async function fourTimes(deed: () => Promise<unknown>): Promise<void> {
  const from = world.slack.deliveries.length;
  await deed();
  const again = shuffled(
    [1, 2, 3].flatMap(() => copies(from)),
    (seed += 1),
  );
  await Promise.all(again.map((one) => world.slack.resend(one)));
  // A copy that a busy machine has not answered in time comes again, as it does from Slack.
  for (const one of again) if (one.status === null) await world.slack.resend(one);
  expect(again.map(({ status }) => status)).toEqual(again.map(() => 200));
  await world.settle();
}

const heard = (id: string, words: string) =>
  world
    .person(id)
    .heard()
    .filter((text) => text.includes(words)).length;
const opened = () =>
  world.slack.calls.filter(({ method, answer }) => method === 'views.open' && answer === 'ok').length;

describe('four times, in any order', () => {
  it('a command begins one report, and is answered with one list', async () => {
    await fourTimes(() => world.person('shimizu').command(`報告 ${MISHANDED}`));
    expect(heard('shimizu', '何人分ですか')).toBe(1);
    const before = world.person('tanaka').heard().length;
    await fourTimes(() => world.person('tanaka').command('担当'));
    expect(world.person('tanaka').heard()).toHaveLength(before + 1);
  });

  it('a shortcut opens one modal, and what is sent in it is one report', async () => {
    const abe = world.person('abe');
    const before = opened();
    await fourTimes(() => abe.shortcut('report'));
    expect(opened()).toBe(before + 1);
    await fourTimes(() => abe.submit({ 何がありましたか: MISHANDED }));
    expect(heard('abe', '何人分ですか')).toBe(1);
  });

  it('a message that is reported is one report', async () => {
    const hoshino = world.person('hoshino');
    const channel = channelOf(world, 'quality');
    const said = { channel, ts: world.slack.nextTs(), thread: null, user: 'U0ABE', text: MISHANDED };
    const message = { ...said, blocks: [], metadata: null, isEdited: false, isDeleted: false };
    world.slack.workspace.messages.push(message);
    const before = opened();
    await fourTimes(() => hoshino.shortcut('report_message', message));
    expect(opened()).toBe(before + 1);
    await fourTimes(() => hoshino.submit());
    expect(heard('hoshino', '何人分ですか')).toBe(1);
  });

  it('a form that is closed keeps what was known, and asks on once', async () => {
    const kobayashi = world.person('kobayashi');
    await kobayashi.write(MISHANDED);
    await world.settle();
    const asked = heard('kobayashi', '何人分ですか');
    await fourTimes(() => kobayashi.press('まとめて書く'));
    const before = kobayashi.heard().length;
    await fourTimes(() => kobayashi.closeModal());
    expect([kobayashi.heard().length - before, asked]).toEqual([1, 1]);
    expect(await world.filed('kobayashi')).toEqual([]);
  });

  it('a look at the Home tab and a press on it are one answer', async () => {
    const ishii = world.person('ishii');
    await fileMishanded(world, 'ishii');
    await fourTimes(() => ishii.openHome());
    const before = ishii.heard().length;
    await fourTimes(() => ishii.pressHome('わたしの報告'));
    expect(ishii.heard()).toHaveLength(before + 1);
    await fourTimes(() => ishii.chooseHome('お知らせ', '1日1回にまとめる'));
    expect(await world.house.edge.preferences('ishii')).toMatchObject({ news: 'daily' });
  });

  it('what is said, changed and deleted under a card is one step of each', async () => {
    const { number } = await fileMishanded(world, 'yamada');
    const risk = channelOf(world, 'risk-compliance');
    const card = world.slack.messagesIn(risk).find(({ blocks }) => textOf(blocks).includes(number));
    const before = world.slack.messagesIn(risk).length;
    await fourTimes(() =>
      world.person('tanaka').replyAndRegret(risk, card?.ts ?? '', '確かめます', '午後に確かめます'),
    );
    const kinds = (await world.report(number)).steps.map(({ kind }) => kind);
    for (const kind of ['commented', 'comment_deleted'])
      expect([kind, kinds.filter((one) => one === kind).length]).toEqual([kind, 1]);
    expect(kinds.filter((kind) => kind === 'comment_edited').length).toBeLessThanOrEqual(1);
    expect(world.slack.messagesIn(risk)).toHaveLength(before);
  });

  it('where somebody works is registered once', async () => {
    const arai = world.person('arai');
    world.slack.addUser(arai.user, { name: '新井', email: 'arai@elsewhere.example' });
    await fourTimes(() => arai.write('こんにちは'));
    await fourTimes(() => arai.press('登録'));
    await fourTimes(() => arai.submit({ '拠点・部署': 'midori' }));
    const people = [...world.organized.catalogue.organization.people.values()];
    expect(people.filter(({ email }) => email === 'arai@elsewhere.example')).toHaveLength(1);
  });

  it('a channel is given, lost and regained once, and administrators are told once', async () => {
    const ours = 'C0OURS';
    world.slack.addChannel(ours, 'risk-room', { kind: 'private' });
    await fourTimes(() => world.person('hirata').command('接続 リスク・コンプライアンス部', ours));
    const bound = () => world.house.store.reach.bindings().then((all) => all.length);
    expect(await bound()).toBe(1);
    const { workspace } = world.slack;
    workspace.channels.get(ours)?.members.delete(workspace.bot.user);
    await fourTimes(() => world.slack.event({ type: 'group_left', channel: ours }));
    expect(heard('hirata', '投稿できません')).toBe(1);
    expect(await world.house.store.reach.lost()).toHaveLength(1);
    workspace.channels.get(ours)?.members.add(workspace.bot.user);
    const joined = { type: 'member_joined_channel', channel: ours, user: workspace.bot.user };
    await fourTimes(() => world.slack.event(joined));
    expect(await world.house.store.reach.lost()).toEqual([]);
    await fourTimes(() => world.person('hirata').command('解除', ours));
    expect(await bound()).toBe(0);
  });

  it('who leaves is forgotten, and heard no more', async () => {
    const kikuchi = world.person('kikuchi');
    await kikuchi.write('使い方');
    await world.settle();
    const before = kikuchi.heard().length;
    world.slack.addUser(kikuchi.user, { email: 'kikuchi@pension.example', isDeleted: true });
    await fourTimes(() =>
      world.slack.event({ type: 'user_change', user: { id: kikuchi.user, deleted: true } }),
    );
    await fourTimes(() => kikuchi.write(MISHANDED));
    expect(kikuchi.heard()).toHaveLength(before);
  });

  it('and all of it once more, long after: nothing has become of any of it', async () => {
    const said = () => world.slack.workspace.messages.filter(({ isDeleted }) => !isDeleted).length;
    const filed = async () => {
      const people = ['shimizu', 'abe', 'hoshino', 'kobayashi', 'ishii', 'yamada', 'arai'];
      const reports = (await Promise.all(people.map((id) => world.filed(id)))).flat();
      return reports.map(({ number, steps }) => [number, steps.length]);
    };
    const before = [said(), await filed()];
    // Channels and people are as they are now: what is told of them counts when it is told. And what somebody wrote
    // before they were known is kept nowhere.
    const again = copies(0).filter(
      ({ body }) => !/group_left|member_joined_channel|user_change|app_home_opened|U0ARAI/u.test(body),
    );
    expect(again.length).toBeGreaterThan(15);
    await Promise.all(shuffled(again, (seed += 1)).map((one) => world.slack.resend(one)));
    await world.settle();
    expect([said(), await filed()]).toEqual(before);
  });
});
