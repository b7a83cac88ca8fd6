import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessMinutes,
  addDays,
  addMonths,
  inBusinessHours,
  instantOf,
  isLocalDate,
  isWorkingDay,
  lastOfMonth,
  localOf,
  nextWorkingDay,
} from '../../src/domain/business-time.ts';
import { theCatalogue } from '../support/builders.ts';
import { anInstant, tokyo } from './moments.ts';
import { slowBusinessDays, slowBusinessMinutes } from './slow-time.ts';

const { calendar } = await theCatalogue();

describe('business minutes', () => {
  it.each([
    ['inside a morning', '2026-11-20 09:12', 60, '2026-11-20 10:12'],
    ['at midnight, from the opening', '2026-11-20 00:00', 60, '2026-11-20 10:00'],
    ['up to the last minute of the day', '2026-11-20 16:15', 60, '2026-11-20 17:15'],
    ['one minute into the next working day', '2026-11-20 16:15', 61, '2026-11-24 09:01'],
    ['at 17:15 exactly, when the day is over', '2026-11-19 17:15', 60, '2026-11-20 10:00'],
    ['at 17:14, one minute before', '2026-11-19 17:14', 1, '2026-11-19 17:15'],
    ['over a weekend and a holiday', '2026-11-20 17:00', 60, '2026-11-24 09:45'],
    ['on a Sunday', '2026-11-22 12:00', 1, '2026-11-24 09:01'],
    ['over the turn of the year', '2026-12-28 17:00', 30, '2027-01-04 09:15'],
    ['from inside the turn of the year', '2026-12-31 12:00', 240, '2027-01-04 13:00'],
    ['over Golden Week', '2026-05-01 17:15', 1, '2026-05-07 09:01'],
    ['over a leap day', '2028-02-28 17:15', 495, '2028-02-29 17:15'],
    ['into a new fiscal year', '2027-03-31 17:14', 2, '2027-04-01 09:01'],
    ['none, from a closed hour: the next opening', '2026-11-21 03:00', 0, '2026-11-24 09:00'],
  ])('%s', (_what, from, minutes, due) => {
    expect(addBusinessMinutes(calendar, tokyo(from), minutes)).toBe(tokyo(due));
  });

  it('are those that a slow count minute by minute gives', () => {
    fc.assert(
      fc.property(anInstant(), fc.nat(1200), (from, minutes) => {
        expect(addBusinessMinutes(calendar, from, minutes)).toBe(
          slowBusinessMinutes(calendar, from, minutes),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never end earlier for a later start or for more of them', () => {
    fc.assert(
      fc.property(anInstant(), fc.nat(5000), fc.nat(5000), fc.nat(600), (from, later, minutes, more) => {
        const start = new Date(Date.parse(from) + later * 60_000).toISOString();
        const due = addBusinessMinutes(calendar, from, minutes);
        expect(addBusinessMinutes(calendar, start, minutes) >= due).toBe(true);
        expect(addBusinessMinutes(calendar, from, minutes + more) >= due).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('business days', () => {
  it.each([
    ['end at the close of the next working day', '2026-11-19 09:12', 1, '2026-11-20 17:15'],
    ['begin on the next day when it is 17:15', '2026-11-18 17:15', 1, '2026-11-20 17:15'],
    ['pass over a weekend and a holiday', '2026-11-20 09:00', 1, '2026-11-24 17:15'],
    ['pass over the turn of the year', '2026-12-28 09:00', 3, '2027-01-06 17:15'],
    [
      'begin on the first working day when they start on a Saturday',
      '2026-11-14 10:00',
      2,
      '2026-11-18 17:15',
    ],
  ])('%s', (_what, from, days, due) => {
    expect(addBusinessDays(calendar, tokyo(from), days)).toBe(tokyo(due));
  });

  it('are those that a slow count minute by minute gives', () => {
    fc.assert(
      fc.property(anInstant(), fc.nat(4), (from, days) => {
        expect(addBusinessDays(calendar, from, days)).toBe(slowBusinessDays(calendar, from, days));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the calendar', () => {
  it('turns an instant into a local day and minute and back', () => {
    fc.assert(
      fc.property(anInstant(), (at) => {
        const { date, minute } = localOf(calendar, at);
        expect(minute).toBeGreaterThanOrEqual(0);
        expect(minute).toBeLessThan(24 * 60);
        expect(instantOf(calendar, date, minute)).toBe(at);
      }),
    );
    expect(localOf(calendar, '2026-11-19T15:00:00.000Z')).toEqual({ date: '2026-11-20', minute: 0 });
    expect(localOf(calendar, '2026-11-19T14:59:59.999Z')).toEqual({ date: '2026-11-19', minute: 1439 });
  });

  it('works on no weekend, no holiday and not from December 29 to January 3', () => {
    const closed = [
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-12-29',
      '2027-01-03',
      '2026-05-06',
      '2026-09-22',
    ];
    expect(closed.filter((day) => isWorkingDay(calendar, day))).toEqual([]);
    expect(isWorkingDay(calendar, '2026-12-28')).toBe(true);
    expect(nextWorkingDay(calendar, '2026-12-28')).toBe('2027-01-04');
  });

  it('is open from 9:00 until just before 17:15', () => {
    const at = (time: string) => inBusinessHours(calendar, tokyo(`2026-11-20 ${time}`));
    expect(['08:59', '09:00', '17:14', '17:15'].map(at)).toEqual([false, true, true, false]);
  });

  it('adds months up to the last day that there is', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(lastOfMonth('2028-02-01')).toBe('2028-02-29');
    expect(lastOfMonth('2026-12-31')).toBe('2026-12-31');
  });

  it('knows which days exist', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (days) => {
        expect(isLocalDate(addDays('1990-01-01', days))).toBe(true);
      }),
    );
    const none = [
      '',
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '11/20',
      '2026-11-20T00:00:00Z',
      '2027-02-29',
      '0',
    ];
    expect(none.filter(isLocalDate)).toEqual([]);
  });
});
