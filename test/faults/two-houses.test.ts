import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { Press } from '../../src/domain/view.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { startPostgres } from '../support/postgres.ts';
import { silentLog } from '../support/storage-samples.ts';

const PEOPLE = ['yamada', 'suzuki', 'watanabe', 'ishii', 'sato', 'lee', 'sasaki', 'okamoto'];
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(server === null)('two houses on one PostgreSQL', () => {
  if (server === null) return;
  let parts: SharedParts;
  let houses: [House, House];

  beforeAll(async () => {
    parts = await sharedParts();
    const url = await server.createDatabase();
    houses = [await begin(url), await begin(url)];
  });
  afterAll(async () => {
    for (const house of houses) await house.stop();
  });

  async function begin(url: string): Promise<House> {
    const opened = await openDatabase({ url, folder: '', log: silentLog() });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const house = houseOver(parts, opened.value);
    await house.prepare();
    return house;
  }

  interface Deed {
    person: string;
    body: InboundBody;
    /** One for each house: the same for one event, another for another browser. */
    eventIds: [string, string];
  }

  function deliver(house: House, person: string, eventId: string, body: InboundBody) {
    const place = { kind: 'personal' as const, address: `me:${person}` };
    return house.edge.receive({ platform: 'web', eventId, person, place, body });
  }

  /** Delivers to both houses at the same moment, and waits until both have nothing left to do. */
  async function toBoth(deeds: readonly Deed[]): Promise<void> {
    const [one, other] = houses;
    const deliveries = deeds.flatMap(({ person, body, eventIds }) => [
      deliver(one, person, eventIds[0], body),
      deliver(other, person, eventIds[1], body),
    ]);
    for (const result of await Promise.all(deliveries)) expect(result.ok).toBe(true);
    await settleAll();
    expect(await one.store.outbox.waiting()).toBe(0);
  }

  /** What one house holds is worked on there: once more for what came of it. */
  async function settleAll(): Promise<void> {
    await Promise.all(houses.map(settle));
    await Promise.all(houses.map(settle));
  }

  function twice(eventId = randomUUID()): [string, string] {
    return [eventId, eventId];
  }

  async function heard(person: string) {
    return (await houses[0].store.webChat.page(`me:${person}`, null, 100)).messages.flatMap(
      ({ view }) => view ?? [],
    );
  }

  async function sendButton(person: string): Promise<Press> {
    const buttons = (await heard(person)).flatMap((view) => view.buttons);
    const button = buttons.findLast(({ label }) => label.key === 'btn.send');
    if (!button) throw new Error('nothing to send');
    return button.press;
  }

  test('file once, however often 送信 is pressed on both, with one card and numbers of their own', async () => {
    const say: InboundBody = { kind: 'said', text: PROPOSAL, attachments: 0 };
    await toBoth(PEOPLE.map((person) => ({ person, body: say, eventIds: twice() })));
    const presses = await Promise.all(
      PEOPLE.map(async (person) => ({
        person,
        body: { kind: 'pressed' as const, press: await sendButton(person) },
        // Two browsers: two events for one button.
        eventIds: [randomUUID(), randomUUID()] as [string, string],
      })),
    );
    await toBoth(presses);
    const numbers: string[] = [];
    for (const person of PEOPLE) {
      const filed = await houses[1].store.reports.mine(person, { limit: 10 });
      expect(filed).toHaveLength(1);
      numbers.push(...filed.map(({ number }) => number));
      const receipts = (await heard(person)).filter(({ fallback }) => fallback.key === 'done.filed');
      expect(receipts).toHaveLength(1);
    }
    expect(new Set(numbers).size).toBe(PEOPLE.length);
    const { messages } = await houses[1].store.webChat.page('service-promotion', null, 100);
    expect(messages.map(({ card }) => card).sort()).toEqual(numbers.sort());
  });

  test('let one of two handlers acknowledge, and tell the other who did', async () => {
    const [one, other] = houses;
    const reported = async () => {
      const [report] = await other.store.reports.mine('yamada', { limit: 1 });
      if (!report) throw new Error('nothing was filed');
      return report;
    };
    const { number } = await reported();
    const body: InboundBody = { kind: 'pressed', press: { action: 'acknowledge', report: number } };
    await Promise.all([
      deliver(one, 'sato', randomUUID(), body),
      deliver(other, 'hayashi', randomUUID(), body),
    ]);
    await settleAll();
    const steps = (await reported()).steps.filter(({ kind }) => kind === 'acknowledged');
    expect(steps).toHaveLength(1);
    const [loser, winner] = steps[0]?.actor === 'sato' ? ['hayashi', '佐藤'] : ['sato', '林'];
    const told = (await heard(loser)).at(-1)?.lines[0]?.text;
    expect(told).toMatchObject({ key: 'stale' });
    expect(told && parts.organized.words.say(told, 'ja')).toContain(winner);
    const { messages: cards } = await one.store.webChat.page('service-promotion', null, 100);
    expect(cards.filter(({ card }) => card === number)).toHaveLength(1);
  });

  test('keep one ledger', async () => {
    const [{ store, signer }] = houses;
    const verified = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(verified).toMatchObject({ chains: PEOPLE.length, flaw: null });
  });
});
