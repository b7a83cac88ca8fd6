import type { Directory, Seeding, SeedingPlan, SeedingStore } from '../application/ports.ts';
import { channelMessages, inOrder, personalMessages } from './demo-messages.ts';
import { demoReports, type DemoParts, type DemoReports } from './demo-reports.ts';

export interface SeedingParts extends DemoParts {
  directory: Directory;
  seeding: SeedingStore;
}

/** Even: two neighbouring reports may be one matter. */
const BATCH = 400;
/** Of so many of the newest reports there are cards in the channels; older ones are found by asking. */
const CARDS = 600;

/**
 * Fills a database with the seeded example, once. What was begun and broken off is taken up again by the plan it was
 * begun with; only with the last batch, which brings the messages too, is it complete.
 * @param onProgress told after every batch
 */
export async function seedDemo(
  parts: SeedingParts,
  plan: SeedingPlan,
  onProgress: (seeding: Seeding) => void = () => undefined,
): Promise<void> {
  let seeding = await parts.seeding.begin(plan);
  if (seeding.finished) return;
  const demo = demoReports(parts, seeding);
  const others = demo.count - demo.own;
  while (seeding.written < others) {
    const until = Math.min(others, seeding.written + BATCH);
    await parts.seeding.write({ reports: demo.stretch(seeding.written, until), messages: [], last: false });
    seeding = { ...seeding, written: until };
    onProgress(seeding);
  }
  await parts.seeding.write({ ...closing(parts, demo), last: true });
  onProgress({ ...seeding, written: demo.count, finished: true });
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
