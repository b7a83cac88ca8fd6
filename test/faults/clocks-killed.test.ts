import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { continueChain } from '../../src/application/record-event.ts';
import { outlooks } from '../../src/compose/outlook.ts';
import { systemHash, systemIds } from '../../src/compose/node-ports.ts';
import { addMinutes } from '../../src/domain/business-time.ts';
import { clockDeed } from '../../src/domain/clock-deed.ts';
import { isKnownOverdue } from '../../src/domain/known-overdue.ts';
import { firstFlaw } from '../../src/domain/ledger.ts';
import type { Report } from '../../src/domain/report.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { theCatalogue } from '../support/builders.ts';
import { preparedTemplates } from '../support/embedded-database.ts';
import { runTypescript } from '../support/run-typescript.ts';
import { sha256, silentLog } from '../support/storage-samples.ts';
import { BEGINNING, dueReports, END, STEP_MINUTES } from '../support/due-reports.ts';

const REPORTS = 40;
/** Looks between two kills. */
const LOOKS = 3;
const catalogue = await theCatalogue();
const { outlookOf } = outlooks(catalogue, systemHash);
const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-clocks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open() {
  const templates = await preparedTemplates();
  const opened = await openDatabase({ url: null, folder, templates, log: silentLog() });
  if (!opened.ok) throw new Error(opened.problem.kind);
  const database = opened.value;
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog(), outlookOf });
  const close = async () => {
    await store.stop();
    await database.close();
  };
  return { database, store, close };
}

/** Goes on from a look until it is killed, in the middle of a later one; returns the last look that was done. */
async function keepAndKill(from: string, afterMs: number): Promise<{ last: string; done: boolean }> {
  const keeper = runTypescript(path.join(import.meta.dirname, 'keep-until-killed.ts'), [folder, from]);
  let printed = '';
  const ended = new Promise((resolve) => keeper.once('close', resolve));
  const ready = new Promise<void>((resolve) =>
    keeper.stdout?.on('data', (part: Buffer) => {
      printed += part.toString();
      if (printed.split('\n').length > LOOKS + 1) resolve();
    }),
  );
  await Promise.race([ready, ended]);
  await Promise.race([sleep(afterMs), ended]);
  keeper.kill('SIGKILL');
  await ended;
  // A line without its end was cut off by the kill.
  const lines = printed.split('\n').slice(0, -1);
  const looks = lines.filter((line) => line.startsWith('2026'));
  return { last: looks.at(-1) ?? from, done: lines.includes('done') };
}

interface Kept {
  moments: string[];
  /** Under which something is said. */
  keys: string[];
  /** Whether its cards say at the end that it is past its date. */
  overdue: boolean;
}

/** What a keeper that is never killed does. */
function undisturbed(report: Report): Kept {
  const moments: string[] = [];
  const keys: string[] = [];
  let one = report;
  for (let now = BEGINNING; now <= END; now = addMinutes(now, STEP_MINUTES)) {
    const { events, errands = [] } = clockDeed(catalogue, one, now);
    one = continueChain({ hash: systemHash, ids: systemIds }, one, events).report;
    moments.push(...events.map(({ kind, facts }) => `${kind} ${JSON.stringify(facts)}`));
    keys.push(...errands.flatMap((errand) => ('key' in errand ? [`${one.number}:${errand.key}`] : [])));
  }
  return { moments, keys, overdue: isKnownOverdue(catalogue, one, catalogue.calendar) };
}

test('a keeper killed again and again does everything once, and nothing is lost', async () => {
  const filed = dueReports(REPORTS);
  const first = await open();
  for (const { report, events } of filed) {
    await first.store.work.transact((tx) => tx.reports.create(report, events, []));
  }
  await first.close();

  let from = BEGINNING;
  let kills = 0;
  for (let done = false; !done; kills++) {
    ({ last: from, done } = await keepAndKill(from, 37 * kills));
    if (kills > 40) throw new Error('never done');
  }
  expect(kills).toBeGreaterThan(2);

  const { database, store, close } = await open();
  const keys = new Set(
    (await database.prisma.outboxEntry.findMany({ select: { key: true } })).map(({ key }) => key),
  );
  const expectedKeys: string[] = [];
  const expectedCards: string[] = [];
  for await (const { report, number, events } of store.ledger.chains()) {
    const linked = events.map(({ event }) => event);
    expect(firstFlaw(report, linked, () => null, sha256)).toBeNull();
    const before = filed.find((one) => one.report.number === number);
    if (!before) throw new Error('a report that was never filed');
    const { moments, keys: said, overdue } = undisturbed(before.report);
    expect(
      linked
        .slice(2)
        .map(({ kind, facts }) => `${kind} ${JSON.stringify(facts)}`)
        .map(sorted),
    ).toEqual(moments.map(sorted));
    expectedKeys.push(...said);
    if (overdue) expectedCards.push(number);
  }
  expect(expectedKeys.length).toBeGreaterThan(REPORTS);
  // In channels the key goes on with the place.
  for (const key of expectedKeys)
    expect([...keys].filter((one) => one === key || one.startsWith(`${key}:`))).toHaveLength(1);
  // A card is sent again once its report is past its date: one for each place.
  const cards = [...keys].flatMap((key) => {
    const [, number, place] = /^card:([^:]+):\d+:(.+)$/.exec(key) ?? [];
    return number === undefined ? [] : [{ number, place }];
  });
  expect([...new Set(cards.map(({ number }) => number))].sort()).toEqual(expectedCards.sort());
  expect(new Set(cards.map((one) => JSON.stringify(one))).size).toBe(cards.length);
  expect(keys.size).toBe(expectedKeys.length + cards.length);
  await close();
}, 300_000);

/** The database keeps facts in an order of its own. */
function sorted(text: string): string {
  const kind = text.slice(0, text.indexOf(' '));
  const facts = text.slice(kind.length + 1);
  return `${kind} ${JSON.stringify(Object.entries(JSON.parse(facts) as object).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
