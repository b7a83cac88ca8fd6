import { describe, expect, it } from 'vitest';
import { clockDeed } from '../../src/domain/clock-deed.ts';
import type { Report } from '../../src/domain/report.ts';
import { catalogue } from './acts/on.ts';
import { report, step, tokyo } from './moments.ts';

const at = {
  ...{ type: 'incident' as const, level: 3 as const, visibility: 'restricted' as const, reporter: 'yamada' },
  ...{ primary: 'risk-compliance', copies: ['midori'], line: ['midori'] },
};
/** Acknowledged, so that only the follow-up is due: on Tuesday 24 November at noon, the 23rd being a holiday. */
const acknowledged = (holder: string | null) =>
  report(
    { ...at, state: 'acknowledged', holder, foundAt: tokyo('2026-11-20 09:00') },
    step('acknowledged', '2026-11-20 09:20', 'acknowledged'),
  );
const MORNING = '2026-11-24 09:00';

function looked(one: Report, moment: string, rules: typeof catalogue = catalogue) {
  const { events, errands = [] } = clockDeed(rules, one, tokyo(moment));
  return {
    reminded: events.filter(({ kind }) => kind === 'reminded').map(({ facts }) => facts['people']),
    told: errands.flatMap((errand) => (errand.kind === 'tell' ? [errand.person] : [])),
    posted: errands.flatMap((errand) =>
      errand.kind === 'post' ? [{ unit: errand.unit, mention: errand.mention }] : [],
    ),
  };
}

/** The organisation without these people. */
function without(...people: string[]): typeof catalogue {
  const left = [...catalogue.organization.people].filter(([id]) => !people.includes(id));
  return { ...catalogue, organization: { ...catalogue.organization, people: new Map(left) } };
}

describe('a reminder', () => {
  it('goes to the holder alone, where there is one', () => {
    expect(looked(acknowledged('tanaka'), MORNING)).toEqual({
      reminded: [['tanaka']],
      told: ['tanaka'],
      posted: [],
    });
  });

  it('of a report that nobody holds goes to the managers of its unit, and into its channel without a call', () => {
    expect(looked(acknowledged(null), MORNING)).toEqual({
      reminded: [['yoshida']],
      told: ['yoshida'],
      posted: [{ unit: 'risk-compliance', mention: false }],
    });
  });

  it('of one whose holder is gone without a deputy goes there too', () => {
    expect(looked(acknowledged('nobody'), MORNING).told).toEqual(['yoshida']);
  });

  it('goes to the deputy of a manager who is absent', () => {
    const late = {
      ...acknowledged(null),
      foundAt: tokyo('2026-12-21 09:00'),
      filedAt: tokyo('2026-12-21 09:12'),
    };
    expect(looked(late, '2026-12-22 09:00').reminded).toEqual([['tanaka']]);
  });

  it('goes to the handlers of a unit without a manager', () => {
    expect(looked(acknowledged(null), MORNING, without('yoshida')).told).toEqual(['tanaka', 'mori']);
  });

  it('goes to nobody who may not see the report', () => {
    const elsewhere = { ...acknowledged(null), primary: 'service-promotion' };
    const { told } = looked({ ...elsewhere, visibility: 'sealed' }, MORNING);
    expect(told).toEqual([]);
    expect(looked(elsewhere, MORNING).told.length).toBeGreaterThan(0);
  });
});
