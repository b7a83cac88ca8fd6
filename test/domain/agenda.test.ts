import { describe, expect, it } from 'vitest';
import { agenda, dueMoments, nextRung, type Moment } from '../../src/domain/agenda.ts';
import { typeOf } from '../../src/domain/assessment.ts';
import type { EventFacts } from '../../src/domain/ledger.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { theCatalogue } from '../support/builders.ts';
import { report as aReport, tokyo } from './moments.ts';

const catalogue = await theCatalogue();
const { calendar } = catalogue;

type Event = [
  kind: StepRecord['kind'],
  at: string,
  more?: { state?: string; facts?: EventFacts; actor?: string },
];

/** Filed at a time of day in Tokyo, at the risk department, with the route of serious incidents. */
function report(filed: string, over: Partial<Report> = {}, ...events: Event[]): Report {
  const steps = events.map(([kind, at, more = {}], index): StepRecord => ({
    seq: index + 2,
    kind,
    actor: more.actor ?? 'tanaka',
    at: tokyo(at),
    state: more.state ?? null,
    facts: more.facts ?? {},
    note: null,
  }));
  const state = steps.findLast((step) => step.state !== null)?.state ?? 'received';
  return aReport(
    { filedAt: tokyo(filed), primary: 'risk-compliance', escalation: ['handler', 'manager'], state, ...over },
    ...steps,
  );
}

const inTokyo = (at: string) =>
  new Date(Date.parse(at) + 9 * 3600_000).toISOString().slice(0, 16).replace('T', ' ');
const told = ({ kind, clock, at }: Moment) => `${inTokyo(at)} ${kind} ${clock}`;
const until = (one: Report, at: string) => agenda(one, catalogue, calendar, tokyo(at)).map(told);
const now = (one: Report, at: string) => dueMoments(one, catalogue, calendar, tokyo(at)).map(told);

/** A step up the tree because nobody acknowledged it. */
const climbs = (line: string) => /escalate (acknowledge|escalate)$/.test(line);

/** Does what is due now, as the scheduler does, and writes it down. */
function look(one: Report, at: string): Report {
  const events = dueMoments(one, catalogue, calendar, tokyo(at)).map(
    ({ kind, clock, due, at: moment }, index) => ({
      seq: one.steps.length + 1 + index,
      kind: ({ remind: 'reminded', warn: 'reminded', escalate: 'escalated', tell: 'told' } as const)[kind],
      actor: 'system',
      at: tokyo(at),
      state: null,
      facts: { clock, due, moment, rung: nextRung(typeOf(catalogue, one.type), one, clock, 1) },
      note: null,
    }),
  );
  return { ...one, steps: [...one.steps, ...events] };
}

