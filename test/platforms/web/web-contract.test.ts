import { randomUUID } from 'node:crypto';
import { openWeb } from '../../../src/compose/platforms.ts';
import type { AdaptiveCard, ExecuteAction } from '../../../src/cards/adaptive-card.ts';
import type { Message, OpenedForm, PressAnswer } from '../../../src/platforms/web/api.ts';
import type { Press } from '../../../src/domain/view.ts';
import {
  platformContract,
  type PlatformPerson,
  type PlatformWorld,
} from '../../contracts/platform-contract.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { actionsOf, inputsOf, textsOf } from '../../support/card-elements.ts';
import { messagesIn } from '../../support/chat-client.ts';
import { signedInClient, type WebClient } from '../../support/web-world.ts';

platformContract('the web chat', overWeb);

async function overWeb(): Promise<PlatformWorld> {
  const world = await aWorld({ platforms: [openWeb] });
  const started = await world.house.start();
  if (!started.ok) throw new Error(started.problem.kind);
  const { address } = started.value;
  const messages = async (unit: string) => messagesIn(await signedInClient(address, 'tanaka'), unit);
  return {
    world,
    person: async (id) => atPage(world, await signedInClient(address, id), id),
    cards: async (unit, number) =>
      (await messages(unit)).flatMap(({ card, report }) =>
        card && report === number
          ? [{ text: textsOf(card).join('\n'), buttons: actionsOf(card).map(({ title }) => title) }]
          : [],
      ),
    channel: async (unit) =>
      unit === 'compliance-desk' ? '' : (await messages(unit)).map(({ card }) => textIn(card)).join('\n'),
    close: () => world.close(),
  };
}

function textIn(card: AdaptiveCard | null): string {
  return card ? textsOf(card).join('\n') : '';
}

/** The open form of a person at the page, and what was last said to be wrong with it. */
interface Page {
  place: string;
  form: OpenedForm | null;
  errors: string[];
}

function atPage(world: World, client: WebClient, id: string): PlatformPerson {
  const home = `me:${id}`;
  const page: Page = { place: home, form: null, errors: [] };
  const press = async (place: string, wanted: Press) => {
    const answer = await client.post('/presses', { eventId: randomUUID(), place, press: wanted });
    const body = (await answer.json()) as PressAnswer;
    Object.assign(page, { place, form: answer.ok ? body.form : null, errors: [] });
    await world.settle();
  };
  return {
    say: async (text) => {
      await client.say(home, text);
      await world.settle();
    },
    press: async (label) => press(home, pressOf(await messagesIn(client, home), label)),
    pressCard: async (unit, number, label) => {
      // Who is not in the channel presses what another has shown them.
      const messages = await messagesIn(client, unit).catch(() => []);
      const cards = messages.filter(({ report }) => report === number);
      if (cards.length > 0) await press(unit, pressOf(cards, label));
    },
    fill: async (values) => {
      page.errors = await send(client, page, values);
      if (page.errors.length === 0) page.form = null;
      await world.settle();
    },
    errors: () => Promise.resolve(page.errors),
    heard: async () =>
      (await messagesIn(client, home)).flatMap(({ author, card }) =>
        author.kind === 'bot' ? [textIn(card)] : [],
      ),
  };
}

function pressOf(messages: readonly Message[], label: string): Press {
  const actions = messages.flatMap(({ card }) => (card ? actionsOf(card) : []));
  const found = actions.findLast(({ title }) => title === label);
  if (!found) throw new Error(`no button ${label}`);
  return pressIn(found);
}

function pressIn({ data }: ExecuteAction): Press {
  return (data as { press: Press }).press;
}

/** Sends the form, and what its preview showed; what is wrong with it otherwise. */
async function send(
  client: WebClient,
  { form, place }: Page,
  filled: Readonly<Record<string, string>>,
): Promise<string[]> {
  if (!form) throw new Error('no form is open');
  const values = Object.fromEntries(
    inputsOf(form.card).map((input) => [
      input.id,
      Object.entries(filled).find(([label]) => input.label.startsWith(label))?.[1] ?? '',
    ]),
  );
  let presses = actionsOf(form.card);
  for (let sent = 0; sent < 2; sent++) {
    const [primary] = presses;
    const body = {
      eventId: randomUUID(),
      place,
      opener: form.opener,
      press: primary && pressIn(primary),
      values,
    };
    const answer = await client.post('/forms', body);
    const told = (await answer.json()) as Partial<PressAnswer> & {
      errors?: Record<string, string>;
      message?: string;
    };
    if (!answer.ok) return Object.values(told.errors ?? { form: told.message ?? '' });
    if (!told.preview) return [];
    presses = actionsOf(told.preview);
  }
  return [];
}
