import { App, HTTPReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FakePerson } from '../test/support/fake-slack/people.ts';
import { buttonsOf, textOf } from '../test/support/fake-slack/workspace.ts';
import { slackWorld, type SlackWorld } from '../test/support/slack-world.ts';
import type { Benchmark, Findings, Setting } from './support/benchmark.ts';
import { durations, median, ROW, rounded, rowOf, timed, type Durations } from './support/durations.ts';
import { openForms, type Opened } from './support/open-forms.ts';
import {
  inRealTime,
  loadOf,
  PEOPLE,
  QUESTION,
  reportAll,
  until,
  type Reporter,
  type Reporting,
  type Said,
} from './support/reporting.ts';
import { employ } from './support/staff.ts';

/** Slack's own: one message a second in each channel. */
const PACE_MS = 1_000;
const FULL = { rounds: 5, events: 200 };
const QUICK = { rounds: 1, events: 20 };
const MOST_P99_MS = 1_000;

export const slackReports: Benchmark = {
  name: 'slack',
  title: 'Reports over signed requests of Slack, at its pace, next to a bare Bolt app',
  run: async (setting) => {
    const staff = employ(path.join(setting.folder, 'organization'), { reporters: PEOPLE, handlers: 0 });
    const world = await slackWorld({
      slack: { paceMs: PACE_MS },
      withWeb: false,
      organization: staff.folder,
    });
    const people = staff.reporters.map((id) => world.person(id));
    const bare = await bareApp(world);
    const stopTicking = inRealTime(world);
    try {
      setting.tell('acknowledging one after another, by turns');
      const compared = await compare(setting, world, people, bare.address);
      setting.tell(`${String(loadOf(setting).reports)} reports`);
      return findings(setting, await reporting(setting, world, people), compared);
    } finally {
      stopTicking();
      await bare.close();
      await world.close();
    }
  },
};

function sizeOf({ quick }: Setting): typeof FULL {
  return quick ? QUICK : FULL;
}

/** Medians of each round, in milliseconds. */
interface Compared {
  house: number[];
  bare: number[];
}

/** The two take turns, so that the machine is as busy for the one as for the other. */
async function compare(
  setting: Setting,
  world: SlackWorld,
  people: readonly FakePerson[],
  bare: string,
): Promise<Compared> {
  const { rounds, events } = sizeOf(setting);
  const found: Compared = { house: [], bare: [] };
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
    if (person) measured.push((await timed(() => acknowledged(person.write(QUESTION)))).ms);
  }
  return median(measured);
}

async function acknowledged(request: Promise<{ status: number | null; attempts: number }>): Promise<void> {
  const { status, attempts } = await request;
  if (status !== 200 || attempts !== 1)
    throw new Error(`a request was answered with ${String(status)} at attempt ${String(attempts)}`);
}

interface Reported extends Reporting {
  /** From the acknowledged 送信 until the card stands in the channel of the department in charge. */
  cards: Durations;
  opened: Opened;
  mostWaiting: number;
  /** From the first request until nothing waited any more, in milliseconds. */
  drainedMs: number;
  /** The same, if the channel with the most messages were the only one to wait for. */
  leastMs: number;
}

async function reporting(
  setting: Setting,
  world: SlackWorld,
  people: readonly FakePerson[],
): Promise<Reported> {
  await drained(world);
  const calls = world.slack.calls.length;
  const begin = performance.now();
  const queue = watchQueue(world);
  const formsOpened = openForms(world, people);
  const reported = await reportAll(
    people.map((person) => reporterOf(world, person)),
    loadOf(setting),
  );
  const opened = await formsOpened();
  const [p50, p99, most] = [50, 99, 100].map((percent) => reported.acknowledged.percentile(percent));
  setting.tell(
    `acknowledged in ${String(p50)} ms, p99 ${String(p99)}, at most ${String(most)}; bringing what waits`,
  );
  await drained(world);
  queue.stop();
  const drainedMs = performance.now() - begin;
  const since = world.slack.calls.slice(calls).filter(({ answer }) => answer === 'ok');
  return {
    ...reported,
    ...queue.seen,
    opened,
    cards: cardDelays(since, reported.sent),
    drainedMs,
    leastMs: busiest(since) * PACE_MS,
  };
}

