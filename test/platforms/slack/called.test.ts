import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice } from '../../../src/domain/dialog/question-view.ts';
import { phrase } from '../../../src/domain/phrase.ts';
import { fileMishanded } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { slackEdge } from '../../support/slack-edge.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';
import { REPORTER } from '../../support/small-organization.ts';

/** Everybody and everything that was called by what was posted to a channel, in order: a card that changes calls no more. */
const called = ({ calls }: FakeSlack, channel: string) =>
  calls
    .filter(({ method, args }) => method === 'chat.postMessage' && args['channel'] === channel)
    .flatMap(({ args }) => JSON.stringify(args['blocks']).match(/<[!@][^>]*>/gu) ?? []);

describe('a post that is for those with a role', () => {
  const calls = { unit: 'risk', role: 'manager' as const, people: [REPORTER] };
  const OF_ROLE = { id: 'S0HEADS', handle: 'risk-manager' };
  const OF_UNIT = { id: 'S0RISK', handle: 'risk' };
  it.each([
    ['calls their group', { mention: true, calls }, [OF_ROLE, OF_UNIT], ['<!subteam^S0HEADS>']],
    ['calls the group of the unit, else', { mention: true, calls }, [OF_UNIT], ['<!subteam^S0RISK>']],
    ['calls them by name where nobody has a group', { mention: true, calls }, [], ['<@U0PERSON>']],
    [
      'calls their group without a mention',
      { mention: false, calls },
      [OF_UNIT, OF_ROLE],
      ['<!subteam^S0HEADS>'],
    ],
    ['calls nobody else without one', { mention: false, calls }, [OF_UNIT], []],
    ['is no other post', { mention: true }, [OF_ROLE, OF_UNIT], ['<!subteam^S0RISK>']],
  ])('%s', async (_what, over, groups, expected) => {
    const slack = await fakeSlack();
    slack.addChannel('C000001', 'risk');
    slack.addUser('U0PERSON', { email: `${REPORTER}@example.invalid` });
    slack.workspace.groups.push(...groups);
    const platform = await slackEdge(slack);
    const post = { view: notice([phrase('value', { value: 'ことば' })]), card: null, mention: false };
    // Who has been written to has an account that is known.
    await platform.send({ ...post, key: 'first', to: { platform: 'slack', place: `me:${REPORTER}` } });
    await platform.send({ ...post, ...over, key: 'second', to: { platform: 'slack', place: '#risk' } });
    expect(called(slack, 'C000001')).toEqual(expected);
    await platform.stop();
    await slack.close();
  });
});

describe('a report that nobody acknowledges', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await slackWorld();
    const users = [world.person('suzuki').user];
    world.slack.workspace.groups.push(
      { id: 'S0RISK', handle: 'risk-compliance', users },
      { id: 'S0HEADS', handle: 'risk-compliance-manager', users },
    );
  }, WORLD_READY_MS);
  afterAll(() => world.close());
  const risk = () => called(world.slack, channelOf(world, 'risk-compliance'));

  it('calls the unit at first, and the group of each role once it goes to them', async () => {
    await fileMishanded(world, 'yamada');
    expect(risk()).toEqual(['<!subteam^S0RISK>']);
    world.clock.set('2026-11-20T10:12:00+09:00');
    await world.tick();
    expect(risk()).toEqual(['<!subteam^S0RISK>', '<!subteam^S0RISK>']);
    world.clock.set('2026-11-20T11:12:00+09:00');
    await world.tick();
    expect(risk()).toEqual(['<!subteam^S0RISK>', '<!subteam^S0RISK>', '<!subteam^S0HEADS>']);
  });

  it('gives nobody a right who is called because they are in a group', async () => {
    const { number } = await fileMishanded(world, 'yamada');
    const suzuki = world.person('suzuki');
    const channel = channelOf(world, 'risk-compliance');
    world.slack.workspace.channels.get(channel)?.members.add(suzuki.user);
    const before = await world.report(number);
    await suzuki.pressCard(channel, number, '受付確認');
    await world.settle();
    expect(suzuki.hints().at(-1) ?? suzuki.heard().at(-1)).toMatch(/この操作は|ありませんでした/u);
    expect(await world.report(number)).toEqual(before);
    // Who may is somebody of the directory, in no group.
    await world.person('tanaka').pressCard(channel, number, '受付確認');
    await world.settle();
    expect((await world.report(number)).steps.length).toBeGreaterThan(before.steps.length);
    const card = world.slack.messagesIn(channel).find(({ blocks }) => textOf(blocks).includes(number));
    expect(textOf(card?.blocks ?? [])).toContain('受付確認済');
  });
});
