import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody } from '../../src/application/ports.ts';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import { notice } from '../../src/domain/dialog/question-view.ts';
import { phrase } from '../../src/domain/phrase.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import type { Database } from '../../src/storage/database.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { openMemoryDatabase } from '../support/embedded-database.ts';
import type { Delivery } from '../support/fake-slack/deliver-requests.ts';
import { fakeSlack, type FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { FakePerson } from '../support/fake-slack/people.ts';
import { buttonsOf, textOf, type FakeMessage } from '../support/fake-slack/workspace.ts';
import { mortalDatabase } from '../support/mortal-database.ts';
import { settle } from '../support/settle.ts';
import { addChannels, channelOf, slackPeople, slackPlatform } from '../support/slack-world.ts';

const PATIENCE_MS = 600_000;
const PROPOSAL =
  '【提案】住所変更届で、同じ住所を3枚に書くのが手間です。住所変更届を1枚にまとめるよう変えたいです';
const ADMINISTRATORS = 'administrator';

let parts: SharedParts;
let database: Database;
let slack: FakeSlack;
let person: (id: string) => FakePerson;
/** Lives through all tests and looks at what is there: it works on nothing. */
let observer: House;
/** Who answers a proposal, and who has a copy. */
let channels: { primary: string; copy: string };
let reporter: FakePerson;
let handler: FakePerson;

beforeAll(async () => {
  parts = await sharedParts();
  database = await openMemoryDatabase();
  slack = await fakeSlack();
  addChannels(slack, parts);
  person = slackPeople(slack);
  const lasting = { ...database, close: () => Promise.resolve() };
  const first = houseOver(parts, lasting, { platforms: [slackPlatform(slack)] });
  await first.prepare();
  await first.stop();
  observer = houseOver(parts, database, { platforms: [slackPlatform(slack)] });
  const at = { slack, organized: parts.organized };
  channels = { primary: channelOf(at, 'service-promotion'), copy: channelOf(at, 'quality') };
  [reporter, handler] = [person('suzuki'), person('sato')];
}, PATIENCE_MS);
afterAll(async () => {
  await observer.stop();
  await slack.close();
});

/** A house as one process has it, with the requests of Slack coming to it. */
interface Life {
  house: House;
  end(): Promise<void>;
}

async function begin(over: Database): Promise<Life> {
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

/** What somebody does in Slack: null when there is nothing any more to be done. */
type Deed = () => Promise<Delivery | null>;

/** A message is brought again by Slack itself; whoever has pressed in vain presses again. */
const written = (text: string): Deed => {
  let isWritten = false;
  return async () => {
    if (isWritten) return null;
    isWritten = true;
    return reporter.write(text);
  };
};
const sent: Deed = async () => {
  const last = slack.messagesIn(reporter.direct()).at(-1);
  return buttonsOf(last?.blocks ?? []).some(({ label }) => label === '送信') ? reporter.press('送信') : null;
};

const pressed =
  (label: string, number: () => string): Deed =>
  async () => {
    const { blocks } = cardOf(channels.primary, number());
    return buttonsOf(blocks).some((button) => button.label === label)
      ? handler.pressCard(channels.primary, number(), label)
      : null;
  };

/**
 * Does the deeds in a house that is killed at its n-th step: before and after each call of Slack's API, and if it is so
 * said at each step of its database. Whatever is left is done in the next house. False when there were fewer steps.
 */
async function liveThrough(deeds: readonly Deed[], killedAt: number, callsOnly: boolean): Promise<boolean> {
  const mortal = mortalDatabase(database, Infinity, true);
  let life = await begin(mortal.database);
  mortal.failAt(killedAt, callsOnly);
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
    life = await begin(database);
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

/** The same deeds in houses killed at one step after the other, until one lives through all of them. */
async function killedEverywhere(
  ready: () => Promise<Deed[]>,
  look: (since: Since) => Promise<void>,
  callsOnly = true,
): Promise<number> {
  for (let step = 1; ; step++) {
    parts.clock.pass(1);
    const deeds = await ready();
    const since = fromNowOn();
    const killed = await liveThrough(deeds, step, callsOnly);
    await look(since).catch((error: unknown) => {
      throw new Error(`killed at step ${step}`, { cause: error });
    });
    expect(since.twice(), `killed at step ${step}`).toEqual([]);
    await expectNothingLeft(step);
    if (!killed) return step;
  }
}

interface Since {
  /** Messages in a channel that hold a text. */
  in(channel: string, words: string): FakeMessage[];
  /** Keys of messages that stand twice in a channel. */
  twice(): string[];
}

function fromNowOn(): Since {
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

async function newest(): Promise<Report> {
  const [report] = await observer.store.reports.mine('suzuki', { limit: 1 });
  if (!report) throw new Error('nothing was filed');
  return report;
}

async function expectNothingLeft(step: number): Promise<void> {
  const { inbox, outbox } = observer.store;
  const left = {
    toWorkOn: await inbox.peopleWaiting(10),
    givenUp: await inbox.givenUp(10),
    toSend: await outbox.waiting(),
    dead: await outbox.deadLetters(10),
  };
  expect(left, `killed at step ${step}`).toEqual({ toWorkOn: [], givenUp: [], toSend: 0, dead: [] });
}

/** Done in a house that lives, beside Slack. */
async function done(who: string, body: InboundBody): Promise<void> {
  const { house, end } = await begin(database);
  const place = { kind: 'personal' as const, address: `me:${who}` };
  await house.edge.receive({ platform: 'slack', eventId: randomUUID(), person: who, place, body });
  await settle(house);
  await end();
}

async function file(): Promise<Report> {
  await done('suzuki', { kind: 'said', text: PROPOSAL, attachments: 0 });
  await done('suzuki', { kind: 'said', text: '送信', attachments: 0 });
  return newest();
}

async function acknowledged(): Promise<Report> {
  const { number } = await file();
  await done('sato', { kind: 'pressed', press: { action: 'acknowledge', report: number } });
  return newest();
}

function cardOf(channel: string, number: string): FakeMessage {
  const cards = slack
    .messagesIn(channel)
    .filter(({ thread, blocks }) => thread === null && textOf(blocks).includes(number));
  expect(cards).toHaveLength(1);
  return cards[0] ?? fail(`no card of ${number}`);
}

function fail(why: string): never {
  throw new Error(why);
}

describe('a house in Slack that is killed at every step in turn', () => {
  test(
    'has filed the report once, posted one card to each channel and given one receipt',
    async () => {
      let filed = 0;
      const steps = await killedEverywhere(
        async () => {
          filed = await database.prisma.report.count();
          return [written(PROPOSAL), sent];
        },
        async (since) => {
          expect(await database.prisma.report.count()).toBe(filed + 1);
          const { number } = await newest();
          for (const channel of Object.values(channels)) cardOf(channel, number);
          expect(since.in(reporter.direct(), 'この内容で送りますか')).toHaveLength(1);
          expect(since.in(reporter.direct(), `番号は ${number}`)).toHaveLength(1);
        },
      );
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test(
    'has acknowledged once, changed each card in its place and told the reporter once',
    async () => {
      let report: Report;
      const steps = await killedEverywhere(
        async () => {
          report = await file();
          return [pressed('受付確認', () => report.number)];
        },
        async (since) => {
          const { steps } = await newest();
          expect(steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
          for (const channel of Object.values(channels))
            expect(textOf(cardOf(channel, report.number).blocks)).toContain('受付確認済');
          expect(since.in(reporter.direct(), report.number)).toHaveLength(1);
        },
      );
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test(
    'has brought a comment from one thread into the other once',
    async () => {
      const said = '様式の担当に確かめます';
      let number = '';
      const steps = await killedEverywhere(
        async () => {
          ({ number } = await file());
          const { ts } = cardOf(channels.primary, number);
          let isWritten = false;
          return [
            async () => {
              if (isWritten) return null;
              isWritten = true;
              return handler.reply(channels.primary, ts, said);
            },
          ];
        },
        (since) => {
          const { ts } = cardOf(channels.copy, number);
          expect(since.in(channels.copy, said).map(({ thread }) => thread)).toEqual([ts]);
          expect(since.in(channels.primary, said)).toEqual([]);
          return Promise.resolve();
        },
      );
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test(
    'has asked the reporter once what was sent in a form',
    async () => {
      const question = 'どの窓口の様式ですか';
      const steps = await killedEverywhere(
        async () => {
          const { number } = await acknowledged();
          const opened = pressed('報告者に質問', () => number);
          // Once with what is filled in, once with how it will be.
          const form: Deed = async () => {
            if (handler.modal() === null && (await asked()) === 0) await opened();
            return handler.modal() === null ? null : handler.submit({ 質問: question });
          };
          const preview: Deed = () => (handler.modal() === null ? Promise.resolve(null) : handler.submit());
          return [opened, form, preview];
        },
        async (since) => {
          expect(handler.modal()).toBeNull();
          expect(await asked()).toBe(1);
          expect(since.in(reporter.direct(), question)).toHaveLength(1);
        },
      );
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test(
    'has brought the card to the fallback channel and told each administrator once that the other is lost',
    async () => {
      const bot = slack.workspace.bot.user;
      const { reach, accounts } = observer.store;
      const people = [...parts.organized.catalogue.organization.people.values()]
        .filter(({ posts }) => posts.some(({ roles }) => roles.includes(ADMINISTRATORS)))
        .map(({ id }) => person(id));
      const quality = slack.workspace.channels.get(channels.copy);
      const steps = await killedEverywhere(
        async () => {
          quality?.members.add(bot);
          await reach.regain({ platform: 'slack', place: '#quality' });
          for (const { user } of people)
            await accounts.forget({ platform: 'slack', tenant: slack.workspace.team, user });
          const lost: Deed = () => {
            quality?.members.delete(bot);
            return Promise.resolve(null);
          };
          return [lost, written(PROPOSAL), sent];
        },
        async (since) => {
          const { number } = await newest();
          cardOf(channels.primary, number);
          expect(since.in(channels.copy, number)).toEqual([]);
          for (const administrator of people)
            expect(since.in(administrator.direct(), '#quality')).toHaveLength(1);
        },
      );
      quality?.members.add(bot);
      await reach.regain({ platform: 'slack', place: '#quality' });
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test(
    'has brought both parts of a message that is too long for one, each once',
    async () => {
      const lines = Array.from({ length: 60 }, (_, n) => `${n}行目：${'あ'.repeat(300)}`);
      const view = notice(lines.map((value) => phrase('value', { value })));
      const steps = await killedEverywhere(
        async () => {
          const to = { platform: 'slack', place: 'me:suzuki' };
          const content = { kind: 'view' as const, view, person: 'suzuki' };
          const message = { key: randomUUID(), to, content, mention: false, notBefore: null };
          await observer.store.work.transact((tx) => tx.outbox.enqueue([message]));
          return [() => Promise.resolve(null)];
        },
        (since) => {
          const parts = since.in(reporter.direct(), 'あああ').map(({ blocks }) => textOf(blocks));
          expect(parts.length).toBeGreaterThan(1);
          expect(parts.join('\n').split('\n')).toEqual(lines);
          return Promise.resolve();
        },
      );
      expect(steps).toBeGreaterThan(4);
    },
    PATIENCE_MS,
  );

  test('has a sound ledger after all of it', async () => {
    const { store, signer } = observer;
    const { flaw } = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(flaw).toBeNull();
  });
});

async function asked(): Promise<number> {
  return (await newest()).steps.filter(({ kind }) => kind === 'asked').length;
}
