import { describe, expect, it } from 'vitest';
import { workingDays, yearsWithHolidays } from '../../src/catalog/working-days.ts';
import { addBusinessDays, isWorkingDay, nextWorkingDay } from '../../src/domain/business-time.ts';

const calendar = workingDays({
  timeZone: 'Asia/Tokyo',
  opens: 540,
  closes: 1035,
  closedDays: ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
  extraClosed: ['2026-06-01'],
  years: [2020, 2040],
});

describe('the working days', () => {
  it.each([
    ['2026-12-29', 'the turn of the year begins'],
    ['2026-12-31', 'the turn of the year'],
    ['2027-01-01', "New Year's Day"],
    ['2025-01-03', 'the turn of the year ends'],
    ['2026-04-29', 'Golden Week: Showa Day'],
    ['2026-05-04', 'Golden Week: Greenery Day'],
    ['2026-05-05', "Golden Week: Children's Day"],
    ['2026-05-06', 'a substitute two days after a holiday on a Sunday'],
    ['2027-03-22', 'a substitute for the equinox on a Sunday'],
    ['2026-09-22', 'a day between two holidays'],
    ['2020-07-24', 'a holiday that was moved for one year'],
    ['2026-11-23', 'Labour Thanksgiving Day'],
    ['2026-06-01', "a day of the organisation's own"],
    ['2026-11-21', 'a Saturday'],
    ['2026-11-22', 'a Sunday'],
  ])('leave out %s: %s', (date) => {
    expect(isWorkingDay(calendar, date)).toBe(false);
  });

  it.each(['2026-12-28', '2027-01-04', '2026-04-30', '2026-05-01', '2026-05-07', '2026-09-24', '2026-11-20'])(
    'have %s',
    (date) => {
      expect(isWorkingDay(calendar, date)).toBe(true);
    },
  );

  it('go from the last day of the year to the first of the next', () => {
    expect(nextWorkingDay(calendar, '2026-12-28')).toBe('2027-01-04');
  });

  it('end a deadline over Golden Week on the day after it', () => {
    // Friday 2026-05-01, 10:00 in Tokyo.
    expect(addBusinessDays(calendar, '2026-05-01T01:00:00.000Z', 1)).toBe('2026-05-07T08:15:00.000Z');
  });

  it('know the holidays of all years that are asked for', () => {
    const [first, last] = yearsWithHolidays();
    expect(first).toBeLessThanOrEqual(2020);
    expect(last).toBeGreaterThanOrEqual(2040);
  });
});
