import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody, WebMessage } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { House } from '../../src/compose/house.ts';
import { foldReport } from '../../src/domain/fold-report.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, settle, sharedParts, type SharedParts } from '../support/a-house.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import { mortalDatabase } from '../support/mortal-database.ts';

const REPORTER = 'suzuki';
const HANDLER = 'sato';
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
 * Does the deeds in a house that is killed after so many steps, the rest in the next one. A platform delivers again
 * what was not acknowledged, and only that. False when it was never killed.
 */
async function liveThrough(deeds: readonly Deed[], lastStep: number): Promise<boolean> {
  const mortal = mortalDatabase(database, lastStep);
  let house = houseOver(parts, mortal.database);
  let killed = false;
  for (const deed of deeds) {
    const eventId = randomUUID();
    const taken = await deliver(house, deed, eventId).then(
      (result) => result.ok,
      () => false,
    );
    await settle(house);
    if (killed || !mortal.isDead()) continue;
    killed = true;
    await house.workers.stop();
    // What the killed one had claimed is free again by then.
    parts.clock.pass(2);
    house = houseOver(parts, database);
    await settle(house);
    if (!taken) await deliver(house, deed, eventId);
    await settle(house);
  }
  await house.workers.stop();
  return killed;
}

function heardSoFar(): Promise<WebMessage[]> {
  return observer.store.webChat.page(`me:${REPORTER}`, null, 1000);
}

async function onlyNew(before: readonly Report[]): Promise<Report> {
  const known = new Set(before.map(({ id }) => id));
  const fresh = (await reports()).filter(({ id }) => !known.has(id));
  expect(fresh).toHaveLength(1);
  if (!fresh[0]) throw new Error('no report');
  return fresh[0];
}

function reports(): Promise<Report[]> {
  return observer.store.reports.mine(REPORTER, { limit: 1000 });
}

async function expectOneCardEach(report: Report): Promise<void> {
  const { directory } = observer.surroundings;
  const channels = [report.primary, ...report.copies].flatMap((unit) => directory.channels(unit));
  for (const { place } of channels) {
    const cards = (await observer.store.webChat.page(place, null, 1000)).filter(
      ({ card }) => card === report.number,
    );
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards[0]?.view)).toContain(`state.proposal.${report.state}`);
  }
}

async function expectNothingLeft(): Promise<void> {
  const { store } = observer;
  expect(await store.inbox.peopleWaiting(10)).toEqual([]);
  expect(await store.inbox.givenUp(10)).toEqual([]);
  expect(await store.outbox.waiting()).toBe(0);
  expect(await store.outbox.deadLetters(10)).toEqual([]);
  expect((await store.inbox.conversationOf(REPORTER))?.state).toMatchObject({
    step: { kind: 'idle' },
    drafts: [],
  });
}

async function expectSoundLedger(): Promise<void> {
  const { store, signer } = observer;
  const { flaw } = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
  expect(flaw).toBeNull();
  for await (const { events, row } of store.ledger.chains()) {
    expect(row).toEqual(foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null }))));
  }
}

describe('a house that is killed after any of its steps and started again', () => {
  test('has filed the report once, posted one card to each channel and given one receipt', async () => {
    let step = 1;
    for (let killed = true; killed; step++) {
      const [before, heard] = [await reports(), await heardSoFar()];
      killed = await liveThrough([said(PROPOSAL), said('送信')], step);
      const report = await onlyNew(before);
      await expectOneCardEach(report);
      const fresh = (await heardSoFar()).slice(heard.length);
      expect(fresh.map(({ view }) => view?.kind)).toEqual(['summary', 'notice']);
      expect(fresh[1]?.view?.fallback).toEqual({
        key: 'done.filed',
        values: { number: report.number },
      });
      await expectNothingLeft();
    }
    expect(step).toBeGreaterThan(60);
    await expectSoundLedger();
  }, 240_000);

  test('has acknowledged once, changed the cards in their place and told the reporter once', async () => {
    let step = 1;
    for (let killed = true; killed; step++) {
      const before = await reports();
      await liveThrough([said(PROPOSAL), said('送信')], Infinity);
      const { number } = await onlyNew(before);
      const heard = await heardSoFar();
      killed = await liveThrough([acknowledged(number)], step);
      const report = (await reports()).find((one) => one.number === number);
      if (!report) throw new Error('the report is gone');
      expect(report.steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
      await expectOneCardEach(report);
      expect(await heardSoFar()).toHaveLength(heard.length + 1);
      await expectNothingLeft();
    }
    expect(step).toBeGreaterThan(30);
    await expectSoundLedger();
  }, 240_000);
});
