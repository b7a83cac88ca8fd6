import { describe, expect, it } from 'vitest';
import { detailsView } from '../../src/domain/details-view.ts';
import { firstReportLines, firstReportOf } from '../../src/domain/first-report.ts';
import { receiptView } from '../../src/domain/reporter-view.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Line } from '../../src/domain/view.ts';
import { whyDueView } from '../../src/domain/why-due.ts';
import { theCatalogue } from '../support/builders.ts';
import { report, tokyo } from './moments.ts';

const catalogue = await theCatalogue();
const { calendar } = catalogue;

/** Filed on Friday 20 November at 9:12, at a level; `found` in Tokyo. */
function filed(level: Report['level'], found: string | null, over: Partial<Report> = {}): Report {
  const one = report({ level, foundAt: found === null ? null : tokyo(found), ...over });
  const [first, ...later] = one.steps;
  if (!first) throw new Error('a report has a first step');
  return { ...one, steps: [{ ...first, facts: { ...first.facts, level } }, ...later] };
}
const measured = (one: Report) => firstReportOf(catalogue, one, calendar);

describe('the first report', () => {
  it.each<[Report['level'], string, number, string, boolean]>([
    [4, '2026-11-20 08:42', 30, '2026-11-20 09:12', true],
    [4, '2026-11-20 08:41', 31, '2026-11-20 09:11', false],
    [3, '2026-11-20 08:12', 60, '2026-11-20 09:12', true],
    [3, '2026-11-20 08:11', 61, '2026-11-20 09:11', false],
    [2, '2026-11-20 07:00', 132, '2026-11-21 00:00', true],
    [2, '2026-11-19 16:00', 17 * 60 + 12, '2026-11-20 00:00', false],
    [1, '2026-11-20 09:12', 0, '2026-11-21 00:00', true],
  ])(
    'of S%i, found at %s, took %i minutes of what runs until %s: %s',
    (level, found, minutes, due, inTime) => {
      expect(measured(filed(level, found))).toMatchObject({ minutes, due: tokyo(due), inTime });
    },
  );

  it('is judged by the level at which it was filed, whatever became of it', () => {
    const raised = { ...filed(2, '2026-11-20 08:00'), level: 4 as const };
    expect(measured(raised)).toMatchObject({ inTime: true, due: tokyo('2026-11-21 00:00') });
  });

  it('took no time where somebody says that it was found later than it was filed', () => {
    expect(measured(filed(3, '2026-11-20 10:00'))).toMatchObject({ minutes: 0, inTime: true });
  });

  it('is not measured where nobody said when it was found, nor for types without such a clock', () => {
    expect(measured(filed(3, null))).toBeNull();
    expect(measured(filed(0, '2026-11-19 09:00', { type: 'proposal', state: 'received' }))).toBeNull();
  });

  it('stands where handlers see the clocks, also once it is closed, and nowhere for others', () => {
    const late = filed(3, '2026-11-18 08:00');
    const closed: Report = { ...late, state: 'closed' };
    const views = (one: Report, insider: boolean) => [
      ...whyDueView(catalogue, one, calendar, insider).lines,
      ...detailsView(catalogue, one, insider).lines,
    ];
    const told = (lines: readonly Line[]) =>
      lines.filter(({ text }) => text.key === 'first_report.late').length;
    for (const one of [late, closed]) {
      expect(told(views(one, true))).toBe(2);
      expect(told(views(one, false))).toBe(0);
    }
  });

  it('says how long it took in days, hours and minutes', () => {
    const [line] = firstReportLines(catalogue, filed(3, '2026-11-18 08:00'), calendar);
    expect(line?.text.values).toMatchObject({ took: { key: 'took.days', values: { d: 2, h: 1, m: 12 } } });
  });

  it('of S4, and of nothing else, is also made by phone: whoever files it is told so, and whoever handles it', () => {
    const keys = (level: Report['level']) =>
      [
        ...receiptView(catalogue, [filed(level, '2026-11-20 09:00')], calendar).lines,
        ...firstReportLines(catalogue, filed(level, '2026-11-20 09:00'), calendar),
      ].map(({ text }) => text.key);
    expect(keys(4)).toEqual(expect.arrayContaining(['done.phone', 'first_report.phone']));
    for (const level of [1, 2, 3] as const)
      expect(keys(level).filter((key) => key.endsWith('.phone'))).toEqual([]);
  });

  it('is one fact among the others, with what is said of the phone', () => {
    const { lines } = detailsView(catalogue, filed(4, '2026-11-20 08:41'), true);
    const at = (key: string) => lines.findIndex(({ name }) => name?.key === key);
    const facts = lines.slice(at('summary.level'), at('summary.seen_by') + 1);
    expect(facts.map(({ name }) => name?.key)).toEqual([
      'summary.level',
      'clock.first_report',
      'summary.seen_by',
    ]);
    expect(facts[1]?.text).toMatchObject({
      key: 'first_report.phone',
      values: { what: { key: 'first_report.late' } },
    });
  });
});
