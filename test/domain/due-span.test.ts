import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/domain/business-time.ts';
import { DUE_SPANS, dueRange, duesAhead, type DueSpan } from '../../src/domain/due-span.ts';

const calendar: Calendar = { offsetMinutes: 540, opens: 540, closes: 1035, holidays: new Set() };
/** Friday noon in Tokyo. */
const FRIDAY = '2026-11-20T03:00:00.000Z';

const holds = (span: DueSpan, due: string, now: string) => {
  const range = dueRange(span, now, calendar);
  return range !== null && due >= (range.from ?? '') && due < (range.before ?? '9999');
};

describe('when something falls due', () => {
  it.each<[string, DueSpan[]]>([
    ['2026-11-20T02:59:59.999Z', ['overdue']],
    ['2026-11-20T03:00:00.000Z', ['today', 'week']],
    ['2026-11-20T14:59:59.999Z', ['today', 'week']],
    ['2026-11-20T15:00:00.000Z', ['week', 'rest_of_week']],
    ['2026-11-22T14:59:59.999Z', ['week', 'rest_of_week']],
    ['2026-11-22T15:00:00.000Z', ['later']],
  ])('%s, seen on Friday noon: %j', (due, spans) => {
    expect(DUE_SPANS.filter((span) => holds(span, due, FRIDAY))).toEqual(spans);
  });

  it('ends its week with the Sunday that it is', () => {
    expect(holds('today', '2026-11-22T14:00:00.000Z', '2026-11-22T03:00:00.000Z')).toBe(true);
    expect(holds('later', '2026-11-22T15:00:00.000Z', '2026-11-22T03:00:00.000Z')).toBe(true);
  });

  it('is in exactly one column of a board, whenever one looks', () => {
    const moment = fc
      .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) })
      .map((at) => new Date(at).toISOString());
    const columns: DueSpan[] = ['overdue', 'today', 'rest_of_week', 'later'];
    fc.assert(
      fc.property(moment, moment, (now, due) => {
        expect(columns.filter((span) => holds(span, due, now))).toHaveLength(1);
        const inWeek = holds('today', due, now) || holds('rest_of_week', due, now);
        expect(holds('week', due, now)).toBe(inWeek);
      }),
    );
  });
});

describe('what somebody has to do and is not late with', () => {
  const ahead = (due: string, now: string) =>
    Object.entries(duesAhead(now, calendar)).flatMap(([part, { from = '', before = '9999' }]) =>
      due >= from && due < before ? [part] : [],
    );

  it.each([
    ['2026-11-20T02:59:59.999Z', []],
    ['2026-11-20T03:00:00.000Z', ['today']],
    ['2026-11-20T15:00:00.000Z', ['soon']],
    ['2026-11-27T14:59:59.999Z', ['soon']],
    ['2026-11-27T15:00:00.000Z', ['later']],
  ])('and is due %s is, on Friday noon, among %j', (due, parts) => {
    expect(ahead(due, FRIDAY)).toEqual(parts);
  });
});
