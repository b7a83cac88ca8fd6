import { setTimeout as sleep } from 'node:timers/promises';
import type { Catalogue } from '../../src/application/ports.ts';
import { outlooks } from '../../src/compose/outlook.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { LedgerEvent } from '../../src/domain/ledger.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { silentLog } from '../support/storage-samples.ts';
import { Broken, Failure } from './broken.ts';
import { checkTold, isTold } from './check-told.ts';
import { LASTS_MINUTES, LOOKS, overdueStock, undisturbed, type Undisturbed } from './overdue-stock.ts';
import { launch, type Program } from './program.ts';
import { randomFrom, type Random } from './random.ts';
import { shiftedClock, type ShiftedClock } from './shifted-clock.ts';
import type { Site } from './site.ts';

/** A house whose clocks have much to say, killed while it says it. */
export interface Telling {
  site: Site;
  catalogue: Catalogue;
  /** Programs over the one database; more than one only on a server. */
  instances: number;
  /** Tells one run's choices apart from another's. */
  seed: readonly (string | number)[];
  reports: number;
  /** How many of `LOOKS` there are. */
  looks: number;
  /** Of each instance, at each look. */
  kills: number;
}

export interface TellingFigures {
  kills: number;
  /** Kills between the first and the last deed of a look. */
  inBetween: number;
  /** Reminders and escalations. */
  deeds: number;
  /** What was said of them, to one person or in a channel. */
  said: number;
}

const DONE_WITHIN_MS = 90_000;
/** The embedded database has one connection: a question waits for its turn there. */
const ASKS_EVERY_MS = { pglite: 1, postgres: 30 };
const START_MS = 1_500;
const DELIVERY_MS = 600;
const LASTS_MS = LASTS_MINUTES * 60_000;

/** Throws, with the seed and where everything lies, when something was lost, or done or said twice. */
export async function killWhileTelling(telling: Telling): Promise<TellingFigures> {
  const { catalogue, site, seed, looks } = telling;
  const clock = shiftedClock();
  const run = {
    ...telling,
    clock,
    running: new Set<Program>(),
    killedAt: [] as number[],
    at: 'the beginning',
  };
  try {
    const expected = await fill(telling);
    for (const [look, now] of LOOKS.slice(0, looks).entries()) {
      clock.set(Date.parse(now) - Date.now());
      run.at = `look ${look}`;
      const done = expectedUntil(expected, look);
      const before = look === 0 ? 0 : expectedUntil(expected, look - 1);
      const due = [...expected.values()].filter(({ moments }) => moments[look]?.length).length;
      await Promise.all(
        Array.from({ length: telling.instances }, (_, instance) =>
          dieAndRise(run, randomFrom(...seed, look, instance), { before, done, due }),
        ),
      );
    }
    run.at = 'the end';
    const { deeds, said, times } = await checkTold(site, catalogue, expected);
    const inBetween = run.killedAt.filter((at) => isInBetween(times, at)).length;
    return { kills: run.killedAt.length, inBetween, deeds, said };
  } catch (cause) {
    throw new Failure(`seed ${seed.join(' ')}, ${run.at}`, site.remains, cause);
  } finally {
    await Promise.all([...run.running].map((program) => program.kill()));
    clock.remove();
  }
}

type Expected = ReadonlyMap<string, Undisturbed>;

async function fill({ site, catalogue, reports, looks }: Telling): Promise<Expected> {
  const database = await site.open();
  const { outlookOf } = outlooks(catalogue, systemHash);
  const store = openStore({ database, enqueue: () => Promise.resolve(), log: silentLog(), outlookOf });
  const expected = new Map<string, Undisturbed>();
  await store.work.transact(async (tx) => {
    for (const { report, events } of overdueStock(reports)) {
      await tx.reports.create(report, events, []);
      expected.set(report.number, undisturbed(catalogue, report, LOOKS.slice(0, looks)));
    }
  });
  await store.stop();
  await database.close();
  return expected;
}

function expectedUntil(expected: Expected, look: number): number {
  return [...expected.values()].flatMap(({ moments }) => moments.slice(0, look + 1).flat()).length;
}

interface Run extends Telling {
  clock: ShiftedClock;
  running: Set<Program>;
  /** By the program's clock, as everything in the ledger. */
  killedAt: number[];
}

/** How many deeds there are before a look and after it. */
interface Share {
  before: number;
  done: number;
  /** Reports that the look is about. */
  due: number;
}

