import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaces } from '../../src/application/pace.ts';
import { createPace, waitBefore } from '../../src/domain/pace.ts';
import { LIMITS } from '../../src/platforms/teams/limits.ts';

/** The most that any window of this length holds. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

describe('the pace of a place', () => {
  it('never goes over any of the limits, whenever messages are ready', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 200 }), (pauses) => {
        const clock = { now: 0 };
        const pace = createPace(() => clock.now, LIMITS.paces);
        const sent: number[] = [];
        for (const pause of pauses) {
          clock.now += pause;
          for (let wait = pace.waitFor('one'); wait > 0; wait = pace.waitFor('one')) clock.now += wait;
          pace.count('one');
          sent.push(clock.now);
        }
        for (const { messages, withinMs } of LIMITS.paces)
          expect(mostWithin(sent, withinMs)).toBeLessThanOrEqual(messages);
      }),
    );
  });

  it('lets through what no limit forbids, at once', () => {
    const pace = createPace(() => 0, LIMITS.paces);
    const sevenTimes = Array.from({ length: 7 }, () => {
      const wait = pace.waitFor('one');
      pace.count('one');
      return wait;
    });
    expect(sevenTimes).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(pace.waitFor('one')).toBe(1_000);
    expect(pace.waitFor('another')).toBe(0);
  });

  it('counts an hour back', () => {
    const everyTwoSeconds = Array.from({ length: 1_800 }, (_, n) => n * 2_000);
    expect(waitBefore(everyTwoSeconds, 3_599_000, LIMITS.paces)).toBe(1_000);
    expect(waitBefore(everyTwoSeconds, 3_600_000, LIMITS.paces)).toBe(0);
  });

  it('is each platform’s own, and tells where nothing may go and until when', () => {
    const clock = { ms: 0 };
    const paces = createPaces((platform) => (platform === 'slow' ? [{ messages: 1, withinMs: 1_000 }] : []), {
      elapsed: () => clock.ms,
      now: () => new Date(Date.UTC(2026, 10, 20) + clock.ms).toISOString(),
    });
    const busy = { platform: 'slow', place: 'a' };
    paces.count(busy);
    paces.count({ platform: 'fast', place: 'a' });
    clock.ms = 400;
    expect(paces.resting()).toEqual([{ at: busy, until: '2026-11-20T00:00:01.000Z' }]);
    clock.ms = 1_000;
    expect(paces.resting()).toEqual([]);
  });
});
