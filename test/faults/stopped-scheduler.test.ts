import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../src/compose/answer-from.ts';
import { openWeb } from '../../src/compose/platforms.ts';
import { fileMishanded } from '../scenes/steps.ts';
import { aWorld, WORLD_READY_MS, type World } from '../support/a-world.ts';
import { slackWorld } from '../support/slack-world.ts';
import { startWebWorld } from '../support/web-world.ts';

/** An hour after an acknowledgement of a serious incident was due at 10:12. */
const LATER = '2026-11-20T11:12:00+09:00';

const health = async (address: string) => {
  const answer = await fetch(new URL('/health', address));
  return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.text() };
};

describe('a scheduler that has stopped', () => {
  let world: World;
  let address: string;
  beforeAll(async () => {
    world = await aWorld({ platforms: [openWeb] });
    const started = await world.house.start();
    if (!started.ok) throw new Error(started.problem.kind);
    address = started.value.address;
    await fileMishanded(world, 'yamada');
  }, WORLD_READY_MS);
  afterAll(() => world.close());

  const command = () =>
    answerFrom(world.organized, world.house, { command: 'health', locale: 'ja' }, world.clock);
  const kept = JSON.stringify({ state: 'ok', late: 0, since: null });
  const late = JSON.stringify({ state: 'late', late: 1, since: '2026-11-20T01:12:00.000Z' });

  it('shows in what anybody can ask of the house and in how the command ends, and in nothing else', async () => {
    expect(await health(address)).toEqual({ status: 200, cache: 'no-store', body: kept });
    expect(await command()).toEqual({ lines: [kept], problems: [], code: 0 });
    world.clock.set(LATER);
    expect(await health(address)).toEqual({ status: 503, cache: 'no-store', body: late });
    expect(await command()).toEqual({ lines: [late], problems: [], code: 1 });
  });

  it('is well again after the next look', async () => {
    await world.tick();
    expect(await health(address)).toEqual({ status: 200, cache: 'no-store', body: kept });
    expect((await command()).code).toBe(0);
  });
});

describe('what nobody can tell', () => {
  it('is not taken for well', async () => {
    const web = await startWebWorld({ health: () => Promise.reject(new Error('no database')) });
    const found = await health(web.address);
    await web.stop();
    expect(found).toEqual({ status: 503, cache: 'no-store', body: JSON.stringify({ state: 'unknown' }) });
  });
});

describe('a load balancer before Slack', () => {
  it(
    'is answered as long as requests are taken, whatever the clocks say',
    async () => {
      const world = await slackWorld();
      await fileMishanded(world, 'yamada');
      expect((await health(world.address)).status).toBe(200);
      world.clock.set(LATER);
      expect(await world.house.clocks.health()).toMatchObject({ state: 'late' });
      expect((await health(world.address)).status).toBe(200);
      await world.close();
      await expect(health(world.address)).rejects.toThrow();
    },
    WORLD_READY_MS,
  );
});