function reporterOf({ slack }: SlackWorld, person: FakePerson): Reporter {
  const channel = person.direct();
  const { messages } = slack.workspace;
  const heard: Said[] = [];
  let looked = 0;
  return {
    write: (text) => acknowledged(person.write(text)),
    press: (label) => acknowledged(person.press(label)),
    heard: () => {
      for (; looked < messages.length; looked += 1) {
        const message = messages[looked];
        if (message?.channel === channel)
          heard.push({ text: textOf(message.blocks), buttons: buttonsOf(message.blocks).map(labelOf) });
      }
      return heard;
    },
  };
}

function labelOf({ label }: { label: string }): string {
  return label;
}

type Call = SlackWorld['slack']['calls'][number];

/** A report has one card in the channel of each department; the first to stand counts. */
function cardDelays(calls: readonly Call[], sent: ReadonlyMap<string, number>): Durations {
  const cards = durations();
  const seen = new Set<string>();
  for (const { method, args, at } of calls) {
    if (method !== 'chat.postMessage') continue;
    const number = /card:(?<number>[^:]+):/.exec(JSON.stringify(args['metadata']))?.groups?.['number'] ?? '';
    const begun = sent.get(number);
    if (begun === undefined || seen.has(number)) continue;
    seen.add(number);
    cards.add(at - begun);
  }
  return cards;
}

/** Messages in the channel that got the most of them. */
function busiest(calls: readonly Call[]): number {
  const counts = new Map<unknown, number>();
  for (const { method, args } of calls)
    if (method === 'chat.postMessage' || method === 'chat.update')
      counts.set(args['channel'], (counts.get(args['channel']) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Looks at the outbox every second. */
function watchQueue({ house }: SlackWorld) {
  const seen = { mostWaiting: 0 };
  const timer = setInterval(() => {
    void house.store.outbox.waiting().then((now) => (seen.mostWaiting = Math.max(seen.mostWaiting, now)));
  }, PACE_MS);
  return { seen, stop: () => clearInterval(timer) };
}

async function drained({ house }: SlackWorld): Promise<void> {
  while ((await house.store.outbox.waiting()) > 0) await until(performance.now() + PACE_MS);
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

function findings(setting: Setting, found: Reported, { house, bare }: Compared): Findings {
  const { reports, lastsMs } = loadOf(setting);
  const { rounds, events } = sizeOf(setting);
  const p99 = found.acknowledged.percentile(99);
  return {
    how: [
      'The whole house over a database in memory and a strict fake of Slack in one process; every request is signed, each channel takes one message a second and answers faster ones with 429.',
      `${String(reports)} reports in ${String(lastsMs / 60_000)} minutes by ${String(PEOPLE)} people in turn: voices, proposals and incidents alike, each said, answered and sent in two to four requests. Acknowledged: from the request until 200. Twice a second somebody opens the form of a report with the shortcut; modal: until it stands. Receipt and card: from the acknowledged 送信 until they stand, which for a card is its age in the queue, since its channel takes one a second. Drained is compared with what the channel with the most messages needs at that pace.`,
      `Acknowledging one after another: the house, which masks, screens and stores the message, and a bare Bolt app that checks the signature and answers, by turns, ${String(rounds)} times ${String(events)}; medians.`,
    ],
    tables: [
      {
        title: 'Milliseconds',
        columns: ['What', ...ROW],
        rows: [
          ['acknowledged', ...rowOf(found.acknowledged)],
          ['receipt', ...rowOf(found.receipts)],
          ['card', ...rowOf(found.cards)],
          ['modal', ...rowOf(found.opened.modals)],
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
      {
        what: 'the slowest opening of a modal',
        most: 3_000,
        measured: found.opened.modals.percentile(100),
        unit: 'ms',
      },
      { what: 'modals that did not open', most: 0, measured: found.opened.missed, unit: 'modals' },
    ],
  };
}
