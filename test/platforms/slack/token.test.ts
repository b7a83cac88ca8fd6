import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { slackWorld, type SlackWorld } from '../../support/slack-world.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-token-'));
const file = path.join(folder, 'token');
let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld({ tokenFile: file, withWeb: false });
}, WORLD_READY_MS);
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

it('what cannot be said with a token that was withdrawn is said with the one that takes its place', async () => {
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
});