describe('an unacknowledged report', () => {
  it('climbs one step at a time up to the vice president, and no further', () => {
    let one = report('2026-11-20 09:12', { level: 3 });
    expect(until(one, '2026-11-20 10:12')).toContain('2026-11-20 10:12 escalate acknowledge');
    const rungs: unknown[] = [];
    for (const at of ['10:12', '11:12', '12:12', '13:12', '14:12', '15:12']) {
      one = look(one, `2026-11-20 ${at}`);
      rungs.push(one.steps.findLast(({ kind }) => kind === 'escalated')?.facts['rung']);
    }
    // Handlers, managers, the vice president.
    expect(rungs).toEqual([0, 1, 2, 2, 2, 2]);
    expect(until(one, '2026-11-24 10:00').filter(climbs)).toEqual([]);
  });

  it('is left in peace as soon as somebody acknowledges it', () => {
    const before = look(report('2026-11-20 09:12', { level: 3 }), '2026-11-20 10:12');
    expect(until(before, '2026-11-20 11:12')).toContain('2026-11-20 11:12 escalate escalate');
    const after: Report = {
      ...before,
      steps: [
        ...before.steps,
        {
          seq: 9,
          kind: 'acknowledged',
          actor: 'mori',
          at: tokyo('2026-11-20 10:40'),
          state: 'acknowledged',
          facts: {},
          note: null,
        },
      ],
      state: 'acknowledged',
    };
    expect(
      until(after, '2026-11-20 12:12').filter((line) => climbs(line) || line.endsWith('remind acknowledge')),
    ).toEqual([]);
  });

  it('of the highest level is not left lying at night; any other waits for the morning', () => {
    const night = report('2026-11-20 23:50', { level: 4 });
    expect(until(night, '2026-11-21 00:20')).toEqual(
      expect.arrayContaining(['2026-11-21 00:05 escalate acknowledge', '2026-11-21 00:20 escalate escalate']),
    );
    const waiting = report('2026-11-20 17:00', { level: 3 });
    // A Friday before three days off: one business hour ends on Tuesday.
    expect(until(waiting, '2026-11-24 09:45')).toEqual([
      '2026-11-24 09:00 remind next_report',
      '2026-11-24 09:45 escalate acknowledge',
      ...until(waiting, '2026-11-24 09:45').slice(2),
    ]);
    const latest = report('2026-11-20 10:00', { level: 1 });
    expect(until(latest, '2026-11-24 18:00')).toContain('2026-11-25 09:00 escalate acknowledge');
  });

  it('after a time without a scheduler is told one step, not all that were missed', () => {
    const one = report('2026-11-20 09:12', { level: 3 });
    expect(now(one, '2026-11-20 15:00').filter((line) => line.includes('escalate'))).toEqual([
      '2026-11-20 14:12 escalate escalate',
    ]);
    const later = look(one, '2026-11-20 15:00');
    expect(now(later, '2026-11-20 15:00')).toEqual([]);
    expect(now(later, '2026-11-20 15:12')).toContain('2026-11-20 15:12 escalate escalate');
  });

  it('that is raised climbs on from where it was', () => {
    const raised = {
      ...look(report('2026-11-20 09:12', { level: 3 }), '2026-11-20 10:12'),
      level: 4 as const,
    };
    expect(now(raised, '2026-11-20 10:12').filter((line) => line.includes('escalate'))).toEqual([]);
    expect(now(raised, '2026-11-20 10:27').filter((line) => line.includes('escalate'))).toEqual([
      '2026-11-20 10:27 escalate escalate',
    ]);
  });

  it('of a drill never leaves its unit, and a sealed one is told to nobody', () => {
    const filing = report('2026-11-20 09:12').filing;
    let drill = report('2026-11-20 09:12', { level: 3, filing: { ...filing, drill: true } });
    for (const at of ['10:12', '11:12', '12:12', '13:12']) drill = look(drill, `2026-11-20 ${at}`);
    expect(drill.steps.filter(({ kind }) => kind === 'escalated')).toHaveLength(2);
    const sealed = report('2026-11-20 09:12', { type: 'compliance', level: 0, escalation: [] });
    expect(until(sealed, '2027-03-01 10:00').filter((line) => line.includes('escalate'))).toEqual([]);
  });
});

describe('a deadline of the calendar that ends on a holiday', () => {
  it('is warned of on the working day before', () => {
    // Two calendar days after a Friday: Sunday. The Monday is a holiday too.
    const voice = report('2026-11-20 09:12', { type: 'customer_voice', level: 2 });
    expect(until(voice, '2026-11-24 10:00')).toEqual(
      expect.arrayContaining([
        '2026-11-20 09:12 warn customer_answer',
        '2026-11-24 09:00 remind customer_answer',
      ]),
    );
    const month = report('2026-05-07 10:00', { type: 'proposal', level: 0 });
    expect(until(month, '2026-07-01 10:00')).toContain('2026-06-30 09:00 remind decision');
    const newYear = report('2026-11-05 10:00', { type: 'proposal', level: 0 });
    // The last of December is closed, and so are the days before it from the 29th on.
    expect(until(newYear, '2026-12-28 10:00')).toContain('2026-12-28 09:00 warn decision');
    const goldenWeek = report('2026-04-03 10:00', { level: 3 });
    expect(until(goldenWeek, '2026-05-07 10:00')).toEqual(
      expect.arrayContaining(['2026-05-01 09:00 warn final_report', '2026-05-07 09:00 remind final_report']),
    );
  });

  it('is not warned of twice at one moment', () => {
    const goldenWeek = report('2026-04-03 10:00', { level: 3 });
    const first = until(goldenWeek, '2026-05-01 09:00').filter((line) => line.startsWith('2026-05-01 09:00'));
    expect(first).toEqual(['2026-05-01 09:00 warn final_report']);
  });
});

