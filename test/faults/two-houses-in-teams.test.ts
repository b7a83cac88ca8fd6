import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeams } from '../../src/compose/open-teams.ts';
import type { House } from '../../src/compose/house.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { WORLD_READY_MS } from '../support/a-world.ts';
import {
  actionsOf,
  activityOf,
  addMembers,
  APP,
  cardsOf,
  claimsTo,
  ownChat,
  TENANT,
  textOf,
} from '../support/fake-teams/a-teams.ts';
import { fakeConnector, type FakeConnector } from '../support/fake-teams/connector.ts';
import { tokenIssuer, type TokenIssuer } from '../support/fake-teams/token-issuer.ts';
import { livingCards } from '../support/fake-teams/teams-client.ts';
import { settle } from '../support/settle.ts';
import { startPostgres } from '../support/postgres.ts';
import { silentLog } from '../support/storage-samples.ts';

const PEOPLE = ['yamada', 'suzuki', 'watanabe', 'ishii'];
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(server === null)('two houses on one PostgreSQL, both with Teams', () => {
  if (server === null) return;
  let parts: SharedParts;
  let connector: FakeConnector;
  let issuer: TokenIssuer;
  let houses: { house: House; address: string }[];

  beforeAll(async () => {
    [parts, connector, issuer] = await Promise.all([sharedParts(), fakeConnector(), tokenIssuer()]);
    connector.keepsPace = false;
    addMembers(connector, parts);
    const url = await server.createDatabase();
    houses = [await begin(url), await begin(url)];
  }, WORLD_READY_MS);
  afterAll(async () => {
    for (const { house } of houses) await house.stop();
    await Promise.all([connector.close(), issuer.close()]);
  });

  async function begin(url: string): Promise<{ house: House; address: string }> {
    const opened = await openDatabase({ url, folder: '', log: silentLog() });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const cloud = { issuer, token: () => Promise.resolve('connector-token'), timeoutMs: 5_000, paces: [] };
    const settings = { app: APP, host: '127.0.0.1', port: 0, serviceUrl: connector.url };
    const teams = openTeams({ ...settings, dialogs: false, sdk: 'botbuilder' }, cloud);
    const house = houseOver(parts, opened.value, { platforms: [teams] });
    await house.prepare();
    const started = await house.start();
    if (!started.ok) throw new Error(started.problem.kind);
    return { house, address: started.value.address };
  }

  async function post(address: string, body: object): Promise<number> {
    const authorization = `Bearer ${issuer.token(claimsTo(connector))}`;
    const headers = { 'content-type': 'application/json', authorization };
    return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  }

  /** Each twice to each house, all at the same moment and in no order; then until nothing is left to do. */
  async function toBothTwice(events: readonly object[]): Promise<void> {
    const deliveries = events.flatMap((event) =>
      [...houses, ...houses].map(({ address }) => ({ address, event, order: Math.random() })),
    );
    deliveries.sort((one, other) => one.order - other.order);
    const statuses = await Promise.all(deliveries.map(({ address, event }) => post(address, event)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    // What one house holds is worked on there: once more for what came of it.
    for (let round = 0; round < 2; round += 1) await Promise.all(houses.map(({ house }) => settle(house)));
    expect(await houses[0]?.house.store.outbox.waiting()).toBe(0);
  }

  const placed = (place: string) =>
    connector.posted.filter(({ conversation }) => conversation.split(';')[0] === place);
  const heard = (person: string) => placed(ownChat(person)).flatMap(cardsOf);

  function sendButton(person: string): object {
    const button = heard(person)
      .flatMap(actionsOf)
      .findLast(({ title }) => title === '送信');
    if (!button) throw new Error('nothing to send');
    return button['data'] as object;
  }

  async function numberOf(person: string): Promise<string> {
    const filed = (await houses[1]?.house.store.reports.mine(person, { limit: 10 })) ?? [];
    expect(filed).toHaveLength(1);
    return filed[0]?.number ?? '';
  }

  test('answer once, file once and post one card in each channel', async () => {
    await toBothTwice(
      PEOPLE.map((person) => activityOf(connector, person, { type: 'message', text: PROPOSAL })),
    );
    for (const person of PEOPLE)
      expect(
        heard(person)
          .flatMap(actionsOf)
          .filter(({ title }) => title === '送信'),
      ).toHaveLength(1);
    await toBothTwice(PEOPLE.map((person) => pressed(person, sendButton(person))));
    const numbers = new Set<string>();
    const { units } = parts.organized.catalogue.organization;
    const channels = [...units.values()].flatMap(({ channels }) => channels['teams'] ?? []);
    for (const person of PEOPLE) {
      const number = await numberOf(person);
      numbers.add(number);
      expect(heard(person).filter((card) => textOf(card).includes(number))).toHaveLength(1);
      const standing = channels.map((channel) => livingCards({ inChannel: placed }, channel, number).length);
      expect(new Set(standing)).toEqual(new Set([0, 1]));
    }
    expect(numbers.size).toBe(PEOPLE.length);
  });

  test('acknowledge once where both are asked, and change the one card', async () => {
    const number = await numberOf('yamada');
    const channel = connector.posted.find((one) =>
      cardsOf(one).some(({ refresh }) => refresh?.action.data['refresh'] === number),
    )?.conversation;
    if (channel === undefined) throw new Error('no card');
    const press = { press: { action: 'acknowledge', report: number }, card: number };
    const conversation = { id: channel, conversationType: 'channel', isGroup: true, tenantId: TENANT };
    const before = heard('yamada').length;
    await toBothTwice([
      pressed('sato', press, { conversation }),
      pressed('hayashi', press, { conversation }),
    ]);
    const [report] = (await houses[0]?.house.store.reports.mine('yamada', { limit: 1 })) ?? [];
    expect(report?.steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
    const cards = livingCards({ inChannel: placed }, channel, number).map(textOf);
    expect(cards).toEqual([expect.stringContaining('受付確認済')]);
    const told = heard('yamada').slice(before).map(textOf);
    expect(told).toEqual([expect.stringContaining('受付確認')]);
  });

  function pressed(person: string, data: object, over: object = {}): object {
    const value = { action: { type: 'Action.Execute', data }, trigger: 'manual' };
    return activityOf(connector, person, { type: 'invoke', name: 'adaptiveCard/action', value, ...over });
  }
});
