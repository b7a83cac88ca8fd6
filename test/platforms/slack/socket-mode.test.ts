import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISHANDED } from '../../scenes/steps.ts';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import type { FakeSocket } from '../../support/fake-slack/socket.ts';
import { slackWorld, type SlackWorld } from '../../support/slack-world.ts';

/** The SDK waits before it opens another connection, and then looks for its address. */
const RECONNECTED = { timeout: 20_000, interval: 50 };

let world: SlackWorld;
let socket: FakeSocket;
beforeAll(async () => {
  world = await slackWorld({ slack: { socketMode: true }, withWeb: false });
  if (!world.slack.socket) throw new Error('this is no Socket Mode');
  ({ socket } = world.slack);
  // What is slow the first time is slow in no test.
  await world.person('tanaka').write('使い方');
  await world.settle();
}, WORLD_READY_MS);
afterAll(() => world.close());

const asked = (id: string) =>
  world
    .person(id)
    .heard()
    .filter((text) => text.includes('何人分ですか')).length;

describe('the connection', () => {
  it('that Slack renews is followed by another, and what comes then is heard', async () => {
    const { opened } = socket.connections();
    await socket.refresh();
    await expect.poll(() => socket.connections(), RECONNECTED).toEqual({ opened: opened + 1, open: 1 });
    const { status } = await world.person('yamada').write(MISHANDED);
    await world.settle();
    expect([status, asked('yamada')]).toEqual([200, 1]);
  });

  it('that breaks is opened again, and what nobody took meanwhile comes again', async () => {
    socket.drop();
    const suzuki = world.person('suzuki');
    await expect.poll(() => socket.connections().open).toBe(0);
    const missed = await suzuki.write(MISHANDED);
    expect([missed.status, missed.attempts]).toEqual([null, 2]);
    await expect.poll(() => socket.connections().open, RECONNECTED).toBe(1);
    await world.slack.pass(1);
    await world.settle();
    expect([missed.status, missed.attempts, asked('suzuki')]).toEqual([200, 3, 1]);
  });
});

describe('a store that fails', () => {
  it('acknowledges nothing, so that Slack brings the message again', async () => {
    const { edge } = world.house;
    const receive = edge.receive.bind(edge);
    let failures = 2;
    edge.receive = (inbound) =>
      failures-- > 0 ? Promise.reject(new Error('the disk is full')) : receive(inbound);
    const delivery = await world.person('kudo').write(MISHANDED);
    expect([delivery.status, delivery.attempts]).toEqual([null, 2]);
    await world.slack.pass(1);
    edge.receive = receive;
    await world.settle();
    expect([delivery.status, delivery.attempts, asked('kudo')]).toEqual([200, 3, 1]);
  });
});

describe('a message that comes again and again', () => {
  it('is one, however often and over whichever connection it comes', async () => {
    const okamoto = world.person('okamoto');
    const said = await okamoto.write(MISHANDED);
    const again = () => world.slack.resend({ ...said, attempts: 0 });
    for (const { status } of await Promise.all([again(), again(), again()])) expect(status).toBe(200);
    await socket.refresh();
    await expect.poll(() => socket.connections().open, RECONNECTED).toBe(1);
    expect((await again()).status).toBe(200);
    await world.settle();
    expect(asked('okamoto')).toBe(1);
  });

  it('is one report, every deed of it four times', async () => {
    const nishida = world.person('nishida');
    const deed = async (done: () => ReturnType<typeof nishida.write>) => {
      const delivery = await done();
      const copies = [1, 2, 3].map(() => world.slack.resend({ ...delivery, attempts: 0 }));
      for (const { status } of await Promise.all(copies)) expect(status).toBe(200);
      await world.settle();
    };
    await deed(() => nishida.write(MISHANDED));
    for (const label of ['1人', '見ていない', '送信']) await deed(() => nishida.press(label));
    const reports = await world.filed('nishida');
    expect(reports).toHaveLength(1);
    const number = reports[0]?.number ?? 'none';
    expect(nishida.heard().filter((text) => text.includes(number))).toHaveLength(1);
  });
});
