import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-token-'));
const file = path.join(folder, 'secret');
let world: SlackWorld;
afterEach(() => world.close());
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it(
  'what cannot be said with a token that was withdrawn is said with the one that takes its place',
  async () => {
    world = await slackWorld({ secretFiles: { bot: file }, withWeb: false });
    const yamada = world.person('yamada');
    await yamada.write('使い方');
    await world.settle();
    const heard = yamada.heard().length;
    expect(heard).toBeGreaterThan(0);

    world.slack.tokens.bot = 'xoxb-new';
    const { status } = await yamada.write('使い方');
    await world.settle();
    expect([status, yamada.heard().length]).toEqual([200, heard]);

    // Half of the way through a swap there is nothing in the file: the token before goes on.
    writeFileSync(file, '');
    await world.settle();
    writeFileSync(file, 'xoxb-new\n');
    world.clock.pass(30);
    await world.settle();
    expect(yamada.heard()).toHaveLength(heard * 2);
    expect(await world.house.store.outbox.waiting()).toBe(0);
  },
  WORLD_READY_MS,
);

it(
  'requests are told by the signing secret that takes the place of another, and no longer by that one',
  async () => {
    world = await slackWorld({ secretFiles: { signing: file }, withWeb: false });
    const { slack } = world;
    const yamada = world.person('yamada');
    const said = await yamada.write('使い方');
    const signedBy = async (secret: string) => {
      // Nothing that was heard before is heard again.
      const body = said.body.replace('使い方', `使い方 ${secret}`);
      return (await slack.resend({ ...said, body, attempts: 0 }, { secret })).status;
    };
    const next = 'another-signing-secret-0123456789';
    expect([said.status, await signedBy(next)]).toEqual([200, 401]);
    writeFileSync(file, `${next}\n`);
    expect([await signedBy(next), await signedBy(slack.signingSecret)]).toEqual([200, 401]);
    await world.settle();
    expect(yamada.heard()).not.toEqual([]);
  },
  WORLD_READY_MS,
);

it(
  'the connection of Socket Mode is opened again with the app token that takes the place of another',
  async () => {
    world = await slackWorld({ slack: { socketMode: true }, secretFiles: { app: file }, withWeb: false });
    const { slack } = world;
    slack.tokens.app = 'xapp-new';
    writeFileSync(file, 'xapp-new\n');
    await slack.socket?.refresh();
    await expect.poll(() => slack.socket?.connections(), { timeout: 20_000 }).toEqual({ opened: 2, open: 1 });
    const { status } = await world.person('yamada').write('使い方');
    await world.settle();
    expect([status, world.person('yamada').heard().length]).toEqual([200, 1]);
  },
  WORLD_READY_MS,
);
