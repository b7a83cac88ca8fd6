import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { Press } from '../../src/domain/view.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { houseOver, settle, sharedParts, type SharedParts } from '../support/a-house.ts';
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

  /** Delivers to both houses at the same moment, and waits until both have nothing left to do. */
  async function toBoth(deeds: readonly { person: string; body: InboundBody; eventIds: [string, string] }[]) {
    const results = await Promise.all(
      deeds.flatMap(({ person, body, eventIds }) =>
        houses.map((house, index) =>
          house.edge.receive({
            platform: 'web',
            eventId: eventIds[index] ?? '',
            person,
            place: { kind: 'personal', address: `me:${person}` },
            body,
          }),
        ),
      ),
    );
    for (const result of results) expect(result.ok).toBe(true);
    // An entry that the other house holds is worked on there: once more for what came of it.
    for (const _round of [1, 2]) await Promise.all(houses.map(settle));
    expect(await houses[0].store.outbox.waiting()).toBe(0);
  }

  function twice(eventId = randomUUID()): [string, string] {
    return [eventId, eventId];
  }

  async function heard(person: string) {
    return (await houses[0].store.webChat.page(`me:${person}`, null, 100)).flatMap(({ view }) => view ?? []);
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
    const messages = await houses[1].store.webChat.page('service-promotion', null, 100);
    expect(messages.map(({ card }) => card).sort()).toEqual(numbers.sort());
  });

  test('let one of two handlers acknowledge, and tell the other who did', async () => {
    for (const report of await houses[0].store.reports.mine('yamada', { limit: 1 })) {
      const press = { action: 'acknowledge', report: report.number };
      await Promise.all(
        ['sato', 'hayashi'].map((person, index) =>
          houses[index]?.edge.receive({
            platform: 'web',
            eventId: randomUUID(),
            person,
            place: { kind: 'personal', address: `me:${person}` },
            body: { kind: 'pressed', press },
          }),
        ),
      );
      for (const _round of [1, 2]) await Promise.all(houses.map(settle));
      const [after] = await houses[1].store.reports.mine('yamada', { limit: 1 });
      const steps = after?.steps.filter(({ kind }) => kind === 'acknowledged') ?? [];
      expect(steps).toHaveLength(1);
      const winner = steps[0]?.actor;
      const loser = winner === 'sato' ? 'hayashi' : 'sato';
      const told = (await heard(loser)).at(-1);
      expect(told?.lines[0]?.text).toMatchObject({ key: 'stale' });
      expect(parts.organized.words.say(told?.lines[0]?.text ?? { key: '' }, 'ja')).toContain(
        winner === 'sato' ? '佐藤' : '林',
      );
      const cards = await houses[0].store.webChat.page('service-promotion', null, 100);
      expect(cards.filter(({ card }) => card === report.number)).toHaveLength(1);
    }
  });

  test('keep one ledger', async () => {
    const [{ store, signer }] = houses;
    const verified = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(verified).toMatchObject({ chains: PEOPLE.length, flaw: null });
  });
});
