import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bindChannel, unbindChannel } from '../../src/application/bind-channel.ts';
import { openWeb } from '../../src/compose/platforms.ts';
import type { Profile } from '../../src/application/ports.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { recordingPlatform } from '../support/recording-platform.ts';
import { fileMishanded } from './steps.ts';

const RISK = { platform: 'slack', place: '#risk-compliance' };
const FALLBACK = '#service-promotion';
const ADMINISTRATOR = 'hirata';

const slack = recordingPlatform('slack');
let world: World;
beforeAll(async () => {
  world = await aWorld({ platforms: [openWeb, slack.open] });
  expect((await world.house.start()).ok).toBe(true);
}, WORLD_READY_MS);
afterAll(() => world.close());
beforeEach(() => void (slack.posts.length = 0));

/** A minute later, so that what was filed last is known. */
function fileOne(person: string) {
  world.clock.pass(1);
  return fileMishanded(world, person);
}

const account = (user: string) => ({ platform: 'slack', tenant: 'T1', user });
const profile = (over: Partial<Profile> = {}): Profile => ({
  name: '山田',
  email: 'yamada@pension.example',
  language: 'ja-JP',
  locale: 'ja',
  ...over,
});
const cardPlaces = () => slack.posts.filter(({ card }) => card !== null).map(({ to }) => to.place);

describe('a department that is on two platforms', () => {
  it('gets the card on both', async () => {
    const { number } = await fileOne('yamada');
    expect(cardPlaces()).toContain(RISK.place);
    expect((await world.channel('risk-compliance')).map(({ card }) => card)).toContain(number);
  });
});

describe('a channel that is gone', () => {
  it('is not posted to: the post goes to the fallback, later ones too, and administrators are told once', async () => {
    slack.missing.add(RISK.place);
    const first = await fileOne('yamada');
    const second = await fileOne('yamada');
    expect(slack.posts.filter(({ card }) => card === first.number).map(({ to }) => to.place)).toContain(
      FALLBACK,
    );
    expect(slack.posts.filter(({ card }) => card === second.number).map(({ to }) => to.place)).toContain(
      FALLBACK,
    );
    const told = (await world.heard(ADMINISTRATOR)).filter(({ text }) => text.includes(RISK.place));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('代わりのチャンネルに投稿しています。');
  });

  it('shows there what it would show in its own channel', async () => {
    const { number } = await fileOne('yamada');
    const card = slack.posts.find((post) => post.card === number && post.to.place === FALLBACK);
    expect(card?.view.kind).toBe('card');
  });

  it('is used again once it is back', async () => {
    slack.missing.delete(RISK.place);
    await slack.edge().regainChannel(RISK);
    const { number } = await fileOne('yamada');
    expect(slack.posts.find((post) => post.card === number)?.to).toEqual(RISK);
  });
});

describe('a channel whose loss was found by somebody who was killed then', () => {
  it('is told to administrators by whoever finds it next, once', async () => {
    const channel = { platform: 'slack', place: '#found-by-the-killed' };
    await world.house.store.reach.lose(channel, world.clock.now());
    world.clock.pass(1);
    await slack.edge().loseChannel(channel);
    await slack.edge().loseChannel(channel);
    await world.settle();
    const told = (await world.heard(ADMINISTRATOR)).filter(({ text }) => text.includes(channel.place));
    expect(told).toHaveLength(1);
  });
});

describe('a person who cannot be reached where they wrote', () => {
  it('hears the answer on the other platform', async () => {
    slack.missing.add('me:suzuki');
    const edge = slack.edge();
    const said = { kind: 'said' as const, text: 'こんにちは', attachments: 0 };
    const place = { kind: 'personal' as const, address: 'me:suzuki' };
    const received = await edge.receive({
      platform: 'slack',
      eventId: 'E1',
      person: 'suzuki',
      place,
      body: said,
    });
    expect(received.ok).toBe(true);
    await world.settle();
    expect((await world.last('suzuki')).text).toContain('つたえです。');
  });
});

