import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/application/verify-ledger.ts';
import type { House } from '../../src/compose/house.ts';
import { systemHash } from '../../src/compose/node-ports.ts';
import type { OpenPlatform } from '../../src/compose/platforms.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { MISHANDED } from '../scenes/steps.ts';
import { houseOver, sharedParts, type SharedParts } from '../support/a-house.ts';
import { startProgram, type Running } from '../support/a-program.ts';
import { balancer, type Balancer } from '../support/fake-slack/balancer.ts';
import type { Delivery } from '../support/fake-slack/deliver-requests.ts';
import type { FakePerson } from '../support/fake-slack/people.ts';
import { fakeSlack, type FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { textOf } from '../support/fake-slack/workspace.ts';
import { startPostgres } from '../support/postgres.ts';
import { settle } from '../support/settle.ts';
import {
  addChannels,
  channelOf,
  settingsForSlack,
  slackPeople,
  slackPlatform,
} from '../support/slack-world.ts';
import { silentLog } from '../support/storage-samples.ts';

const REPORTERS = ['yamada', 'suzuki', 'watanabe', 'ishii', 'shimizu', 'kobayashi'];
const HANDLERS = ['tanaka', 'mori', 'sasaki'];
const NUMBER = /INC-\d\d-[0-9A-Z]{5}/;
const QUESTION = '封筒に入っていましたか';
/** Of programs on a busy machine, at the pace of Slack's own. */
const PATIENCE = { timeout: 240_000, interval: 100 };

const server = await startPostgres();
let parts: SharedParts;
let slack: FakeSlack;
let front: Balancer;
let person: (id: string) => FakePerson;

beforeAll(async () => {
  parts = await sharedParts();
});
afterAll(() => server?.stop());

/** A workspace of its own, with a balancer between it and whatever instances there are. */
async function newWorkspace(): Promise<void> {
  slack = await fakeSlack();
  addChannels(slack, parts);
  front = await balancer();
  slack.connect(front.url);
  person = slackPeople(slack);
}

async function closeWorkspace(): Promise<void> {
  await front.close();
  await slack.close();
}

function heard(id: string, words: string): number {
  return person(id)
    .heard()
    .filter((text) => text.includes(words)).length;
}

/** Cards, each with its channel; what stands under them is none. */
function cards(): string[] {
  return slack.workspace.messages.flatMap(({ channel, blocks, thread, isDeleted }) => {
    const number = NUMBER.exec(textOf(blocks))?.[0];
    return channel.startsWith('C') && thread === null && !isDeleted && number !== undefined
      ? [`${channel} ${number}`]
      : [];
  });
}

function numberOf(id: string): string {
  const receipt = person(id)
    .heard()
    .find((text) => text.includes('受け付けました'));
  return NUMBER.exec(receipt ?? '')?.[0] ?? '';
}

/** All at once. Whether a busy machine answers within Slack's three seconds is not what is asked here. */
async function all(deeds: readonly Promise<Delivery>[]): Promise<void> {
  await Promise.all(deeds);
  await front.settled();
}

describe.skipIf(server === null)('two instances with Slack behind a balancer', () => {
  if (server === null) return;
  let houses: House[];
  let one: House;
  let risk: string;
  /** What each instance has brought to Slack. */
  const brought: [number, number] = [0, 0];

  beforeAll(async () => {
    await newWorkspace();
    const url = await server.createDatabase();
    one = await begin(url, 0);
    houses = [one, await begin(url, 1)];
    risk = channelOf({ slack, organized: parts.organized }, 'risk-compliance');
    for (const id of HANDLERS) slack.workspace.channels.get(risk)?.members.add(person(id).user);
  });
  afterAll(async () => {
    for (const house of houses) await house.stop();
    await closeWorkspace();
  });

  function counted(index: 0 | 1): OpenPlatform {
    const open = slackPlatform(slack);
    return (given) => {
      const platform = open(given);
      return {
        ...platform,
        send: async (post) => {
          const sent = await platform.send(post);
          if (sent.ok) brought[index] += 1;
          return sent;
        },
      };
    };
  }

  async function begin(url: string, index: 0 | 1): Promise<House> {
    const opened = await openDatabase({ url, folder: '', log: silentLog() });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const house = houseOver(parts, opened.value, { platforms: [counted(index)] });
    await house.prepare();
    const listening = await house.start();
    if (!listening.ok) throw new Error(listening.problem.kind);
    front.instances.push(listening.value.address);
    return house;
  }

  /** Until neither has anything left to do; what one holds is worked on there, so once more for what came of it. */
  async function settleAll(): Promise<void> {
    await Promise.all(houses.map(settle));
    await Promise.all(houses.map(settle));
    expect(await one.store.outbox.waiting()).toBe(0);
  }

  /** All at once, with the last copies of what was sent before among them. Each is taken, and every copy answered alike. */
  async function deliver(deeds: () => Promise<Delivery>[]): Promise<void> {
    const from = front.requests.length;
    await Promise.all([all(deeds()), front.late()]);
    await settleAll();
    for (const { answers } of front.requests.slice(from))
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  }

  async function steps(id: string): Promise<string[]> {
    const [report] = await one.store.reports.mine(id, { limit: 1 });
    return (report?.steps ?? []).map(({ kind }) => kind);
  }

  test('ask each question once, and file one report with one receipt and one card in each channel', async () => {
    await deliver(() => REPORTERS.map((id) => person(id).write(MISHANDED)));
    for (const label of ['1人', '見ていない', '送信'])
      await deliver(() => REPORTERS.map((id) => person(id).press(label)));
    for (const id of REPORTERS) {
      expect(await one.store.reports.mine(id, { limit: 10 })).toHaveLength(1);
      for (const words of ['何人分ですか', '中を見ましたか', 'この内容で送りますか', '受け付けました'])
        expect([id, words, heard(id, words)]).toEqual([id, words, 1]);
    }
    expect(new Set(REPORTERS.map(numberOf)).size).toBe(REPORTERS.length);
    const inRisk = cards().filter((card) => card.startsWith(risk));
    expect(inRisk.sort()).toEqual(REPORTERS.map((id) => `${risk} ${numberOf(id)}`).sort());
    expect(cards()).toEqual([...new Set(cards())]);
  });

  test('let one of two handlers take it, and answer each of them once', async () => {
    const number = numberOf('yamada');
    await deliver(() => [
      person('tanaka').pressCard(risk, number, '担当になる'),
      person('mori').pressCard(risk, number, '担当になる'),
    ]);
    expect((await steps('yamada')).filter((kind) => kind === 'taken')).toHaveLength(1);
    const late = ['tanaka', 'mori'].map((id) => heard(id, '済ませています'));
    expect(late.sort()).toEqual([0, 1]);
  });

  test('open one form, ask its question once, and bring one answer back', async () => {
    const number = numberOf('yamada');
    const [report] = await one.store.reports.mine('yamada', { limit: 1 });
    const handler = person(report?.steps.find(({ kind }) => kind === 'taken')?.actor ?? '');
    await deliver(() => [handler.pressCard(risk, number, '報告者に質問')]);
    expect(slack.workspace.modals.get(handler.user)).toHaveLength(1);
    expect(handler.hints()).toEqual([]);
    await deliver(() => [handler.submit({ 質問: QUESTION })]);
    expect(handler.modalText()).toContain('報告者に届くのは、この文だけです。');
    await deliver(() => [handler.submit()]);
    expect(handler.modal()).toBeNull();
    expect(heard('yamada', QUESTION)).toBe(1);
    await deliver(() => [person('yamada').press('答える')]);
    await deliver(() => [person('yamada').write('入っていました')]);
    await deliver(() => []);
    expect((await steps('yamada')).slice(-2)).toEqual(['asked', 'replied']);
    expect(heard('yamada', '担当に届けました')).toBe(1);
    expect(handler.heard().filter((text) => text.includes('「入っていました」'))).toHaveLength(1);
  });

  test('show in direct messages what was asked for in a channel, and say so once', async () => {
    const sasaki = person('sasaki');
    await deliver(() => [sasaki.mention(risk, '使い方')]);
    await deliver(() => [sasaki.pressCard(risk, numberOf('suzuki'), 'くわしく')]);
    await deliver(() => []);
    expect(sasaki.heard()).toHaveLength(2);
    expect(sasaki.hints().filter((text) => text.includes('ダイレクトメッセージ'))).toHaveLength(2);
  });

  test('have both brought what was to be said, and kept one ledger', async () => {
    expect(Math.min(...brought)).toBeGreaterThan(0);
    const { store, signer } = one;
    const verified = await verifyLedger({ ledger: store.ledger, hash: systemHash, signer });
    expect(verified).toMatchObject({ chains: REPORTERS.length, flaw: null });
  });

  test('leave nothing undone when one is stopped in the middle', async () => {
    const later = ['nishida', 'okamoto', 'kikuchi', 'matsuda'];
    const writing = all(later.map((id) => person(id).write(MISHANDED)));
    await houses.pop()?.stop();
    await writing;
    // It is gone from the balancer as well, and what it was brought last comes to the other.
    front.instances.splice(1);
    await front.late();
    for (const label of ['1人', '見ていない', '送信']) {
      await settle(one);
      await all(later.map((id) => person(id).press(label)));
    }
    await settle(one);
    expect(await one.store.outbox.waiting()).toBe(0);
    for (const id of later)
      expect([id, heard(id, '何人分ですか'), heard(id, '受け付けました')]).toEqual([id, 1, 1]);
    expect(cards().filter((card) => card.startsWith(risk))).toHaveLength(REPORTERS.length + later.length);
    expect(cards()).toEqual([...new Set(cards())]);
  });
});

describe.skipIf(server === null)('two programs with Slack behind a balancer', () => {
  if (server === null) return;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-slack-'));
  const running: Running[] = [];

  beforeAll(newWorkspace);
  afterAll(async () => {
    for (const program of running) await program.kill();
    await closeWorkspace();
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(url: string): Promise<Running> {
    const program = await startProgram({
      TSUTAE_DATA: folder,
      DATABASE_URL: url,
      ...settingsForSlack(slack),
    });
    running.push(program);
    front.instances.push(program.address);
    return program;
  }

  /** The first of them, from now on found by nobody. */
  function leave(): Running {
    const [program] = running.splice(0, 1);
    front.instances.splice(0, 1);
    if (!program) throw new Error('no program runs');
    return program;
  }

  const once = (people: readonly string[], words: string) =>
    expect.poll(() => people.map((id) => heard(id, words)), PATIENCE).toEqual(people.map(() => 1));

  test('finish what one of them was killed with, and what another was stopped with, each once', async () => {
    const people = REPORTERS.slice(0, 4);
    const url = await server.createDatabase();
    await begin(url);
    await begin(url);

    // Killed with events that it acknowledged, and with questions that Slack has and nobody has written down.
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 3000 }, 4);
    await all(people.map((id) => person(id).write(MISHANDED)));
    await leave().kill();
    await front.late();
    await once(people, '何人分ですか');
    await all(people.map((id) => person(id).press('1人')));
    await once(people, '中を見ましたか');
    await all(people.map((id) => person(id).press('見ていない')));
    await once(people, 'この内容で送りますか');

    // Stopped in order, by a signal, while receipts and cards go out; another has taken its place.
    await begin(url);
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 2000 }, 4);
    await all(people.map((id) => person(id).press('送信')));
    const { code } = await leave().interrupt();
    expect(code).toBe(0);
    await once(people, '受け付けました');
    const risk = channelOf({ slack, organized: parts.organized }, 'risk-compliance');
    const wanted = people.map((id) => `${risk} ${numberOf(id)}`).sort();
    await expect
      .poll(
        () =>
          cards()
            .filter((card) => card.startsWith(risk))
            .sort(),
        PATIENCE,
      )
      .toEqual(wanted);
    expect(cards()).toEqual([...new Set(cards())]);
  }, 600_000);
});
