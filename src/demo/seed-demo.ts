import { setImmediate } from 'node:timers/promises';
import type { Directory, NewReport, Seeding, SeedingPlan, SeedingStore } from '../application/ports.ts';
import { channelMessages, inOrder, personalMessages } from './demo-messages.ts';
import { demoReports, type DemoParts, type DemoReports } from './demo-reports.ts';

export interface SeedingParts extends DemoParts {
  directory: Directory;
  seeding: SeedingStore;
}

/** Both even: two neighbouring reports may be one matter. */
const BATCH = 200;
const STEP = 10;
const NEVER = new AbortController().signal;
/** Of so many of the newest reports there are cards in the channels; older ones are found by asking. */
const CARDS = 600;

/**
 * Fills a database with the seeded example, once. What was begun and broken off is taken up again by the plan it was
 * begun with; only with the last batch, which brings the messages too, is it complete.
 * @param onProgress told at the beginning and after every batch
 * @param signal breaks off between two batches
 * @returns whether it is complete
 */
export function seedDemo(
  parts: SeedingParts,
  plan: SeedingPlan,
  onProgress: (seeding: Seeding) => void = () => undefined,
  signal: AbortSignal = NEVER,
): Promise<boolean> {
  return parts.seeding.exclusively(() => seed(parts, plan, onProgress, signal));
}

async function seed(
  parts: SeedingParts,
  plan: SeedingPlan,
  onProgress: (seeding: Seeding) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const seeding = await parts.seeding.begin(plan);
  if (seeding.finished) return true;
  const demo = demoReports(parts, seeding);
  const others = demo.count - demo.own;
  const told = (written: number) => onProgress({ ...seeding, written, finished: written === demo.count });
  told(seeding.written);
  let writing = Promise.resolve();
  for (let from = seeding.written; from < others; from += BATCH) {
    const until = Math.min(others, from + BATCH);
    const reports = await inSteps(demo, from, until);
    await writing;
    if (signal.aborted) return false;
    writing = parts.seeding.write({ reports, messages: [], last: false }).then(() => told(until));
    // Awaited a batch later: until then the database works while the next batch is made.
    writing.catch(() => undefined);
  }
  await writing;
  await parts.seeding.write({ ...closing(parts, demo), last: true });
  told(demo.count);
  return true;
}

/** Lets the database and everybody else have their turn in between. */
async function inSteps(demo: DemoReports, from: number, until: number): Promise<NewReport[]> {
  const reports: NewReport[] = [];
  for (let at = from; at < until; at += STEP) {
    reports.push(...demo.stretch(at, Math.min(until, at + STEP)));
    await setImmediate();
  }
  return reports;
}

/** Reports of people who are tried out, and what has been said. */
function closing(parts: SeedingParts, demo: DemoReports) {
  const others = demo.count - demo.own;
  const own = demo.stretch(others, demo.count);
  const newest = demo.stretch(evenFrom(others - CARDS), others);
  const messages = inOrder([...channelMessages(parts, [...newest, ...own]), ...personalMessages(parts, own)]);
  return { reports: own, messages };
}

function evenFrom(serial: number): number {
  return Math.max(0, serial - (serial % 2));
}
