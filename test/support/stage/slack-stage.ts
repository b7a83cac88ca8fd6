import { phrase } from '../../../src/domain/phrase.ts';
import type { FakeSlackOptions } from '../fake-slack/fake-slack.ts';
import { textOf, type FakeBlock } from '../fake-slack/workspace.ts';
import type { WorldOptions } from '../a-world.ts';
import { channelOf, slackWorld, type SlackWorld } from '../slack-world.ts';
import { cardsOf, shownOf, slackPlayer, type WithSlack } from './slack-player.ts';
import { ADMINISTRATOR, CONNECTED, onlyOne, remembered, type InChannel, type Stage } from './stage.ts';

/** What stands in Slack's channels, and whoever is in its workspace. */
export type SlackSide = Pick<Stage, 'inPrivate' | 'reporter' | 'card' | 'channel' | 'under'>;

/** The house with Slack alone: everything over signed requests, or over a socket. */
export async function slackStage(options: WorldOptions & { slack?: FakeSlackOptions } = {}): Promise<Stage> {
  const world = await slackWorld({ ...options, withWeb: false });
  const side = slackSide(await connected(world));
  return { ...side, world, handler: side.reporter, elsewhere: null, close: () => world.close() };
}

/** An administrator has given channels to units that the files name none for, and every unit has its user group. */
export async function connected(world: Omit<SlackWorld, 'close'>): Promise<WithSlack> {
  const { slack, organized } = world;
  const { units } = organized.catalogue.organization;
  slack.workspace.groups.push(
    ...[...units.keys()].map((unit, index) => ({ id: `S${String(index).padStart(6, '0')}`, handle: unit })),
  );
  const bound = new Map<string, string>(
    CONNECTED.map((unit, index) => [unit, slack.addChannel(`C0CONNECTED${index}`, unit).id]),
  );
  for (const [unit, channel] of bound) {
    const name = units.get(unit)?.names.at(-1)?.value.ja;
    const { answer } = await world.person(ADMINISTRATOR).command(`接続 ${name}`, channel);
    const said = textOf((answer as { blocks?: FakeBlock[] }).blocks ?? []);
    if (!said.includes('つなぎました')) throw new Error(`no channel for ${unit}: ${said}`);
  }
  return { ...world, channelOf: (unit) => bound.get(unit) ?? channelOf(world, unit) };
}

export function slackSide(world: WithSlack): SlackSide {
  return {
    inPrivate: phrase('slack.answered_in_dm'),
    reporter: remembered((id) => Promise.resolve(slackPlayer(world, id))),
    card: (unit, number) => onlyOne(cardsOf(world, unit, number).map(inChannel), number),
    channel: (unit) =>
      world.slack
        .messagesIn(world.channelOf(unit))
        .filter(({ thread }) => thread === null)
        .map(inChannel),
    under: (unit, number) => {
      const [card] = cardsOf(world, unit, number);
      return world.slack
        .messagesIn(world.channelOf(unit))
        .filter(({ thread }) => card && thread === card.ts)
        .map(({ blocks }) => textOf(blocks));
    },
  };
}

const CALL = '<!subteam^';

/** What calls a group stands above everything else, and is no word of the card. */
function inChannel(message: Parameters<typeof shownOf>[0]): InChannel {
  const { text, buttons } = shownOf(message);
  const lines = text.split('\n');
  return {
    text: lines.filter((line) => !line.startsWith(CALL)).join('\n'),
    buttons,
    calls: lines.some((line) => line.startsWith(CALL)),
  };
}
