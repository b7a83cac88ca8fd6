import { readControlBlockId } from '../../../src/platforms/slack/control-block.ts';
import type { Delivery } from '../fake-slack/deliver-requests.ts';
import { buttonsOf, textOf, type FakeBlock, type FakeMessage } from '../fake-slack/workspace.ts';
import type { SlackWorld } from '../slack-world.ts';
import type { Opened, Player, Shown } from './stage.ts';

/** What of the house with Slack a stage is built over. */
export type WithSlack = Pick<SlackWorld, 'slack' | 'person' | 'settle'> & {
  /** Id of the channel in which a unit is reached. */
  channelOf: (unit: string) => string;
};

/** Somebody in Slack's client; everything that Slack sends is answered with 200. */
export function slackPlayer(world: WithSlack, id: string): Player {
  const person = world.person(id);
  let before = { heard: 0, hints: 0 };

  const done = async (act: () => Promise<Delivery>): Promise<Delivery> => {
    before = { heard: person.heard().length, hints: person.hints().length };
    const delivery = await act();
    if (delivery.status !== 200) throw new Error(`Slack was answered ${delivery.status}`);
    await world.settle();
    return delivery;
  };
  /** Whoever presses or writes in a channel has joined it. */
  const joined = (unit: string) => {
    const channel = world.channelOf(unit);
    world.slack.workspace.channels.get(channel)?.members.add(person.user);
    return channel;
  };
  const card = (unit: string, number: string) => {
    joined(unit);
    return cardOf(world, unit, number);
  };
  const act = async (one: () => Promise<Delivery>): Promise<void> => {
    await done(one);
  };
  const send = async (values: Readonly<Record<string, string>>) => {
    checkOffered(person.modal()?.blocks ?? [], values);
    const { answer } = await done(() => person.submit(values));
    return answer === '' ? [] : Object.values((answer as { errors?: Record<string, string> }).errors ?? {});
  };

  return {
    id,
    says: (text) => act(() => person.write(text)),
    calls: (unit, text) => act(() => person.mention(joined(unit), text)),
    presses: (title) => act(() => person.press(title)),
    pressesCard: (unit, number, title) => act(() => person.pressSeen(card(unit, number), title)),
    looksAt: (unit, number) => {
      const seen = structuredClone(card(unit, number));
      return (title) => act(() => person.pressSeen(seen, title));
    },
    writes: async (unit, number, text) => {
      const { channel, ts } = card(unit, number);
      await done(() => person.reply(channel, ts, text));
    },
    opened: () => {
      const modal = person.modal();
      return modal && openedOf(modal.blocks, modal.title);
    },
    fills: send,
    sends: async () => {
      const wrong = await send({});
      if (wrong.length > 0) throw new Error(`what was previewed is not taken: ${wrong.join()}`);
    },
    heard: () => world.slack.messagesIn(person.direct()).map(shownOf),
    told: () => [...person.hints().slice(before.hints), ...person.heard().slice(before.heard)],
  };
}

function cardOf(world: WithSlack, unit: string, number: string): FakeMessage {
  const [card] = cardsOf(world, unit, number);
  if (!card) throw new Error(`no card of ${number} in the channel of ${unit}`);
  return card;
}

/** Only the title of a card ends with the number. */
export function cardsOf(world: WithSlack, unit: string, number: string): FakeMessage[] {
  return world.slack.messagesIn(world.channelOf(unit)).filter(
    ({ thread, blocks }) =>
      thread === null &&
      textOf(blocks)
        .split('\n')
        .some((line) => line.endsWith(`　${number}`)),
  );
}

export function shownOf({ blocks }: Pick<FakeMessage, 'blocks'>): Shown {
  return { text: textOf(blocks), buttons: buttonsOf(blocks).map(({ label }) => label) };
}

/** A preview stands above its form, with a line between them. */
function openedOf(blocks: readonly FakeBlock[], title: string): Opened {
  const divider = blocks.findIndex(({ type }) => type === 'divider');
  const fields = blocks.flatMap(({ block_id = '' }) => readControlBlockId(block_id)?.control ?? []);
  return {
    text: `${title}\n${textOf(blocks)}`,
    fields: [...new Set(fields)],
    preview: divider === -1 ? null : textOf(blocks.slice(0, divider)),
  };
}

/** Nobody can choose in a client what it does not offer. */
function checkOffered(blocks: readonly FakeBlock[], values: Readonly<Record<string, string>>): void {
  for (const { block_id = '', element } of blocks) {
    const value = values[readControlBlockId(block_id)?.control ?? ''];
    const offered = element?.options?.map((option) => option.value);
    if (value !== undefined && offered && !offered.includes(value))
      throw new Error(`${value} is not offered; there are ${offered.join(' ')}`);
  }
}
