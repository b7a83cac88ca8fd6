import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/business-time.ts';
import type { ClockDefinition, Duration } from '../../src/domain/clock.ts';
import { ALWAYS } from '../../src/domain/condition.ts';
import { deadlineOf as anyDeadlineOf, type Timed } from '../../src/domain/deadline.ts';
import { endOf } from '../../src/domain/end-of.ts';
import { theCatalogue, typeIn } from '../support/builders.ts';
import { anInstant, report, step, tokyo } from './moments.ts';
import { dayOf, isWorkingNoon, slowNext } from './slow-time.ts';

const catalogue = await theCatalogue();
const { calendar } = catalogue;
const type = typeIn(catalogue, 'incident');

describe('a duration', () => {
  it.each<[what: string, duration: Duration, from: string, due: string]>([
    [
      'elapsed runs through the night',
      { unit: 'elapsed', minutes: 60 },
      '2026-11-20 23:30',
      '2026-11-21 00:30',
    ],
    [
      'elapsed runs through a holiday',
      { unit: 'elapsed', minutes: 1440 },
      '2026-12-31 08:00',
      '2027-01-01 08:00',
    ],
    ['business stops at 17:15', { unit: 'business', minutes: 60 }, '2026-11-20 17:00', '2026-11-24 09:45'],
    [
      'business days end at the close',
      { unit: 'business_days', days: 1 },
      '2026-11-19 10:00',
      '2026-11-20 17:15',
    ],
    [
      'calendar days count every day',
      { unit: 'calendar_days', days: 2 },
      '2026-11-20 23:59',
      '2026-11-22 17:15',
    ],
    [
      'calendar days pass a leap day',
      { unit: 'calendar_days', days: 2 },
      '2028-02-28 09:00',
      '2028-03-01 17:15',
    ],
    ['calendar months', { unit: 'calendar_months', months: 3 }, '2026-11-30 09:00', '2027-02-28 17:15'],
    [
      'the same day ends at midnight',
      { unit: 'end_of', period: 'same_day' },
      '2026-11-20 23:50',
      '2026-11-21 00:00',
    ],
    [
      'the same day at midnight is the whole day',
      { unit: 'end_of', period: 'same_day' },
      '2026-11-20 00:00',
      '2026-11-21 00:00',
    ],
    ['the end of the month', { unit: 'end_of', period: 'month' }, '2028-02-10 09:00', '2028-02-29 17:15'],
    [
      'the end of the next month',
      { unit: 'end_of', period: 'next_month' },
      '2026-01-31 09:00',
      '2026-02-28 17:15',
    ],
    [
      'the end of the next month over the year',
      { unit: 'end_of', period: 'next_month' },
      '2026-12-31 23:59',
      '2027-01-31 17:15',
    ],
    [
      'the end of the fiscal year',
      { unit: 'end_of', period: 'month' },
      '2027-03-31 23:59',
      '2027-03-31 17:15',
    ],
    [
      'noon of the next working day',
      { unit: 'end_of', period: 'noon_next_working_day' },
      '2026-11-20 09:00',
      '2026-11-24 12:00',
    ],
    [
      'noon after Golden Week',
      { unit: 'end_of', period: 'noon_next_working_day' },
      '2026-05-02 09:00',
      '2026-05-07 12:00',
    ],
  ])('%s', (_what, duration, from, due) => {
    expect(endOf(duration, tokyo(from), calendar)).toBe(tokyo(due));
  });

  it('of calendar days ends where counting days by hand ends', () => {
    fc.assert(
      fc.property(anInstant(), fc.integer({ min: 1, max: 6 }), (from, days) => {
        const last = addDays(dayOf(from), days);
        const slow = slowNext(from, ({ day, minute }) => day === last && minute === calendar.closes);
        expect(endOf({ unit: 'calendar_days', days }, from, calendar)).toBe(slow);
      }),
      { numRuns: 1000 },
    );
  });

  it('up to midnight, and up to noon of the next working day, ends where a slow clock gets there', () => {
    fc.assert(
      fc.property(anInstant(), (from) => {
        const midnight = slowNext(from, ({ minute }) => minute === 0);
        const noon = slowNext(from, isWorkingNoon(calendar, dayOf(from)));
        expect(endOf({ unit: 'end_of', period: 'same_day' }, from, calendar)).toBe(midnight);
        expect(endOf({ unit: 'end_of', period: 'noon_next_working_day' }, from, calendar)).toBe(noon);
      }),
      { numRuns: 1000 },
    );
  });

  it('up to the end of a month ends on a day before the first of the month after', () => {
    fc.assert(
      fc.property(anInstant(), (from) => {
        const due = dayOf(endOf({ unit: 'end_of', period: 'month' }, from, calendar));
        expect(due.slice(0, 7)).toBe(dayOf(from).slice(0, 7));
        expect(addDays(due, 1).slice(8)).toBe('01');
        const next = dayOf(endOf({ unit: 'end_of', period: 'next_month' }, from, calendar));
        expect(next.slice(0, 7)).toBe(addDays(due, 1).slice(0, 7));
        expect(addDays(next, 1).slice(8)).toBe('01');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a clock', () => {
  const deadlineOf = (of: ClockDefinition, on: Timed, by: typeof calendar) => anyDeadlineOf(type, of, on, by);
  const clock = (over: Partial<ClockDefinition> = {}): ClockDefinition => ({
    id: 'answer',
    when: ALWAYS,
    starts: ['filed'],
    ends: ['answered', 'no_answer_needed', 'withdrawn'],
    rules: [{ levels: [], when: ALWAYS, duration: { unit: 'business_days', days: 1 }, whenPassed: null }],
    repeats: false,
    pauses: false,
    remindAt: [],
    escalateAt: [],
    tellAt: [],
    ...over,
  });

  it('has not started before what starts it, and starts with the first of several', () => {
    const started = clock({ starts: ['in_progress'] });
    expect(deadlineOf(started, report(), calendar)).toBeNull();
    const twice = report(
      {},
      step('taken', '2026-11-20 10:00', 'in_progress'),
      step('updated', '2026-11-24 10:00', 'in_progress'),
    );
    expect(deadlineOf(started, twice, calendar)?.startedAt).toBe(tokyo('2026-11-20 10:00'));
  });

  it.each(['answered', 'no_answer_needed'])('ends in any of its states: %s', (state) => {
    expect(deadlineOf(clock(), report(), calendar)).not.toBeNull();
    expect(deadlineOf(clock(), report({}, step('updated', '2026-11-20 10:00', state)), calendar)).toBeNull();
  });

  it('stays ended when the report has moved on', () => {
    const later = report(
      {},
      step('updated', '2026-11-20 10:00', 'answered'),
      step('updated', '2026-11-20 11:00', 'reflecting'),
    );
    expect(deadlineOf(clock(), later, calendar)).toBeNull();
  });

  it('ends by an event as well as by a state', () => {
    expect(deadlineOf(clock(), report({}, step('withdrawn', '2026-11-20 10:00', null)), calendar)).toBeNull();
  });

  it('has no deadline for a level that no row names', () => {
    const serious = clock({
      rules: [{ levels: [3, 4], when: ALWAYS, duration: { unit: 'elapsed', minutes: 15 }, whenPassed: null }],
    });
    expect(deadlineOf(serious, report({ level: 2 }), calendar)).toBeNull();
    expect(deadlineOf(serious, report({ level: 3 }), calendar)?.due).toBe(tokyo('2026-11-20 09:27'));
  });

  describe('that had run out before filing', () => {
    const late = clock({
      starts: ['found'],
      rules: [
        {
          levels: [],
          when: ALWAYS,
          duration: { unit: 'end_of', period: 'noon_next_working_day' },
          whenPassed: { unit: 'business', minutes: 120 },
        },
      ],
    });

    it('counts from filing instead', () => {
      expect(deadlineOf(late, report({ foundAt: tokyo('2026-11-18 10:00') }), calendar)).toMatchObject({
        startedAt: tokyo('2026-11-20 09:12'),
        due: tokyo('2026-11-20 11:12'),
      });
    });

    it('counts from filing also when it runs out at that very moment', () => {
      const filedAt = tokyo('2026-11-20 12:00');
      const due = deadlineOf(late, report({ filedAt, foundAt: tokyo('2026-11-19 10:00') }), calendar)?.due;
      expect(due).toBe(tokyo('2026-11-20 14:00'));
    });

    it('counts from finding when there is still time', () => {
      expect(deadlineOf(late, report({ foundAt: tokyo('2026-11-19 10:00') }), calendar)).toMatchObject({
        startedAt: tokyo('2026-11-19 10:00'),
        due: tokyo('2026-11-20 12:00'),
      });
    });

    it('never promises the past', () => {
      fc.assert(
        fc.property(anInstant(), fc.nat(20 * 24 * 60), (filedAt, ago) => {
          const foundAt = new Date(Date.parse(filedAt) - ago * 60_000).toISOString();
          const due = deadlineOf(late, report({ filedAt, foundAt }), calendar)?.due ?? '';
          expect(due > filedAt).toBe(true);
        }),
        { numRuns: 1000 },
      );
    });
  });

  it('takes filing for finding where nobody said when it was found', () => {
    expect(deadlineOf(clock({ starts: ['found'] }), report({ foundAt: null }), calendar)?.startedAt).toBe(
      tokyo('2026-11-20 09:12'),
    );
  });
});