describe('an account', () => {
  it('is the person of the directory with its e-mail, and stays that person', async () => {
    expect(await slack.edge().recognise(account('U1'), () => Promise.resolve(profile()))).toBe('yamada');
    const unasked = () => Promise.reject(new Error('known already'));
    expect(await slack.edge().recognise(account('U1'), unasked)).toBe('yamada');
  });

  it('without a verified e-mail of the directory is nobody, until they say where they work', async () => {
    const stranger = profile({ name: '新井', email: 'arai@elsewhere.example' });
    expect(await slack.edge().recognise(account('U2'), () => Promise.resolve(stranger))).toBeNull();
    const nameless = profile({ email: null });
    expect(await slack.edge().recognise(account('U3'), () => Promise.resolve(nameless))).toBeNull();
    const registered = await slack.edge().register(account('U2'), stranger, 'midori');
    expect(registered).toEqual({ ok: true, value: 'slack-t1-u2' });
    const person = await slack.edge().recognise(account('U2'), () => Promise.resolve(null));
    expect(person).toBe('slack-t1-u2');
    const { number } = await fileOne('slack-t1-u2');
    expect((await world.report(number)).office).toBe('midori');
  });

  it('of somebody who has left is nobody', async () => {
    const left = profile({ email: 'takeda@pension.example' });
    expect(await slack.edge().recognise(account('U4'), () => Promise.resolve(left))).toBeNull();
  });

  it('cannot be registered at a unit that does not exist', async () => {
    const refused = await slack.edge().register(account('U5'), profile({ email: null }), 'nowhere');
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
  });
});

describe('a channel that is given to a unit', () => {
  const channel = { platform: 'slack', place: 'C0PRIVATE' };

  it('is asked for by administrators only, and changes nothing otherwise', async () => {
    const refused = await slack.edge().bindChannel('tanaka', channel, 'リスク・コンプライアンス部');
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'forbidden', roles: ['administrator'] } });
    const { number } = await fileOne('yamada');
    expect(slack.posts.find((post) => post.card === number)?.to).toEqual(RISK);
  });

  it('goes before the channel of the files, by the name of the unit in any typing', async () => {
    const bound = await slack.edge().bindChannel(ADMINISTRATOR, channel, ' ﾘｽｸ・コンプライアンス 部');
    expect(bound).toEqual({ ok: true, value: 'risk-compliance' });
    const { number } = await fileOne('yamada');
    expect(slack.posts.find((post) => post.card === number)?.to).toEqual(channel);
  });

  it('takes over the cards of open reports on their next change; where they stood they are put out of sight', async () => {
    await slack.edge().unbindChannel(ADMINISTRATOR, channel);
    const { number } = await fileMishanded(world, 'yamada');
    await slack.edge().bindChannel(ADMINISTRATOR, channel, 'リスク・コンプライアンス部');
    slack.posts.length = 0;
    await world.pressCard('tanaka', number, 'acknowledge');
    const cards = slack.posts.filter((post) => post.card === number);
    const [there, here] = [RISK, channel].map((at) => cards.findLast(({ to }) => to.place === at.place));
    expect(there?.view.lines.map(({ text }) => text.key)).toEqual(['card.moved']);
    expect(here?.view.kind).toBe('card');
  });

  it('is written down in the log with who did it, when it is given and when it is taken back', async () => {
    const { surroundings, store } = world.house;
    const noted: unknown[][] = [];
    const log = { ...surroundings.log, info: (...entry: unknown[]) => void noted.push(entry) };
    const deps = { ...surroundings, log, reachBook: store.reach, onReachChanged: () => Promise.resolve() };
    await bindChannel(deps, ADMINISTRATOR, { platform: 'slack', place: 'C0LOGGED' }, '品質管理部');
    await unbindChannel(deps, ADMINISTRATOR, { platform: 'slack', place: 'C0LOGGED' });
    const about = { platform: 'slack', place: 'C0LOGGED', unit: 'quality', by: ADMINISTRATOR };
    expect(noted).toEqual([
      ['channel bound', about],
      ['channel unbound', about],
    ]);
  });

  it('is no longer used once it was taken back', async () => {
    expect(await slack.edge().unbindChannel(ADMINISTRATOR, channel)).toEqual({ ok: true, value: null });
    expect(await slack.edge().unbindChannel(ADMINISTRATOR, channel)).toEqual({
      ok: false,
      problem: { kind: 'not_bound' },
    });
    const { number } = await fileOne('yamada');
    expect(slack.posts.find((post) => post.card === number)?.to).toEqual(RISK);
  });

  it.each([
    ['no unit', '存在しない部', []],
    ['nothing', '  ', []],
    ['several units', '札幌', ['sapporo-higashi', 'sapporo-nishi', 'sapporo-kita']],
  ])('is refused for words that name %s', async (_what, words, near) => {
    const refused = await slack.edge().bindChannel(ADMINISTRATOR, channel, words);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'unit_unclear', near } });
  });
});
