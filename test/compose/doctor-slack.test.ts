import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HouseAnswer } from '../../src/cli/house-request.ts';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { doctorSlack } from '../../src/compose/slack-commands.ts';
import { testConfig, WORLD_READY_MS } from '../support/a-world.ts';
import { channelOf, slackWorld, type SlackWorld } from '../support/slack-world.ts';
import { silentLog } from '../support/storage-samples.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
  const { slack } = world;
  slack.addChannel('C0RISKROOM', 'risk-room', { kind: 'private' });
  await world.person('hirata').command('接続 リスク・コンプライアンス部', 'C0RISKROOM');
  await world.settle();
  slack.workspace.channels.get(channelOf(world, 'risk-compliance'))?.members.delete(slack.workspace.bot.user);
}, WORLD_READY_MS);
afterAll(() => world.close());

const ofTheHouse = () =>
  answerFrom(world.organized, world.house, { command: 'bindings', platform: 'slack', locale: 'ja' });

async function examined(bindings: () => Promise<HouseAnswer | null>) {
  const said: string[] = [];
  const wrong: string[] = [];
  const io = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void wrong.push(line),
    lines: () => {
      throw new Error('nothing is read');
    },
  };
  const { slack, organized, clock } = world;
  const transport = { kind: 'http' as const, host: '127.0.0.1', port: 0, signingSecret: slack.signingSecret };
  const config = {
    ...testConfig(''),
    slack: { botToken: slack.tokens.bot, apiUrl: slack.apiUrl, transport },
  };
  const code = await doctorSlack(config, organized, { io, clock, log: silentLog(), bindings });
  return { code, said, wrong: wrong.join('\n') };
}

describe('tsutae doctor slack', () => {
  it('misses no channel of the files that another one stands for', async () => {
    expect((await examined(ofTheHouse)).wrong).not.toContain('#risk-compliance');
  });

  it('misses it where there is no house yet', async () => {
    expect((await examined(() => Promise.resolve(null))).wrong).toContain(
      '#risk-compliance に、つたえがいません',
    );
  });

  it('says that the house could not be asked, and looks at what is in the files', async () => {
    const silent = { lines: [], problems: ['データベースにつながりません。'], code: 1 };
    const { code, said, wrong } = await examined(() => Promise.resolve(silent));
    expect(code).toBe(1);
    expect(said.length).toBeGreaterThan(1);
    for (const words of [
      'データベースにつながりません。',
      'つないだチャンネルを読めませんでした',
      '#risk-compliance',
    ])
      expect(wrong).toContain(words);
  });
});
