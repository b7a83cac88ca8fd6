import {
  platformContract,
  type PlatformPerson,
  type PlatformWorld,
} from '../../contracts/platform-contract.ts';
import { buttonsOf, textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

platformContract('Slack over signed requests', () => overSlack(slackWorld()));
platformContract('Slack in Socket Mode', () => overSlack(slackWorld({ slack: { socketMode: true } })));

async function overSlack(opening: Promise<SlackWorld>): Promise<PlatformWorld> {
  const world = await opening;
  const messages = (unit: string) => world.slack.messagesIn(channelOf(world, unit));
  return {
    world,
    person: (id) => Promise.resolve(atSlack(world, id)),
    cards: (unit, number) =>
      Promise.resolve(
        messages(unit)
          .filter(({ thread, blocks }) => thread === null && textOf(blocks).includes(number))
          .map(({ blocks }) => ({
            text: textOf(blocks),
            buttons: buttonsOf(blocks).map(({ label }) => label),
          })),
      ),
    channel: (unit) =>
      Promise.resolve(
        messages(unit)
          .map(({ blocks }) => textOf(blocks))
          .join('\n'),
      ),
    close: () => world.close(),
  };
}

/** Everything that Slack sends is answered with 200, in time. */
function atSlack(world: SlackWorld, id: string): PlatformPerson {
  const person = world.person(id);
  const state: { errors: string[] } = { errors: [] };
  const taken = async ({ status }: { status: number | null }) => {
    if (status !== 200) throw new Error(`Slack was answered ${status}`);
    await world.settle();
  };
  return {
    say: async (text) => taken(await person.write(text)),
    press: async (label) => taken(await person.press(label)),
    pressCard: async (unit, number, label) =>
      taken(await person.pressCard(channelOf(world, unit), number, label)),
    fill: async (values) => {
      // A preview keeps the form open under it: sent once more, it goes.
      for (let sent = 0; sent < 2 && person.modal() !== null; sent++) {
        const delivery = await person.submit(values);
        const answer = delivery.answer as { errors?: Record<string, string> } | '';
        await taken(delivery);
        state.errors = answer === '' ? [] : Object.values(answer.errors ?? {});
        if (state.errors.length > 0) return;
      }
    },
    errors: () => Promise.resolve(state.errors),
    heard: () => Promise.resolve(person.heard()),
  };
}