describe('a clock that is moved', () => {
  const filed = '2026-11-20 09:12';
  const knowledge = (...events: Event[]) =>
    report(filed, { type: 'knowledge', level: 0, escalation: [] }, ...events);
  const check = (one: Report) => until(one, '2026-12-31 10:00').filter((line) => line.endsWith(' check'));

  it('by an extension reminds of the new day', () => {
    const extended = knowledge([
      'extended',
      '2026-11-26 10:00',
      { facts: { clock: 'check', due: tokyo('2026-12-11 17:15') } },
    ]);
    expect(check(knowledge())[0]).toBe('2026-11-30 09:00 remind check');
    expect(check(extended)[0]).toBe('2026-12-11 09:00 remind check');
  });

  it('stands still while the reporter is waited for, and goes on by as many days', () => {
    const asked: Event = ['asked', '2026-11-24 10:00'];
    expect(check(knowledge(asked))).toEqual([]);
    const replied = knowledge(asked, ['replied', '2026-11-27 10:00', { facts: { to: 2 }, actor: 'p-001' }]);
    expect(check(replied)[0]).toBe('2026-12-03 09:00 remind check');
  });
});

describe('clocks that begin again', () => {
  const open = report(
    '2026-11-20 09:12',
    { level: 4 },
    ['taken', '2026-11-20 09:20', { state: 'in_progress' }],
    ['updated', '2026-11-20 15:00', { state: 'follow_up_reported' }],
  );
  const daily = (one: Report, at: string) => until(one, at).filter((line) => line.endsWith(' daily_report'));

  it('ask for a report every day until there is one', () => {
    expect(daily(open, '2026-11-22 15:00').slice(0, 4)).toEqual([
      '2026-11-21 13:00 remind daily_report',
      '2026-11-21 15:00 remind daily_report',
      '2026-11-22 13:00 remind daily_report',
      '2026-11-22 15:00 remind daily_report',
    ]);
    const looked = look(open, '2026-11-22 15:00');
    expect(daily(looked, '2026-11-22 15:00')[0]).toBe('2026-11-23 13:00 remind daily_report');
  });

  it('count silence anew from every word', () => {
    const quiet = report('2026-11-20 09:12', { type: 'proposal', level: 0 });
    const tell = (one: Report) => until(one, '2027-02-01 10:00').filter((line) => line.includes('tell'));
    // Ten business days, and at the close of business nobody is told until the morning.
    expect(tell(quiet)).toEqual(['2026-12-08 09:00 tell silence']);
    const internal: Event = ['commented', '2026-12-01 10:00'];
    const own: Event = ['added', '2026-12-01 10:00', { actor: 'p-001' }];
    expect(tell(report('2026-11-20 09:12', { type: 'proposal', level: 0 }, internal, own))).toEqual(
      tell(quiet),
    );
    expect(tell(look(quiet, '2026-12-08 09:00'))).toEqual(['2026-12-23 09:00 tell silence']);
  });
});

describe('clocks that hold only for some', () => {
  const judged = (facts: EventFacts): Event => ['breach_judged', '2026-11-24 10:00', { facts }];
  const breach = (one: Report) =>
    until(one, '2027-03-01 10:00').filter(
      (line) => line.endsWith('breach_final') && line.includes('escalate'),
    );

  it('start with a breach that is judged to be reportable, and end with another judgement', () => {
    expect(breach(report('2026-11-20 09:12', { level: 3 }))).toEqual([]);
    expect(breach(report('2026-11-20 09:12', { level: 3 }, judged({ reportable: false })))).toEqual([]);
    const reportable = report('2026-11-20 09:12', { level: 3 }, judged({ reportable: true }));
    expect(breach(reportable)).toEqual(['2026-12-25 09:00 escalate breach_final']);
    const withdrawn = report(
      '2026-11-20 09:12',
      { level: 3 },
      judged({ reportable: true }),
      judged({ reportable: false }),
    );
    expect(breach(withdrawn)).toEqual([]);
  });

  it('give twice the time where somebody meant harm', () => {
    const malicious = report('2026-11-20 09:12', { level: 3 }, judged({ reportable: true, malicious: true }));
    expect(breach(malicious)).toEqual(['2027-01-25 09:00 escalate breach_final']);
  });
});

it('nothing is wanted of what is closed', () => {
  const closed = report('2026-11-20 09:12', { level: 4 }, [
    'updated',
    '2026-11-20 10:00',
    { state: 'closed' },
  ]);
  expect(until(closed, '2027-11-20 10:00')).toEqual([]);
});
