import type { House } from '../../../src/compose/house.ts';
import { openTeams } from '../../../src/compose/open-teams.ts';
import type { Database } from '../../../src/storage/database.ts';
import { sharedParts, type SharedParts } from '../a-house.ts';
import { openMemoryDatabase } from '../embedded-database.ts';
import { killedEverywhere, livesOn, observerOf, type Deed, type Life, type LivedIn } from '../lives.ts';
import { activityOf, addMembers, APP, cardsOf, claimsTo, textOf, type Where } from './a-teams.ts';
import { fakeConnector, type FakeConnector, type Posted } from './connector.ts';
import { tokenIssuer } from './token-issuer.ts';

/** One tenant and one database, and house after house between them, each living until it is killed. */
export interface LivesInTeams {
  parts: SharedParts;
  database: Database;
  connector: FakeConnector;
  /** Lives through all of it and looks at what is there: it works on nothing. */
  observer: House;
  /** An activity on its way to whichever house lives; brought again it is the same. */
  brings(person: string, over: object, where?: Where): Deed;
  /** Done in a house that lives. */
  done(...deeds: Deed[]): Promise<void>;
  killedEverywhere(
    ready: () => Promise<Deed[]>,
    look: (since: SinceThen) => Promise<void> | void,
  ): Promise<number>;
  end(): Promise<void>;
}

/** What has come to conversations since a moment. */
export interface SinceThen extends Life {
  /** Messages in a conversation, or in a thread of it, that hold a text. */
  in(conversation: string, words: string): Posted[];
}

export async function livesInTeams(): Promise<LivesInTeams> {
  const [parts, database] = await Promise.all([sharedParts(), openMemoryDatabase()]);
  const [connector, issuer] = await Promise.all([fakeConnector(), tokenIssuer()]);
  connector.keepsPace = false;
  addMembers(connector, parts);
  const settings = { app: APP, host: '127.0.0.1', port: 0, serviceUrl: connector.url };
  const cloud = { issuer, token: () => Promise.resolve('connector-token'), timeoutMs: 1_000, paces: [] };
  const platform = openTeams({ ...settings, dialogs: false, sdk: 'botbuilder' }, cloud);
  const observer = await observerOf({ parts, database, platform });
  let address = '';
  const world: LivedIn = {
    parts,
    database,
    platform,
    connect: (to) => {
      address = to;
    },
    askedFor: (ask) => {
      connector.askedFor = () => {
        const end = ask?.() ?? null;
        return end && { kind: end.done ? 'drop_after' : 'drop_before' };
      };
    },
    again: () => Promise.resolve(),
  };
  const post: (activity: object) => Deed = (activity) => async () => {
    const authorization = `Bearer ${issuer.token(claimsTo(connector))}`;
    const headers = { 'content-type': 'application/json', authorization };
    const { status } = await fetch(address, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status };
  };
  return {
    parts,
    database,
    connector,
    observer,
    brings: (person, over, where) => post(activityOf(connector, person, over, where)),
    done: (...deeds) => livesOn(world, () => deeds),
    killedEverywhere: (ready, look) => {
      let since = 0;
      const begin = async () => {
        const deeds = await ready();
        since = connector.posted.length;
        return deeds;
      };
      return killedEverywhere(world, observer, begin, (life) =>
        look({ ...life, in: (place, words) => holding(connector.posted.slice(since), place, words) }),
      );
    },
    end: async () => {
      await observer.stop();
      await Promise.all([connector.close(), issuer.close()]);
    },
  };
}

function holding(posted: readonly Posted[], place: string, words: string): Posted[] {
  return posted.filter(
    (one) =>
      one.conversation.split(';')[0] === place && cardsOf(one).some((card) => textOf(card).includes(words)),
  );
}
