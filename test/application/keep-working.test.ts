import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { keepWorking, type Work, type Workers } from '../../src/application/keep-working.ts';
import { silentLog } from '../support/storage-samples.ts';

function workers(over: Partial<Work> = {}): Workers {
  return keepWorking({
    inboxOf: () => Promise.resolve(),
    inbox: () => Promise.resolve(),
    outbox: () => Promise.resolve(),
    nextDue: () => Promise.resolve(null),
    now: () => '2026-11-20T03:00:00.000Z',
    log: silentLog(),
    ...over,
  });
}

test('callers that share a drain of the outbox share the question for what is due next', async () => {
  const outbox = vi.fn(() => Promise.resolve());
  const nextDue = vi.fn(() => Promise.resolve(null));
  const working = workers({ outbox, nextDue });
  await Promise.all(Array.from({ length: 10 }, () => working.outbox()));
  expect(outbox).toHaveBeenCalledTimes(2);
  expect(nextDue).toHaveBeenCalledTimes(2);
  await working.stop();
});

test('however many write at once, some are worked on at a time, each in their order, and nobody is left out', async () => {
  const seen = { underWay: 0, most: 0, begun: [] as string[] };
  const working = workers({
    inboxOf: async (person) => {
      seen.begun.push(person);
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      await setImmediate();
      seen.underWay -= 1;
      if (person === 'person-3') throw new Error('one that fails gives its place on as well');
    },
  });
  const people = Array.from({ length: 50 }, (_, index) => `person-${String(index)}`);
  for (const person of [...people, ...people]) working.person(person);
  await working.stop();
  expect(seen.most).toBe(6);
  expect(seen.begun.slice(0, people.length)).toEqual(people);
  expect(seen.begun.toSorted()).toEqual([...people, ...people].toSorted());
});
