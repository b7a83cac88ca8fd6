import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../../src/platforms/web/page/live/one-at-a-time.ts';

describe('work that is done one at a time', () => {
  it('runs once more after it was asked for while it ran, however often', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const ask = oneAtATime(async () => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await ask();
    expect(runs).toBe(3);
  });

  it('runs again after it has failed', async () => {
    let fails = true;
    const ask = oneAtATime(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve()));
    await expect(ask()).rejects.toThrow('away');
    fails = false;
    await expect(ask()).resolves.toBeUndefined();
  });
});
