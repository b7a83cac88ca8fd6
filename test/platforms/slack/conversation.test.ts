import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_READY_MS } from '../../support/a-world.ts';
import { slackWorld, type SlackWorld } from '../../support/slack-world.ts';
import { MISHANDED } from '../../scenes/steps.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await slackWorld();
}, WORLD_READY_MS);
afterAll(() => world.close());

describe('a report in direct messages', () => {
  it('is asked for, sent, and stands in its channels', async () => {
    const yamada = world.person('yamada');
    expect((await yamada.write(MISHANDED)).status).toBe(200);
    await world.settle();
    expect(yamada.heard().at(-1)).toContain('何人分ですか');
    for (const label of ['1人', '見ていない', '送信']) {
      await yamada.press(label);
      await world.settle();
    }
    expect(yamada.heard().at(-1)).toContain('受け付けました。番号は INC-26-');
    const [report] = await world.filed('yamada');
    const risk = [...world.slack.workspace.channels.values()].find(({ name }) => name === 'risk-compliance');
    const cards = world.slack.messagesIn(risk?.id ?? '');
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards[0]?.blocks)).toContain(report?.number);
  });
});
