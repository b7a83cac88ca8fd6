import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { createPace, waitBefore } from '../../../src/platforms/teams/pace.ts';

/** The most that any window of this length holds. */
function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
}

describe('the pace to a conversation', () => {
  it('never goes over any of the limits, whenever messages are ready', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 200 }), (pauses) => {
        const clock = { now: 0 };
        const pace = createPace(() => clock.now);
        const sent: number[] = [];
        for (const pause of pauses) {
          clock.now += pause;
          for (let wait = pace.take('one'); wait > 0; wait = pace.take('one')) clock.now += wait;
          sent.push(clock.now);
        }
        for (const { messages, withinMs } of LIMITS.paces)
          expect(mostWithin(sent, withinMs)).toBeLessThanOrEqual(messages);
      }),
    );
  });

  it('lets through what no limit forbids, at once', () => {
    const pace = createPace(() => 0);
    expect(Array.from({ length: 7 }, () => pace.take('one'))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(pace.take('one')).toBe(1_100);
    expect(pace.take('another')).toBe(0);
  });

  it('counts an hour back', () => {
    const everyTwoSeconds = Array.from({ length: 1_800 }, (_, n) => n * 2_000);
    expect(waitBefore(everyTwoSeconds, 3_599_000)).toBe(1_100);
    expect(waitBefore(everyTwoSeconds, 3_600_100)).toBe(0);
  });
});
