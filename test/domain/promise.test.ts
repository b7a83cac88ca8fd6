import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, nextPromise } from '../../src/domain/deadline.ts';
import { theCatalogue, typeIn } from '../support/builders.ts';
import { anInstant, report, step, tokyo } from './moments.ts';

const catalogue = await theCatalogue();
const { calendar } = catalogue;

describe('the promise to the reporter', () => {
  const incident = typeIn(catalogue, 'incident');
  const voice = typeIn(catalogue, 'customer_voice');
  const serious = { level: 3, state: 'received', foundAt: tokyo('2026-11-19 16:00') } as const;

  it('is the acknowledgement within a business hour, then the next report by noon', () => {
    expect(nextPromise(incident, report(serious), calendar)).toMatchObject({
      clock: 'acknowledge',
      due: tokyo('2026-11-20 10:12'),
    });
    const taken = report(serious, step('taken', '2026-11-20 09:40', 'in_progress'));
    expect(nextPromise(incident, taken, calendar)).toMatchObject({
      clock: 'next_report',
      due: tokyo('2026-11-20 12:00'),
    });
    const updated = report(
      serious,
      step('taken', '2026-11-20 09:40', 'in_progress'),
      step('updated', '2026-11-20 11:00', 'follow_up_reported'),
    );
    expect(nextPromise(incident, updated, calendar)).toMatchObject({ clock: 'final_report' });
  });

  it.each<[level: 1 | 2 | 3 | 4, due: string]>([
    [4, '2026-11-20 09:27'],
    [3, '2026-11-20 10:12'],
    [2, '2026-11-20 13:12'],
    [1, '2026-11-24 17:15'],
  ])('is kept sooner the more severe it is: S%i', (level, due) => {
    expect(clockOf(incident, 'acknowledge', report({ level }), calendar)?.due).toBe(tokyo(due));
  });

  it('of an answer to the customer ends with the answer, with any later state and with a withdrawal', () => {
    const filed = report({ type: 'customer_voice', level: 2 });
    expect(clockOf(voice, 'customer_answer', filed, calendar)?.due).toBe(tokyo('2026-11-22 17:15'));
    for (const state of ['interim_answered', 'answered', 'no_answer_needed', 'closed']) {
      const done = report({ type: 'customer_voice', level: 2 }, step('updated', '2026-11-20 10:00', state));
      expect(clockOf(voice, 'customer_answer', done, calendar)).toBeNull();
    }
  });

  it('is nothing once everything has ended', () => {
    const closed = report(
      serious,
      step('taken', '2026-11-20 10:00', 'in_progress'),
      step('updated', '2026-11-24 10:00', 'closed'),
    );
    expect(nextPromise(incident, closed, calendar)).toBeNull();
  });

  it('lies after filing for every type, level and moment', () => {
    fc.assert(
      fc.property(
        anInstant(),
        fc.constantFrom(...catalogue.types.values()),
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        (filedAt, type, level) => {
          const filed = report({ type: type.id, level, filedAt, foundAt: null });
          const promise = nextPromise(type, filed, calendar);
          expect(promise && promise.due > filedAt).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
