import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { House } from '../../src/compose/house.ts';
import type { Press } from '../../src/domain/view.ts';
import type { PressAnswer } from '../../src/platforms/web/api.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, sharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { actionsOf, inputsOf } from '../support/card-elements.ts';
import {
  chatClient,
  messagesIn,
  numbersIn,
  pressIn,
  spoken,
  type ChatClient,
} from '../support/chat-client.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { signedInClient } from '../support/web-world.ts';

const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const TIMES = 4;

let house: House;
let database: Database;
let address: string;

beforeAll(async () => {
  database = await openMemoryDatabase();
  house = houseOver(await sharedParts(), database);
  await house.prepare();
  const listening = await house.start();
  if (!listening.ok) throw new Error(listening.problem.kind);
  address = listening.value.address;
});
afterAll(() => house.stop());

interface Request {
  path: string;
  body: { eventId: string };
}

/** Every request as often, all at once and in no order; each is acknowledged, and only one as new. */
async function deliverAll(requests: readonly Request[], people: readonly ChatClient[]): Promise<void> {
  const deliveries = requests
    .flatMap((request, index) => Array.from({ length: TIMES }, () => ({ request, chat: people[index] })))
    .map((delivery) => ({ delivery, order: Math.random() }))
    .sort((a, b) => a.order - b.order);
  const answers = deliveries.map(async ({ delivery: { request, chat } }) => {
    const response = await chat?.client.post(request.path, request.body);
    return { status: response?.status, eventId: request.body.eventId };
  });
  for (const { status } of await Promise.all(answers)) expect(status).toBe(202);
  await settle(house);
}

test('the same events four times, at once and shuffled, are worked on once', async () => {
  const people = await Promise.all(['yamada', 'suzuki', 'watanabe'].map((one) => chatClient(address, one)));
  const say = people.map(({ home }) => ({
    path: '/messages',
    body: { eventId: randomUUID(), place: home, text: PROPOSAL },
  }));
  await deliverAll(say, people);
  const presses = await Promise.all(
    people.map(async ({ client, home }) => {
      const press = pressIn(await messagesIn(client, home), '送信');
      expect(press).not.toBeNull();
      return { path: '/presses', body: { eventId: randomUUID(), place: home, press } };
    }),
  );
  // The words come once more, late, among the presses.
  await deliverAll([...presses, ...say], [...people, ...people]);

  expect(await database.prisma.inboxEntry.count()).toBe(2 * people.length);
  expect(await database.prisma.report.count()).toBe(people.length);
  const numbers: string[] = [];
  for (const { client, home } of people) {
    const messages = await messagesIn(client, home);
    expect(messages.map(({ author }) => author.kind)).toEqual(
      expect.arrayContaining(['person', 'bot', 'person', 'bot']),
    );
    expect(messages).toHaveLength(4);
    expect(numbersIn(spoken(messages))).toHaveLength(1);
    numbers.push(...numbersIn(spoken(messages)));
  }
  const handler = await signedInClient(address, 'sato');
  const cards = (await messagesIn(handler, 'service-promotion')).flatMap(({ report }) => report ?? []);
  expect(cards.sort()).toEqual(numbers.sort());
});

test("an event id is a person's own: another cannot take it away", async () => {
  const [one, other] = await Promise.all([chatClient(address, 'yamada'), chatClient(address, 'suzuki')]);
  const eventId = randomUUID();
  for (const { client, home } of [one, other]) {
    const response = await client.post('/messages', { eventId, place: home, text: '使い方' });
    expect(await response.json()).toMatchObject({ repeated: false });
  }
});

/** What the newest button with this verb sends back. */
function pressed(cards: readonly (AdaptiveCard | null)[], verb: string): Press | undefined {
  const actions = cards.flatMap((card) => (card ? actionsOf(card) : []));
  const action = actions.findLast((one) => one.verb === verb);
  return (action?.data as { press: Press } | undefined)?.press;
}

test('a form that comes again once its report was sent is acknowledged again, and changes nothing', async () => {
  const { client, home, say } = await chatClient(address, 'yamaguchi');
  const press = async (verb: string) => {
    const cards = (await messagesIn(client, home)).map(({ card }) => card);
    const body = { eventId: randomUUID(), place: home, press: pressed(cards, verb) };
    const response = await client.post('/presses', body);
    await settle(house);
    return { opener: body.press, answer: (await response.json()) as PressAnswer };
  };
  await say(PROPOSAL);
  await settle(house);
  const { opener, answer } = await press('open_form');
  if (!answer.form) throw new Error('a form was expected');
  const { card } = answer.form;
  const values = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value ?? '']));
  const form = { eventId: randomUUID(), place: home, opener, press: pressed([card], 'draft_form'), values };
  expect((await client.post('/forms', form)).status).toBe(202);
  await settle(house);
  await press('send');
  const before = await messagesIn(client, home);
  expect(numbersIn(spoken(before))).toHaveLength(1);
  expect((await client.post('/forms', form)).status).toBe(202);
  await settle(house);
  expect(await messagesIn(client, home)).toEqual(before);
});
