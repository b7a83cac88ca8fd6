import type { Organized } from '../../../src/compose/knowledge.ts';
import { Broken, Failure } from '../broken.ts';
import type { Figures } from '../figures.ts';
import type { Site } from '../site.ts';
import { createWorld, type World } from '../world.ts';

/** What a fault is tried on. */
export interface Trial {
  organized: Organized;
  figures: Figures;
  seed: string;
  /** Tells what is going on. */
  say(line: string): void;
}

/** Something that goes wrong around the program while people work with it. */
export interface Fault {
  name: string;
  /** Throws when something does not hold; the reason when it cannot be tried on this machine. */
  run(trial: Trial): Promise<string | null>;
}

/** Brings a world to its end after `live`; what breaks keeps its folder. */
export async function liveThrough(
  name: string,
  { organized, figures, seed }: Trial,
  { site, flags }: { site: Site; flags?: readonly string[] },
  live: (world: World) => Promise<void>,
): Promise<void> {
  const world = createWorld({ site, catalogue: organized.catalogue, figures, flags }, [seed, name]);
  try {
    await world.arrive(world.begin());
    await live(world);
    await world.end();
  } catch (cause) {
    await world.abandon();
    throw new Failure(`${name}, seed ${seed}`, site.remains, cause);
  }
  await site.clear();
}

/** How many deeds were acknowledged so far, by anybody. */
export function acknowledgedIn({ company }: World): number {
  return company.people.reduce((sum, { account }) => sum + account.acknowledged.length, 0);
}

/** How often somebody was told to try again. */
export function refusedIn({ company }: World): number {
  return company.people.reduce((sum, { account }) => sum + account.refusedMs.length, 0);
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Broken(what);
}
