import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody, WebMessage } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { House } from '../../src/compose/house.ts';
import { foldReport } from '../../src/domain/fold-report.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { settle } from '../support/settle.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { mortalDatabase } from '../support/mortal-database.ts';

const REPORTER = 'suzuki';
const HANDLER = 'sato';
const HOME = `me:${REPORTER}`;
/** Where a proposal goes: who answers it, and who has a copy. */
const CHANNELS = ['service-promotion', 'quality'];
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';

let parts: SharedParts;
let database: Database;
/** Lives through all tests: it looks at what is there, and files what others act on. */
let observer: House;

beforeAll(async () => {
  parts = await sharedParts();
  database = await openMemoryDatabase();
  observer = houseOver(parts, database);
  await observer.prepare();
});
afterAll(() => observer.stop());

interface Deed {
  person: string;
  body: InboundBody;
}

const said = (text: string): Deed => ({ person: REPORTER, body: { kind: 'said', text, attachments: 0 } });
const acknowledged = (report: string): Deed => ({
  person: HANDLER,
  body: { kind: 'pressed', press: { action: 'acknowledge', report } },
});

function deliver(house: House, { person, body }: Deed, eventId: string) {
  const place = { kind: 'personal' as const, address: `me:${person}` };
  return house.edge.receive({ platform: 'web', eventId, person, place, body });
}

/**
 * Does the deeds over a database whose n-th step fails. After a kill the rest is done in the next house. A platform
 * delivers again what was not acknowledged, and only that. False when there were fewer steps.
 */
async function liveThrough(
  deeds: readonly Deed[],
  failing: number,
  how: 'killed' | 'once',
): Promise<boolean> {
  const mortal = mortalDatabase(database, failing, how === 'killed');
  let house = houseOver(parts, mortal.database);
  let recovered = false;
  for (const deed of deeds) {
    const eventId = randomUUID();
    const taken = await deliver(house, deed, eventId).then(
      (result) => result.ok,
      () => false,
    );
    await settle(house);
    if (recovered || !mortal.hasFailed()) continue;
    recovered = true;
    // What was claimed and not sent is free again by then.
    parts.clock.pass(2);
    if (how === 'killed') {
      await house.workers.stop();
      house = houseOver(parts, database);
    }
    await settle(house);
    if (!taken) await deliver(house, deed, eventId);
    await settle(house);
  }
  await house.workers.stop();
  return recovered;
}

function file(): Promise<boolean> {
  return liveThrough([said(PROPOSAL), said('送信')], Infinity, 'once');
}

/** What changed in a place since then. */
type Since = (place: string) => Promise<WebMessage[]>;

async function fromNowOn(places: readonly string[]): Promise<Since> {
  const { webChat } = observer.store;
  const revisions = new Map<string, number>();
  for (const place of places) revisions.set(place, await webChat.revision(place));
  return async (place) => (await webChat.since(place, revisions.get(place) ?? 0, 100)).messages;
}

async function newest(): Promise<Report> {
  const [report] = await observer.store.reports.mine(REPORTER, { limit: 1 });
  if (!report) throw new Error('nothing was filed');
  return report;
}

async function expectNothingLeft(): Promise<void> {
  const { store } = observer;
  expect(await store.inbox.peopleWaiting(10)).toEqual([]);
  expect(await store.inbox.givenUp(10)).toEqual([]);
  expect(await store.outbox.waiting()).toBe(0);
  expect(await store.outbox.deadLetters(10)).toEqual([]);
  const conversation = await store.inbox.conversationOf(REPORTER);
  expect(conversation?.state).toMatchObject({ step: { kind: 'idle' }, drafts: [] });
}

async function expectSoundLedger(): Promise<void> {
  const { store, signer } = observer;
  const { flaw } = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
  expect(flaw).toBeNull();
  for await (const { events, row } of store.ledger.chains()) {
    const recorded = events.map(({ event, content }) => ({ event, body: content?.body ?? null }));
    expect(row).toEqual(foldReport(recorded));
  }
}

describe.each(['killed', 'once'] as const)('a house whose every step fails in turn (%s)', (how) => {
  test('has filed the report once, posted one card to each channel and given one receipt', async () => {
    let step = 0;
    for (let failed = true; failed;) {
      step++;
      parts.clock.pass(1);
      const filed = await database.prisma.report.count();
      const since = await fromNowOn([HOME, ...CHANNELS]);
      failed = await liveThrough([said(PROPOSAL), said('送信')], step, how);
      expect(await database.prisma.report.count()).toBe(filed + 1);
      const { number } = await newest();
      for (const channel of CHANNELS)
        expect((await since(channel)).map(({ card }) => card)).toEqual([number]);
      const heard = (await since(HOME)).map(({ view }) => view?.fallback.key);
      expect(heard).toEqual(['ask.send', 'done.filed']);
      await expectNothingLeft();
    }
    expect(step).toBeGreaterThan(25);
    await expectSoundLedger();
  }, 180_000);

  test('has acknowledged once, changed each card in its place and told the reporter once', async () => {
    let step = 0;
    for (let failed = true; failed;) {
      step++;
      parts.clock.pass(1);
      await file();
      const { number } = await newest();
      const since = await fromNowOn([HOME, ...CHANNELS]);
      failed = await liveThrough([acknowledged(number)], step, how);
      const { steps, state } = await newest();
      expect(steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
      for (const channel of CHANNELS) {
        const [card, ...others] = await since(channel);
        expect(others).toEqual([]);
        expect(card?.editedAt).not.toBeNull();
        expect(JSON.stringify(card?.view)).toContain(`state.proposal.${state}`);
      }
      expect(await since(HOME)).toHaveLength(1);
      await expectNothingLeft();
    }
    expect(step).toBeGreaterThan(15);
    await expectSoundLedger();
  }, 180_000);
});
