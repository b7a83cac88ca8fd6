import type { House } from '../../src/compose/house.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, type SharedParts } from './a-house.ts';
import { mortalDatabase } from './mortal-database.ts';
import { settle } from './settle.ts';

/** What somebody does on a platform: null when there is nothing any more to be done. */
export type Deed = () => Promise<{ status: number | null } | null>;

/** A platform and a database that outlive the houses between them. */
export interface LivedIn {
  parts: SharedParts;
  database: Database;
  /** Makes the platform of a new house. */
  platform: OpenPlatform;
  /** Events come to this house from now on. */
  connect: (address: string) => void;
  /** Asked at every call of the platform's API: null lets it through. */
  askedFor(ask: (() => { done: boolean } | null) | null): void;
  /** What the platform does by itself once a house is there again. */
  again(): Promise<void>;
}

/**
 * Calls overlap. Of one that was under way when the house was killed nobody knows afterwards whether it had done its
 * work.
 */
export interface Life {
  wasKilled: boolean;
}

/** A house as one process has it, with the requests of its platform coming to it. */
interface Living {
  house: House;
  end: () => Promise<void>;
}

/** Prepares the database, and gives a house that lives through all of it and works on nothing. */
export async function observerOf({
  parts,
  database,
  platform,
}: Pick<LivedIn, 'parts' | 'database' | 'platform'>): Promise<House> {
  const lasting = { ...database, close: () => Promise.resolve() };
  const first = houseOver(parts, lasting, { platforms: [platform] });
  await first.prepare();
  await first.stop();
  return houseOver(parts, database, { platforms: [platform] });
}

/**
 * The same deeds in houses killed before and after one call of the platform's API after the other, until one lives
 * through all of them: returns how many steps that was. Whatever is left is done in the next house.
 */
export async function killedEverywhere(
  world: LivedIn,
  observer: House,
  ready: () => Promise<Deed[]>,
  look: (life: Life) => Promise<void> | void,
): Promise<number> {
  for (let step = 1; ; step++) {
    world.parts.clock.pass(1);
    const killed = await liveThrough(world, await ready(), step);
    try {
      await look({ wasKilled: killed });
      const rest = await left(observer);
      if (rest.length > 0) throw new Error(`left: ${rest.join(', ')}`);
    } catch (error) {
      throw new Error(`killed at step ${step}`, { cause: error });
    }
    if (!killed) return step;
  }
}

/** Done in a house that lives. */
export async function livesOn(
  world: LivedIn,
  deeds: (house: House) => readonly (() => Promise<unknown>)[],
): Promise<void> {
  const { house, end } = await begin(world, world.database);
  for (const deed of deeds(house)) {
    await deed();
    await settle(house);
  }
  await end();
}

async function begin({ parts, platform, connect }: LivedIn, over: Database): Promise<Living> {
  const made: Platform[] = [];
  const open: OpenPlatform = (given) => {
    const one = platform(given);
    made.push(one);
    return one;
  };
  const house = houseOver(parts, over, { platforms: [open] });
  const listening = await made[0]?.start(house.edge);
  if (!listening?.ok) throw new Error('the platform was not started');
  connect(listening.value.address);
  return {
    house,
    end: async () => {
      await house.workers.stop();
      await made[0]?.stop();
    },
  };
}

/** What was not taken is brought or done again. False when there were fewer steps. */
async function liveThrough(world: LivedIn, deeds: readonly Deed[], killedAt: number): Promise<boolean> {
  const { parts, database } = world;
  const mortal = mortalDatabase(database, Infinity, true);
  let life = await begin(world, mortal.database);
  mortal.failAt(killedAt, true);
  let killed = false;
  world.askedFor(() => mortal.call());
  for (const deed of deeds) {
    const delivery = await deed();
    await settle(life.house).catch((error: unknown) => {
      if (!mortal.hasFailed()) throw error;
    });
    if (killed || !mortal.hasFailed()) continue;
    killed = true;
    await life.end();
    world.askedFor(null);
    // What was claimed and not sent is free again by then.
    parts.clock.pass(2);
    life = await begin(world, database);
    await settle(life.house);
    await world.again();
    await settle(life.house);
    if (delivery?.status !== 200) await deed();
    await settle(life.house);
  }
  world.askedFor(null);
  await life.end();
  return killed;
}

/** What waits to be worked on or sent, and what was given up. */
async function left({ store: { inbox, outbox } }: House): Promise<string[]> {
  const waiting = await outbox.waiting();
  return [
    ...(await inbox.peopleWaiting(10)).map((person) => `work of ${person}`),
    ...(await inbox.givenUp(10)).map(() => 'work that was given up'),
    ...(waiting === 0 ? [] : [`${waiting} to send`]),
    ...(await outbox.deadLetters(10)).map(() => 'a dead letter'),
  ];
}
