import { App, HTTPReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import type { FakePerson } from '../test/support/fake-slack/people.ts';
import { buttonsOf, textOf } from '../test/support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../test/support/slack-world.ts';
import type { Benchmark, Findings, Setting } from './support/benchmark.ts';
import { durations, median, rounded, timed, type Durations } from './support/durations.ts';

const TEXT = '昨日、窓口で別の方の通知書をお渡ししてしまいました。回収済みです';
/** Asks for something, and begins nothing. */
const QUESTION = '先月の番号札の提案は、どうなりましたか';
const ANSWERS = ['1人', '見ていない', '送信'];
/** Slack's own: one message a second in each channel. */
const PACE_MS = 1_000;
const FULL = { reports: 3_000, lastsMs: 600_000, rounds: 5, events: 200 };
const QUICK = { reports: 12, lastsMs: 4_000, rounds: 1, events: 20 };
const MOST_P99_MS = 1_000;
const LOOKS_EVERY_MS = 50;
/** What does not come within this was lost. */
const PATIENCE_MS = 60_000;

export const slackReports: Benchmark = {
  name: 'slack',
  title: 'Reports over signed requests of Slack, at its pace, next to a bare Bolt app',
  run: async (setting) => {
    const world = await slackWorld({ slack: { paceMs: PACE_MS }, withWeb: false });
    const bare = await bareApp(world);
    // What is put off comes due in real time.
    const ticking = setInterval(() => world.clock.set(new Date().toISOString()), LOOKS_EVERY_MS);
    try {
      setting.tell('acknowledging one after another, by turns');
      const compared = await compare(setting, world, bare.address);
      setting.tell(`${String(sizeOf(setting).reports)} reports`);
      return findings(setting, await reporting(setting, world), compared);
    } finally {
      clearInterval(ticking);
      await bare.close();
      await world.close();
    }
  },
};

function sizeOf({ quick }: Setting): typeof FULL {
  return quick ? QUICK : FULL;
}

/** Those who read the labels of the buttons that are pressed here. */
function peopleIn(world: SlackWorld): FakePerson[] {
  const { people } = world.organized.catalogue.organization;
  const today = new Date().toISOString().slice(0, 10);
  return [...people.values()]
    .filter(
      ({ locale, posts }) =>
        locale === 'ja' && posts.some(({ from, until }) => from <= today && until === null),
    )
    .map(({ id }) => world.person(id));
}

/** Medians of each round, in milliseconds. */
interface Compared {
  house: number[];
  bare: number[];
}

/** The two take turns, so that the machine is as busy for the one as for the other. */
async function compare(setting: Setting, world: SlackWorld, bare: string): Promise<Compared> {
  const { rounds, events } = sizeOf(setting);
  const found: Compared = { house: [], bare: [] };
  const people = peopleIn(world);
  await acknowledging(people, people.length);
  for (let round = 0; round < rounds; round += 1) {
    found.house.push(await acknowledging(people, events));
    world.slack.connect(bare);
    found.bare.push(await acknowledging(people, events));
    world.slack.connect(world.address);
  }
  return found;
}

async function acknowledging(people: readonly FakePerson[], events: number): Promise<number> {
  const measured: number[] = [];
  for (let event = 0; event < events; event += 1) {
    const person = people[event % people.length];
    if (person) measured.push((await acknowledged(() => person.write(QUESTION))).ms);
  }
  return median(measured);
}

async function acknowledged(request: () => Promise<{ status: number | null; attempts: number }>) {
  const { value, ms } = await timed(request);
  if (value.status !== 200 || value.attempts !== 1)
    throw new Error(
      `a request was answered with ${String(value.status)} at attempt ${String(value.attempts)}`,
    );
  return { ms, at: performance.now() };
}

interface Reporting {
  acknowledged: Durations;
  /** From the acknowledged 送信 until the number stands in the conversation. */
  receipts: Durations;
  /** From the acknowledged 送信 until the card stands in the channel of the department in charge. */
  cards: Durations;
  mostWaiting: number;
  /** From the first request until nothing waited any more, in milliseconds. */
  drainedMs: number;
  /** The same, if the channel with the most messages were the only one to wait for. */
  leastMs: number;
}

async function reporting(setting: Setting, world: SlackWorld): Promise<Reporting> {
  const { reports, lastsMs } = sizeOf(setting);
  await drained(world);
  const calls = world.slack.calls.length;
  const people = peopleIn(world).map((person) => ({ person, before: Promise.resolve() }));
  const measured = { acknowledged: durations(), receipts: durations(), cards: durations() };
  const sent = new Map<string, number>();
  const waiting = { most: 0 };
  const begin = performance.now();
  const watching = setInterval(() => {
    void world.house.store.outbox.waiting().then((now) => (waiting.most = Math.max(waiting.most, now)));
  }, PACE_MS);
  await Promise.all(
    Array.from({ length: reports }, async (_, index) => {
      await until(begin + (index * lastsMs) / reports);
      const one = people[index % people.length];
      if (!one) return;
      // Nobody writes a report before the last one is sent.
      one.before = one.before.then(() => report(world, one.person, measured, sent));
      await one.before;
    }),
  );
  await drained(world);
  clearInterval(watching);
  const drainedMs = performance.now() - begin;
  const since = world.slack.calls.slice(calls).filter(({ answer }) => answer === 'ok');
  cardDelays(world, since, sent, measured.cards);
  return { ...measured, mostWaiting: waiting.most, drainedMs, leastMs: busiest(since) * PACE_MS };
}

async function report(
  world: SlackWorld,
  person: FakePerson,
  { acknowledged: measured, receipts }: Pick<Reporting, 'acknowledged' | 'receipts'>,
  sent: Map<string, number>,
): Promise<void> {
  const next = watch(world, person);
  let last = await acknowledged(() => person.write(TEXT));
  measured.add(last.ms);
  for (const label of ANSWERS) {
    await next((message) => buttonsOf(message.blocks).some((button) => button.label === label));
    last = await acknowledged(() => person.press(label));
    measured.add(last.ms);
  }
  const receipt = await next(({ blocks }) => textOf(blocks).includes('受け付けました'));
  receipts.add(performance.now() - last.at);
  sent.set(/INC-\d\d-[0-9A-Z]{5}/.exec(textOf(receipt.blocks))?.[0] ?? '', last.at);
}

type Message = SlackWorld['slack']['workspace']['messages'][number];

/** Waits for messages in somebody's own conversation, looking at each of them once. */
function watch(
  { slack }: SlackWorld,
  person: FakePerson,
): (wanted: (message: Message) => boolean) => Promise<Message> {
  const { messages } = slack.workspace;
  const channel = person.direct();
  let looked = messages.length;
  return async (wanted) => {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
      while (looked < messages.length) {
        const message = messages[looked];
        looked += 1;
        if (message?.channel === channel && wanted(message)) return message;
      }
      await until(performance.now() + LOOKS_EVERY_MS);
    }
    throw new Error(`${person.user} was not answered: ${person.heard().at(-1) ?? ''}`);
  };
}

