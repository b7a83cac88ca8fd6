import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { Fault } from '../../support/fake-slack/faults.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { channelOf, slackWorld, type SlackWorld } from '../../support/slack-world.ts';

/** Everything that Slack's API has been seen to do to a call. */
const FAULTS: readonly Fault[] = [
  { kind: 'rate_limited', seconds: 2 },
  { kind: 'server_error', done: false },
  { kind: 'server_error', done: true },
  { kind: 'dropped', done: false },
  { kind: 'dropped', done: true },
  { kind: 'slow', ms: 5000 },
  { kind: 'error', error: 'service_unavailable' },
  { kind: 'error', error: 'internal_error' },
];
const PEOPLE = ['yamada', 'shimizu', 'suzuki', 'nishida', 'okamoto', 'kikuchi'];

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

function faultAt(index: number): Fault {
  const fault = FAULTS[index % FAULTS.length];
  if (!fault) throw new Error('no fault');
  return fault;
}

/** Until everything that was put off has been tried again. */
async function untilCalm(): Promise<void> {
  for (let tried = 0; tried < 12 && (await world.house.store.outbox.waiting()) > 0; tried++) {
    world.clock.pass(11);
    await world.settle();
  }
  expect(await world.house.store.outbox.waiting()).toBe(0);
  expect(await world.house.store.outbox.deadLetters(1)).toEqual([]);
}

describe('an API that fails in every way', () => {
  it('brings each message once and each card as it stands, whatever becomes of the calls', async () => {
    const risk = channelOf(world, 'risk-compliance');
    for (const [index, id] of PEOPLE.entries()) {
      const person = world.person(id);
      const fault = (method: string, at: number) => {
        world.slack.faults.next(method, faultAt(index + at));
      };
      fault('chat.postMessage', 0);
      fault('conversations.open', 1);
      await person.write(MISHANDED);
      await world.settle();
      await untilCalm();
      for (const [at, label] of ['1人', '見ていない', '送信'].entries()) {
        fault('chat.postMessage', at + 2);
        fault('chat.postMessage', at + 3);
        await person.press(label);
        await world.settle();
        await untilCalm();
      }
      fault('chat.update', index);
      const [report] = await world.filed(id);
      await world.person('tanaka').pressCard(risk, report?.number ?? '', '受付確認');
      await world.settle();
      await untilCalm();
    }

    for (const id of PEOPLE) {
      const reports = await world.filed(id);
      expect(reports).toHaveLength(1);
      const number = reports[0]?.number ?? '';
      const heard = world.person(id).heard();
      expect(heard.filter((text) => text.includes(`番号は ${number}`))).toHaveLength(1);
      expect(heard.filter((text) => text.includes('何人分ですか'))).toHaveLength(1);
      const cards = world.slack.messagesIn(risk).filter(({ blocks }) => textOf(blocks).includes(number));
      expect(cards).toHaveLength(1);
      expect(textOf(cards[0]?.blocks ?? [])).toContain('受付確認済');
    }
  }, 360_000);
});
