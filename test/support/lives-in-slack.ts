import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { InboundBody } from '../../src/application/ports.ts';
import type { House } from '../../src/compose/house.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, sharedParts, type SharedParts } from './a-house.ts';
import { openMemoryDatabase } from './embedded-database.ts';
import type { Delivery } from './fake-slack/deliver-requests.ts';
import { fakeSlack, type FakeSlack } from './fake-slack/fake-slack.ts';
import { textOf, type FakeMessage } from './fake-slack/workspace.ts';
import { mortalDatabase } from './mortal-database.ts';
import { settle } from './settle.ts';
import { addChannels, slackPlatform } from './slack-world.ts';

/** What somebody does in Slack: null when there is nothing any more to be done. */
export type Deed = () => Promise<Delivery | null>;

/** One workspace and one database, and house after house between them, each living until it is killed. */
export interface LivesInSlack {
  parts: SharedParts;
  database: Database;
  slack: FakeSlack;
  /** Lives through all of it and looks at what is there: it works on nothing. */
  observer: House;
  /** Done in a house that lives, beside Slack. */
  done: (person: string, body: InboundBody) => Promise<void>;
  /**
   * The same deeds in houses killed before and after one call of Slack's API after the other, until one lives through all
   * of them: returns how many steps that was. Whatever is left is done in the next house.
   */
  killedEverywhere(
    ready: () => Promise<Deed[]>,
    look: (since: SinceThen) => Promise<void> | void,
  ): Promise<number>;
  end(): Promise<void>;
}

/** What has come to channels since a moment. */
export interface SinceThen {
  /** Messages in a channel that hold a text. */
  in(channel: string, words: string): FakeMessage[];
  /** Keys of messages that stand twice in a channel. */
  twice(): string[];
}

export async function livesInSlack(): Promise<LivesInSlack> {
  const parts = await sharedParts();
  const database = await openMemoryDatabase();
  const slack = await fakeSlack();
  addChannels(slack, parts);
  const lasting = { ...database, close: () => Promise.resolve() };
  const first = houseOver(parts, lasting, { platforms: [slackPlatform(slack)] });
  await first.prepare();
  await first.stop();
  const observer = houseOver(parts, database, { platforms: [slackPlatform(slack)] });
  const world = { parts, database, slack };
  return {
    ...world,
    observer,
    done: async (person, body) => {
      const { house, end } = await begin(world, database);
      const place = { kind: 'personal' as const, address: `me:${person}` };
      await house.edge.receive({ platform: 'slack', eventId: randomUUID(), person, place, body });
      await settle(house);
      await end();
    },
    killedEverywhere: async (ready, look) => {
      for (let step = 1; ; step++) {
        parts.clock.pass(1);
        const deeds = await ready();
        const since = sinceNow(slack);
        const killed = await liveThrough(world, deeds, step);
        const at = `killed at step ${step}`;
        try {
          await look(since);
        } catch (error) {
          throw new Error(at, { cause: error });
        }
        expect(since.twice(), at).toEqual([]);
        expect(await left(observer), at).toEqual(NOTHING_LEFT);
        if (!killed) return step;
      }
    },
    end: async () => {
      await observer.stop();
      await slack.close();
    },
  };
}

type World = Pick<LivesInSlack, 'parts' | 'database' | 'slack'>;

/** A house as one process has it, with the requests of Slack coming to it. */
interface Life {
  house: House;
  end: () => Promise<void>;
}

async function begin({ parts, slack }: World, over: Database): Promise<Life> {
  const made: Platform[] = [];
  const open: OpenPlatform = (given) => {
    const platform = slackPlatform(slack)(given);
    made.push(platform);
    return platform;
  };
  const house = houseOver(parts, over, { platforms: [open] });
  const listening = await made[0]?.start(house.edge);
  if (!listening?.ok) throw new Error('Slack was not started');
  slack.connect(listening.value.address);
  return {
    house,
    end: async () => {
      await house.workers.stop();
      await made[0]?.stop();
    },
  };
}

/** Slack brings again what was not taken; whoever has pressed in vain presses again. False when there were fewer steps. */
async function liveThrough(world: World, deeds: readonly Deed[], killedAt: number): Promise<boolean> {
  const { parts, database, slack } = world;
  const mortal = mortalDatabase(database, Infinity, true);
  let life = await begin(world, mortal.database);
  mortal.failAt(killedAt, true);
  slack.faults.askedFor(() => {
    const end = mortal.call();
    return end && { kind: 'dropped', ...end };
  });
  let killed = false;
  for (const deed of deeds) {
    const delivery = await deed();
    await settle(life.house).catch((error: unknown) => {
      if (!mortal.hasFailed()) throw error;
    });
    if (killed || !mortal.hasFailed()) continue;
    killed = true;
    await life.end();
    slack.faults.askedFor(null);
    // What was claimed and not sent is free again by then.
    parts.clock.pass(2);
    life = await begin(world, database);
    await settle(life.house);
    await slack.pass(1);
    await settle(life.house);
    if (delivery?.status !== 200) await deed();
    await settle(life.house);
  }
  slack.faults.askedFor(null);
  await life.end();
  return killed;
}

function sinceNow(slack: FakeSlack): SinceThen {
  const { length } = slack.workspace.messages;
  const now = () => slack.workspace.messages.slice(length).filter(({ isDeleted }) => !isDeleted);
  const keyOf = ({ channel, metadata }: FakeMessage) => `${channel} ${JSON.stringify(metadata)}`;
  return {
    in: (at, words) =>
      now().filter(({ channel, blocks }) => channel === at && textOf(blocks).includes(words)),
    twice: () => {
      const keys = now().flatMap((message) => (message.metadata ? [keyOf(message)] : []));
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    },
  };
}

const NOTHING_LEFT = { toWorkOn: [], givenUp: [], toSend: 0, dead: [] };

async function left({ store: { inbox, outbox } }: House) {
  return {
    toWorkOn: await inbox.peopleWaiting(10),
    givenUp: await inbox.givenUp(10),
    toSend: await outbox.waiting(),
    dead: await outbox.deadLetters(10),
  };
}
