import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { organize } from '../../../src/compose/knowledge.ts';
import { MISHANDED } from '../../scenes/steps.ts';
import { startProgram, type Running } from '../../support/a-program.ts';
import { testConfig } from '../../support/a-world.ts';
import { fakePerson } from '../../support/fake-slack/people.ts';
import { fakeSlack, type FakeSlack } from '../../support/fake-slack/fake-slack.ts';
import { textOf } from '../../support/fake-slack/workspace.ts';
import { addChannels, channelOf, settingsForSlack } from '../../support/slack-world.ts';

const PATIENCE_MS = 120_000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'tsutae-slack-'));
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function started(slack: FakeSlack): Promise<Running> {
  const program = await startProgram({ TSUTAE_DATA: folder, ...settingsForSlack(slack) });
  slack.connect(program.address);
  return program;
}

test('a program that is killed between any two steps loses nothing, and posts nothing twice', async () => {
  const organized = await organize(testConfig(''));
  if (!organized.ok) throw new Error('the organisation of the checkout is wrong');
  const slack = await fakeSlack();
  closing.push(() => slack.close());
  const house = { slack, organized: organized.value };
  addChannels(slack, house);
  const risk = channelOf(house, 'risk-compliance');
  slack.addUser('U0YAMADA', { email: 'yamada@pension.example' });
  const yamada = fakePerson(slack, 'U0YAMADA');
  const heard = (words: string) => yamada.heard().filter((text) => text.includes(words)).length;
  const soon = { timeout: PATIENCE_MS, interval: 100 };

  // Killed with an event that was acknowledged and not worked on.
  let program = await started(slack);
  expect((await yamada.write(MISHANDED)).status).toBe(200);
  await program.kill();

  // Killed when Slack has the question, and before its answer was read.
  slack.faults.next('chat.postMessage', { kind: 'slow', ms: 30_000 });
  program = await started(slack);
  await expect.poll(() => heard('何人分ですか'), soon).toBe(1);
  await program.kill();

  program = await started(slack);
  await yamada.press('1人');
  await expect.poll(() => heard('中を見ましたか'), soon).toBe(1);
  await yamada.press('見ていない');
  await expect.poll(() => heard('この内容で送りますか'), soon).toBe(1);

  // Killed when the receipt and the cards stand in their places, and nothing of it was written down.
  slack.faults.next('chat.postMessage', { kind: 'slow', ms: 30_000 }, 20);
  await yamada.press('送信');
  await expect.poll(() => slack.messagesIn(risk).length, soon).toBe(1);
  await program.kill();
  slack.faults.clear();

  // An event that came while nobody was there comes again.
  const missed = yamada.write('こんにちは');
  expect((await missed).status).toBeNull();
  program = await started(slack);
  await slack.pass(1);
  await slack.pass(5);
  await expect.poll(() => heard('受け付けました'), soon).toBe(1);
  await expect.poll(() => yamada.heard().length, soon).toBeGreaterThan(4);
  // A card is posted to every place in its own time; each of them once.
  await expect.poll(() => cardPlaces(slack).length, soon).toBeGreaterThan(3);
  expect(cardPlaces(slack)).toEqual([...new Set(cardPlaces(slack))]);
  expect([heard('何人分ですか'), heard('受け付けました')]).toEqual([1, 1]);
  expect(slack.messagesIn(risk)).toHaveLength(1);
  await program.interrupt();
}, 600_000);

function cardPlaces({ workspace }: FakeSlack): string[] {
  return workspace.messages.flatMap(({ channel, blocks, isDeleted }) =>
    channel.startsWith('C') && !isDeleted && /INC-\d\d-[0-9A-Z]{5}/.test(textOf(blocks)) ? [channel] : [],
  );
}
