import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { InboundBody } from '../../src/application/ports.ts';
import type { House } from '../../src/compose/house.ts';
import type { Database } from '../../src/storage/database.ts';
import { sharedParts, type SharedParts } from './a-house.ts';
import { openMemoryDatabase } from './embedded-database.ts';
import type { Delivery } from './fake-slack/deliver-requests.ts';
import { fakeSlack, type FakeSlack } from './fake-slack/fake-slack.ts';
import { textOf, type FakeMessage } from './fake-slack/workspace.ts';
import { killedEverywhere, livesOn, observerOf, type LivedIn } from './lives.ts';
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
  /** `killedEverywhere`, and no message stands anywhere twice. */
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
  const platform = slackPlatform(slack);
  const observer = await observerOf({ parts, database, platform });
  const world: LivedIn = {
    parts,
    database,
    platform,
    connect: (address) => {
      slack.connect(address);
    },
    askedFor: (ask) => {
      slack.faults.askedFor(() => {
        const end = ask?.() ?? null;
        return end && { kind: 'dropped', ...end };
      });
    },
    // It brings again what was not taken.
    again: async () => {
      await slack.pass(1);
    },
  };
  return {
    parts,
    database,
    slack,
    observer,
    done: (person, body) => {
      const place = { kind: 'personal' as const, address: `me:${person}` };
      const event = { platform: 'slack', eventId: randomUUID(), person, place, body };
      return livesOn(world, ({ edge }) => [() => edge.receive(event)]);
    },
    killedEverywhere: (ready, look) => {
      let since = sinceNow(slack);
      const begin = async () => {
        const deeds = await ready();
        since = sinceNow(slack);
        return deeds;
      };
      return killedEverywhere(world, observer, begin, async () => {
        await look(since);
        expect(since.twice()).toEqual([]);
      });
    },
    end: async () => {
      await observer.stop();
      await slack.close();
    },
  };
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
