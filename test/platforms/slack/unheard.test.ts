import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileMishanded, MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Delivery } from '../../support/fake-slack/deliver-requests.ts';
import type { FakePerson } from '../../support/fake-slack/people.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const OTHERS = 'T0OTHER';

/** Everything that can come of a request: what is stored, and what is said or opened in Slack. */
async function traces(world: SlackWorld): Promise<unknown> {
  const { slack } = world;
  const { messages, ephemerals, modals, homes } = slack.workspace;
  const shown = [messages, ephemerals, [...modals], [...homes]].map((one) => JSON.stringify(one));
  const tables = JSON.parse(await world.everythingStored()) as { of: string; row: unknown }[][];
  // Jobs are looked through by the clock, whatever comes in.
  const kept = tables.flat().filter(({ of }) => of.startsWith('public.'));
  expect(kept.length).toBeGreaterThan(0);
  return [kept.map((one) => JSON.stringify(one)).sort(), slack.calls.length, ...shown];
}

describe.each([
  ['over signed requests', false, 401],
  // Over a socket there is no answer but that it came.
  ['in Socket Mode', true, 200],
] as const)('what comes from another workspace, %s', (_how, socketMode, status) => {
  let world: SlackWorld;
  let yamada: FakePerson;
  beforeAll(async () => {
    world = await slackWorld({ slack: { socketMode } });
    yamada = world.person('yamada');
    await yamada.write(MISHANDED);
    await world.settle();
    await yamada.openHome();
    await yamada.press('まとめて書く');
    expect(yamada.modal()).not.toBeNull();
    await world.settle();
    // From now on all that Slack says is of another workspace.
    world.slack.workspace.team = OTHERS;
  }, WORLD_READY_MS);
  afterAll(() => world.close());

  it.each<[string, () => Promise<Delivery>]>([
    ['a message', () => yamada.write(MISHANDED)],
    ['a call in a channel', () => yamada.mention(channelOf(world, 'risk-compliance'), MISHANDED)],
    ['a press', () => yamada.press('1人')],
    ['a press on the Home tab', () => yamada.pressHome('わたしの報告')],
    ['a modal that is sent', () => yamada.submit({ 書類の名前: '封筒' })],
    ['a command', () => yamada.command(`報告 ${MISHANDED}`)],
    ['「報告する」', () => yamada.shortcut('report')],
    ['a look at the Home tab', () => yamada.openHome()],
    [
      'somebody who leaves',
      () => world.slack.event({ type: 'user_change', user: { id: yamada.user, deleted: true } }),
    ],
  ])('is refused, and nothing is done: %s', async (_what, deed) => {
    const before = await traces(world);
    const { modals } = world.slack.workspace;
    const open = [...(modals.get(yamada.user) ?? [])];
    const delivery = await deed();
    expect(delivery.status).toBe(status);
    expect(JSON.stringify(delivery.answer)).not.toContain('受け取りました');
    // What Slack itself does with a modal that is answered is no work of ours.
    modals.set(yamada.user, open);
    await world.settle();
    expect(await traces(world)).toEqual(before);
  });
});

describe('a reaction', () => {
  it('to a card is no command, whatever it shows', async () => {
    const world = await slackWorld();
    try {
      const { number } = await fileMishanded(world, 'yamada');
      const risk = channelOf(world, 'risk-compliance');
      const card = world.slack.messagesIn(risk).find(({ blocks }) => textOf(blocks).includes(number));
      const tanaka = world.person('tanaka');
      await world.settle();
      const before = await traces(world);
      for (const type of ['reaction_added', 'reaction_removed'])
        for (const reaction of ['white_check_mark', 'eyes', '+1', 'x']) {
          const { status } = await world.slack.event({
            type,
            reaction,
            user: tanaka.user,
            item: { type: 'message', channel: risk, ts: card?.ts },
            event_ts: world.slack.nextTs(),
          });
          expect(status).toBe(200);
        }
      await world.settle();
      expect(await traces(world)).toEqual(before);
    } finally {
      await world.close();
    }
  });
});