type Call = SlackWorld['slack']['calls'][number];

function cardDelays(
  world: SlackWorld,
  calls: readonly Call[],
  sent: Map<string, number>,
  cards: Durations,
): void {
  const risk = channelOf(world, 'risk-compliance');
  for (const { method, args, at } of calls) {
    if (method !== 'chat.postMessage' || args['channel'] !== risk) continue;
    const number = /card:(?<number>[^:]+):/.exec(JSON.stringify(args['metadata']))?.groups?.['number'] ?? '';
    const begun = sent.get(number);
    if (begun !== undefined) cards.add(at - begun);
  }
}

/** Messages in the channel that got the most of them. */
function busiest(calls: readonly Call[]): number {
  const counts = new Map<unknown, number>();
  for (const { method, args } of calls)
    if (method === 'chat.postMessage' || method === 'chat.update')
      counts.set(args['channel'], (counts.get(args['channel']) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

async function drained({ house }: SlackWorld): Promise<void> {
  while ((await house.store.outbox.waiting()) > 0) await until(performance.now() + PACE_MS);
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}

/** What Bolt alone does with a message: checks its signature and acknowledges it. */
async function bareApp({ slack }: SlackWorld): Promise<{ address: string; close: () => Promise<void> }> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, processBeforeResponse: true });
  const app = new App({
    receiver,
    convoStore: false,
    authorize: () => Promise.resolve({ botUserId: slack.workspace.bot.user, botId: slack.workspace.bot.id }),
  });
  app.event('message', () => Promise.resolve());
  const server = await receiver.start({ host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/slack/events`,
    close: async () => {
      server.closeAllConnections();
      await receiver.stop();
    },
  };
}

function findings(setting: Setting, found: Reporting, { house, bare }: Compared): Findings {
  const { reports, lastsMs, rounds, events } = sizeOf(setting);
  const row = (measured: Durations) => [
    measured.count,
    measured.percentile(50),
    measured.percentile(99),
    measured.percentile(100),
  ];
  const p99 = found.acknowledged.percentile(99);
  return {
    how: [
      'The whole house over a database in memory and a strict fake of Slack in one process; every request is signed, each channel takes one message a second and answers faster ones with 429.',
      `${String(reports)} incidents in ${String(lastsMs / 60_000)} minutes by everybody of the directory in turn, each with four requests: said, two answers, sent. Acknowledged: from the request until 200. Receipt and card: from the acknowledged 送信 until they stand. All incidents have a card in the same channel, which takes one a second: drained is compared with what the channel with the most messages needs at that pace.`,
      `Acknowledging one after another: the house, which masks, screens and stores the message, and a bare Bolt app that checks the signature and answers, by turns, ${String(rounds)} times ${String(events)}; medians.`,
    ],
    tables: [
      {
        title: 'Milliseconds',
        columns: ['What', 'Times', 'p50', 'p99', 'Most'],
        rows: [
          ['acknowledged', ...row(found.acknowledged)],
          ['receipt', ...row(found.receipts)],
          ['card', ...row(found.cards)],
        ],
      },
      {
        title: 'The queue',
        columns: ['Most waiting', 'Drained after, s', 'Pace alone, s', 'Drained ÷ pace'],
        rows: [
          [
            found.mostWaiting,
            rounded(found.drainedMs / 1000),
            rounded(found.leastMs / 1000),
            rounded(found.drainedMs / found.leastMs),
          ],
        ],
      },
      {
        title: 'Acknowledging, milliseconds',
        columns: ['House', 'Bare Bolt app', 'House ÷ bare'],
        rows: [[rounded(median(house)), rounded(median(bare)), rounded(median(house) / median(bare))]],
      },
    ],
    aims: [
      { what: 'p99 of an acknowledgement', most: MOST_P99_MS, measured: p99, unit: 'ms' },
      {
        what: 'the slowest acknowledgement',
        most: 3_000,
        measured: found.acknowledged.percentile(100),
        unit: 'ms',
      },
    ],
  };
}