/** Killed so many times, then let live until everything is done and said, and killed once more at rest. */
async function dieAndRise(run: Run, random: Random, share: Share): Promise<void> {
  for (let kill = 0; kill < run.kills; kill++) {
    const program = begin(run);
    await untilItsHour(run, program, random, share);
    await end(run, program);
  }
  const program = begin(run);
  await within(program.ready, 'the last start');
  await until(run, program, share.done);
  await untilSaid(run, program);
  await end(run, program);
}

function begin({ site, clock, running }: Run): Program {
  const program = launch(['start'], { ...site.settings, ...clock.settings }, clock.flags);
  running.add(program);
  return program;
}

async function end({ running, killedAt, clock }: Run, program: Program): Promise<void> {
  if (program.hasEnded()) throw new Broken(`the program ended by itself: ${(await program.ended).err}`);
  killedAt.push(clock.now());
  await program.kill();
  running.delete(program);
}

/** While it starts, after a part of the look, or while what came of it is brought. */
async function untilItsHour(run: Run, program: Program, random: Random, share: Share): Promise<void> {
  const chance = random.next();
  const part = random.next();
  if (chance < 0.1) {
    await Promise.race([sleep(part * START_MS), program.ended]);
    return;
  }
  await untilPart(run, program, chance < 0.85 ? part : 1, share);
  if (chance >= 0.85) await sleep(part * DELIVERY_MS);
}

/** @param part of the look, 0–1 */
async function untilPart(run: Run, program: Program, part: number, share: Share): Promise<void> {
  for (const late = Date.now() + DONE_WITHIN_MS; Date.now() < late && !program.hasEnded();) {
    if ((await partDone(run, share)) >= part) return;
    await sleep(ASKS_EVERY_MS[run.site.kind]);
  }
  throw new Broken('the look did not get on');
}

/** The ledger is long to list for a look at an embedded database, which is short: that tells what is left. */
async function partDone({ site }: Run, { before, done, due }: Share): Promise<number> {
  if (site.kind === 'postgres') return ((await deedsIn(site)) - before) / (done - before);
  const left = await lateIn(site);
  return left === null ? 0 : 1 - left / due;
}

/** Null before the program answers. */
async function lateIn(site: Site): Promise<number | null> {
  try {
    const [line = ''] = (await site.ask({ command: 'health', locale: 'ja' })).lines;
    return (JSON.parse(line) as { late: number }).late;
  } catch {
    return null;
  }
}

/** Until the ledger has so many deeds of the clocks. */
async function until({ site }: Run, program: Program, deeds: number): Promise<void> {
  for (const late = Date.now() + DONE_WITHIN_MS; Date.now() < late && !program.hasEnded();) {
    if ((await deedsIn(site)) >= deeds) return;
    await sleep(ASKS_EVERY_MS.postgres);
  }
  throw new Broken(`${await deedsIn(site)} of ${deeds} deeds were done`);
}

async function deedsIn(site: Site): Promise<number> {
  const { lines } = await site.ask({ command: 'export', what: 'ledger', format: 'json', locale: 'ja' });
  return lines.filter((line) => isTold(JSON.parse(line) as LedgerEvent)).length;
}

async function untilSaid({ site }: Run, program: Program): Promise<void> {
  let counts = '';
  for (const late = Date.now() + DONE_WITHIN_MS; Date.now() < late && !program.hasEnded();) {
    counts = (await site.ask({ command: 'queue', locale: 'ja' })).lines[0] ?? '';
    if (counts === JSON.stringify({ toWorkOn: 0, toSend: 0 })) return;
    await sleep(ASKS_EVERY_MS.postgres);
  }
  throw new Broken(`not everything was said: ${counts}`);
}

async function within<T>(work: Promise<T>, what: string): Promise<T> {
  const waiting = new AbortController();
  const late = sleep(DONE_WITHIN_MS, undefined, { signal: waiting.signal }).then(() => {
    throw new Broken(`${what} took too long`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => waiting.abort());
}

/** Some deeds of the same look came before it, and some after. */
function isInBetween(times: readonly number[], at: number): boolean {
  return LOOKS.some((look) => {
    const begins = Date.parse(look);
    const own = times.filter((time) => time >= begins && time < begins + LASTS_MS);
    return own.some((time) => time < at) && own.some((time) => time > at);
  });
}
