import { expect, test } from 'vitest';
import type { HeldStep } from '../../../src/application/ports/preferences.ts';
import type { Preferences } from '../../../src/domain/preferences.ts';
import { NOON } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const REPORT = '5f0b2f0e-0000-4000-8000-000000000001';
const minutesAfterNoon = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();
const step = (seq: number, minutes = seq): HeldStep => ({
  report: REPORT,
  seq,
  at: minutesAfterNoon(minutes),
});

export function preferenceCases(given: Given): void {
  const hold = (person: string, ...steps: HeldStep[]) =>
    given().store.work.transact(async (tx) => {
      for (const one of steps) await tx.heldNews.hold(person, one);
    });
  const take = (person: string, before: string | null) =>
    given().store.work.transact((tx) => tx.heldNews.take(person, before));

  test('who has set nothing has what holds for everybody, and what is set stays beside what is set later', async () => {
    const { store } = given();
    const set = (change: Partial<Preferences>) =>
      store.work.transact((tx) => tx.preferences.set('p-001', change));
    expect(await store.preferences.of('p-001')).toEqual({ news: 'at_once', language: null });
    await set({ news: 'daily' });
    await set({ language: 'en' });
    expect(await store.preferences.of('p-001')).toEqual({ news: 'daily', language: 'en' });
    expect(await store.preferences.of('p-002')).toEqual({ news: 'at_once', language: null });
  });

  test('news is held once for a person, told of to those it is held for, and taken in order up to a moment', async () => {
    await hold('p-001', step(3), step(2), step(3));
    await hold('p-002', step(9));
    const people = (minutes: number) =>
      given().store.work.transact((tx) => tx.heldNews.people(minutesAfterNoon(minutes)));
    expect(await people(2)).toEqual([]);
    expect(await people(3)).toEqual(['p-001']);
    expect(await people(60)).toEqual(['p-001', 'p-002']);
    expect(await take('p-001', minutesAfterNoon(3))).toEqual([step(2)]);
    expect(await take('p-001', null)).toEqual([step(3)]);
    expect(await take('p-001', null)).toEqual([]);
    expect(await take('p-002', null)).toEqual([step(9)]);
  });

  test('several who take at a time have each thing once, and what was not committed is held on', async () => {
    await hold('p-001', ...Array.from({ length: 20 }, (_, index) => step(index + 1)));
    const failing = given().store.work.transact(async (tx) => {
      expect(await tx.heldNews.take('p-001', null)).toHaveLength(20);
      throw new Error('killed');
    });
    await expect(failing).rejects.toThrow('killed');
    const taken = await Promise.all(Array.from({ length: 4 }, () => take('p-001', null)));
    expect(taken.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
}
