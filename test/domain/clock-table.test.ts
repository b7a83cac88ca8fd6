import { describe, expect, it } from 'vitest';
import { typeOf } from '../../src/domain/assessment.ts';
import type { ClockDefinition } from '../../src/domain/clock.ts';
import { clockFacts } from '../../src/domain/clock-facts.ts';
import { holds } from '../../src/domain/condition.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { endOf } from '../../src/domain/end-of.ts';
import type { Answers } from '../../src/domain/answers.ts';
import type { EventFacts } from '../../src/domain/ledger.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import type { ReportLabel } from '../../src/domain/understanding.ts';
import type { Level } from '../../src/domain/severity.ts';
import { theCatalogue } from '../support/builders.ts';
import { report, step, tokyo } from './moments.ts';

/**
 * The clocks of every type with their amounts, as dates of a calendar that a person has counted out: the table of the
 * domain model once more, so that no amount is believed because the data says it.
 *
 * Reports are filed on Friday 20 November 2026 at 16:30, 45 minutes before the close; Monday 23 is a holiday, and the
 * house is closed from 29 December to 3 January.
 */
const FILED = '2026-11-20 16:30';
const FOUND = '2026-11-20 16:00';

const catalogue = await theCatalogue();
const { calendar } = catalogue;

interface Case {
  level?: Level;
  found?: string;
  cues?: string[];
  answers?: Answers;
  since?: StepRecord[];
}

type Row = [what: string, given: Case, clock: string, from: string, due: string | null];

const S4: Case = { level: 4 };
const S3: Case = { level: 3 };
const S2: Case = { level: 2 };
const S1: Case = { level: 1 };
const MALICIOUS: Case = { level: 4, cues: ['malicious'] };
/** Found two days before it was filed: that noon has passed. */
const foundEarly = (level: Level): Case => ({ level, found: '2026-11-18 10:00' });

const withFacts = (kind: StepRecord['kind'], at: string, facts: EventFacts): StepRecord => ({
  ...step(kind, at, null),
  facts,
});
const updatedAt = (level: Level): Case => ({
  level,
  since: [step('updated', '2026-11-20 17:00', 'follow_up_reported')],
});
const JUDGED_AT = '2026-11-24 10:00';
const judged = (level: Level, facts: EventFacts = {}): Case => ({
  level,
  since: [withFacts('breach_judged', JUDGED_AT, { reportable: true, ...facts })],
});
const answered = (final: boolean): Case => ({
  since: [
    {
      ...step('answered', '2026-11-24 10:00', final ? 'answered' : 'interim_answered'),
      facts: { final },
    },
  ],
});
const reopened: Case = { since: [step('reopened', '2026-12-24 10:00', 'in_progress')] };
const moved = (state: string, at: string, more: Case = {}): Case => ({
  ...more,
  since: [step('updated', at, state)],
});

/** Word is given with the receipt, and ten business days later at the latest again. */
/** What somebody was told to do by a Friday. */
const ASSIGNED: Row = [
  '',
  { since: [withFacts('assigned', '2026-11-24 10:00', { holder: 'mori', due: '2026-11-27' })] },
  'assigned_work',
  '2026-11-24 10:00',
  '2026-11-27 17:15',
];
/** Decided to be done by the end of the year of the house. */
const ADOPTED: Case = {
  since: [
    {
      ...withFacts('decision_given', '2026-11-30 10:00', { due: '2027-03-31' }),
      state: 'adopted',
    },
  ],
};
/** Left undecided, and again a month later. */
const CONTINUED: Case = {
  since: ['2026-11-30 10:00', '2026-12-28 10:00'].map((at) => ({
    ...withFacts('decision_given', at, { final: false }),
    state: 'continued',
  })),
};
const SILENCE: Row = ['', { level: 2 }, 'silence', FILED, '2026-12-07 17:15'];
/** Two days of December are left, 25 and 28; then from 4 January on, but for the holiday of the 11th. */
const ANSWER_AGAIN: Row = ['', reopened, 'answer_again', '2026-12-24 10:00', '2027-01-14 17:15'];

/** 15 minutes, a business hour, 4 business hours, a business day; then a step up the tree each time as long or longer. */
const BY_SEVERITY: Row[] = [
  ['S4', S4, 'acknowledge', FILED, '2026-11-20 16:45'],
  ['S3', S3, 'acknowledge', FILED, '2026-11-24 09:15'],
  ['S2', S2, 'acknowledge', FILED, '2026-11-24 12:15'],
  ['S1', S1, 'acknowledge', FILED, '2026-11-24 17:15'],
  ['S4', S4, 'escalate', '2026-11-20 16:45', '2026-11-20 17:00'],
  ['S3', S3, 'escalate', '2026-11-24 09:15', '2026-11-24 10:15'],
  ['S2', S2, 'escalate', '2026-11-24 12:15', '2026-11-25 17:15'],
  // What runs out at the close is told of the next morning, and two business days are counted from there.
  ['S1', S1, 'escalate', '2026-11-24 17:15', '2026-11-27 17:15'],
];

const WITHOUT_SEVERITY: Row[] = [
  ['', {}, 'acknowledge', FILED, '2026-11-24 17:15'],
  ['', {}, 'escalate', '2026-11-24 17:15', '2026-11-27 17:15'],
];

const TABLE: Record<ReportLabel, Row[]> = {
  incident: [
    ['S4', S4, 'first_report', FOUND, '2026-11-20 16:30'],
    ['S3', S3, 'first_report', FOUND, '2026-11-20 17:00'],
    ['S2', S2, 'first_report', FOUND, '2026-11-21 00:00'],
    ['S1', S1, 'first_report', FOUND, '2026-11-21 00:00'],
    ...BY_SEVERITY,
    ['S4', S4, 'next_report', FOUND, '2026-11-21 16:00'],
    ['S3', S3, 'next_report', FOUND, '2026-11-24 12:00'],
    ['S2', S2, 'next_report', FOUND, '2026-11-24 12:00'],
    ['S1', S1, 'next_report', FOUND, null],
    ['S4, too late', foundEarly(4), 'next_report', FILED, '2026-11-20 18:30'],
    ['S3, too late', foundEarly(3), 'next_report', FILED, '2026-11-24 10:15'],
    ['S2, too late', foundEarly(2), 'next_report', FILED, '2026-11-24 12:15'],
    ['S1, too late', foundEarly(1), 'next_report', FILED, null],
    ['S4', updatedAt(4), 'daily_report', '2026-11-20 17:00', '2026-11-21 17:00'],
    ['S3', updatedAt(3), 'daily_report', '2026-11-20 17:00', null],
    ['S2', updatedAt(2), 'daily_report', '2026-11-20 17:00', null],
    ['S1', updatedAt(1), 'daily_report', '2026-11-20 17:00', null],
    ['S4', S4, 'final_report', FILED, '2026-12-20 17:15'],
    ['S3', S3, 'final_report', FILED, '2026-12-20 17:15'],
    ['S2', S2, 'final_report', FILED, '2026-12-20 17:15'],
    ['S1', S1, 'final_report', FILED, '2026-11-30 17:15'],
    ['malicious', MALICIOUS, 'final_report', FILED, '2027-01-19 17:15'],
    ['not judged', S4, 'breach_notice', JUDGED_AT, null],
    ['S4', judged(4), 'breach_notice', JUDGED_AT, '2026-11-27 17:15'],
    ['S3', judged(3), 'breach_notice', JUDGED_AT, '2026-11-27 17:15'],
    ['S2', judged(2), 'breach_notice', JUDGED_AT, '2026-11-27 17:15'],
    ['not judged', S4, 'breach_notice_limit', JUDGED_AT, null],
    ['S4', judged(4), 'breach_notice_limit', JUDGED_AT, '2026-11-29 17:15'],
    ['S3', judged(3), 'breach_notice_limit', JUDGED_AT, '2026-11-29 17:15'],
    ['S2', judged(2), 'breach_notice_limit', JUDGED_AT, '2026-11-29 17:15'],
    ['S4', judged(4), 'breach_final', JUDGED_AT, '2026-12-24 17:15'],
    ['S3', judged(3), 'breach_final', JUDGED_AT, '2026-12-24 17:15'],
    ['S2', judged(2), 'breach_final', JUDGED_AT, '2026-12-24 17:15'],
    ['malicious', judged(3, { malicious: true }), 'breach_final', JUDGED_AT, '2027-01-23 17:15'],
    [
      'over the end of February',
      moved('publication_decided', '2026-11-30 15:00'),
      'follow_up_3_months',
      '2026-11-30 15:00',
      '2027-02-28 17:15',
    ],
    ANSWER_AGAIN,
    ASSIGNED,
    SILENCE,
  ],
  customer_voice: [
    ...BY_SEVERITY,
    ['', S2, 'answer_needed', FILED, '2026-11-24 17:15'],
    ['a Sunday', S2, 'customer_answer', FILED, '2026-11-22 17:15'],
    ['', S2, 'final_answer', FILED, '2026-12-04 17:15'],
    ['after an interim one', answered(false), 'customer_answer', FILED, null],
    ['after an interim one', answered(false), 'final_answer', FILED, '2026-12-04 17:15'],
    ['after a final one', answered(true), 'final_answer', FILED, null],
    ANSWER_AGAIN,
    ASSIGNED,
    SILENCE,
  ],
  proposal: [
    ...WITHOUT_SEVERITY,
    ['', {}, 'triage', FILED, '2026-11-26 17:15'],
    // Eleven days up to 4 January, because four of the week before are no working days.
    [
      'over New Year',
      moved('under_review', '2026-12-14 10:00'),
      'comment',
      '2026-12-14 10:00',
      '2027-01-08 17:15',
    ],
    ['', {}, 'decision', FILED, '2026-12-31 17:15'],
    ['left undecided', CONTINUED, 'decision_again', '2026-12-28 10:00', '2027-01-31 17:15'],
    ['decided', ADOPTED, 'decision_again', FILED, null],
    ['', moved('implemented', '2026-11-30 10:00'), 'effect_check', '2026-11-30 10:00', '2027-02-28 17:15'],
    [
      '',
      moved('implemented', '2026-11-30 10:00'),
      'second_effect_check',
      '2026-11-30 10:00',
      '2027-05-30 17:15',
    ],
    ['', ADOPTED, 'implementation', '2026-11-30 10:00', '2027-03-31 17:15'],
    ANSWER_AGAIN,
    ASSIGNED,
    SILENCE,
  ],
  risk: [...BY_SEVERITY, ['', S2, 'assess', FILED, '2026-11-25 17:15'], ANSWER_AGAIN, ASSIGNED, SILENCE],
  knowledge: [
    ...WITHOUT_SEVERITY,
    ['', {}, 'check', FILED, '2026-11-30 17:15'],
    [
      'from a leap day',
      moved('published', '2028-02-29 10:00'),
      'review',
      '2028-02-29 10:00',
      '2029-02-28 17:15',
    ],
    [
      'half a year, as its writer asked',
      moved('published', '2028-02-29 10:00', {
        answers: { review: { kind: 'choice', choice: 'half_year' } },
      }),
      'review',
      '2028-02-29 10:00',
      '2028-08-29 17:15',
    ],
    ASSIGNED,
    SILENCE,
  ],
  compliance: [
    ['day 14', {}, 'human_answer', FILED, '2026-12-04 17:15'],
    ['day 20', {}, 'investigation_notice', FILED, '2026-12-10 17:15'],
    SILENCE,
  ],
};

function reportOf(type: ReportLabel, { level, found, cues, answers, since = [] }: Case): Report {
  const given = typeOf(catalogue, type);
  const state = since.findLast((one) => one.state !== null)?.state ?? given.workflow.initial;
  const one = report(
    {
      type,
      state,
      level: given.severity.rows.length === 0 ? 0 : (level ?? 2),
      filedAt: tokyo(FILED),
      foundAt: tokyo(found ?? FOUND),
    },
    ...since,
  );
  return { ...one, filing: { ...one.filing, type, cues: cues ?? [], answers: answers ?? {} } };
}

/** What is measured up to the filing has ended with it: only its rule can be counted. */
function measured(clock: ClockDefinition, one: Report): { startedAt: string; due: string } | null {
  const facts = clockFacts(typeOf(catalogue, one.type), one);
  const rule = clock.rules.find(({ levels, when }) => levels.includes(one.level) && holds(when, facts));
  const from = one.foundAt ?? one.filedAt;
  return rule ? { startedAt: from, due: endOf(rule.duration, from, calendar) } : null;
}

const titleOf = ([what, , clock, from, due]: Row) =>
  `${clock}${what && `, ${what}`}: ${due === null ? 'none' : `from ${from} until ${due}`}`;

describe.each(Object.entries(TABLE) as [ReportLabel, Row[]][])('the clocks of a report: %s', (id, rows) => {
  const type = typeOf(catalogue, id);

  it.each(rows.map((row) => [titleOf(row), row] as const))('%s', (_title, [, given, clock, from, due]) => {
    const definition = type.clocks.find((one) => one.id === clock);
    if (!definition) throw new Error(`no clock ${clock} of ${id}`);
    const one = reportOf(id, given);
    const counted = definition.ends.includes('filed')
      ? measured(definition, one)
      : deadlineOf(type, definition, one, calendar);
    const said = counted && { from: counted.startedAt, due: counted.due };
    expect(said).toEqual(due === null ? null : { from: tokyo(from), due: tokyo(due) });
  });

  it('are all in this table', () => {
    expect([...new Set(rows.map(([, , clock]) => clock))].sort()).toEqual(
      type.clocks.map((one) => one.id).sort(),
    );
  });
});

it('there is such a table for every type of report', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...catalogue.types.keys()].sort());
});

it('the comment of an owner can be put off once, by as long as it had', () => {
  const clock = typeOf(catalogue, 'proposal').clocks.find(({ id }) => id === 'comment');
  expect(clock?.extension).toEqual({ times: 1, atMost: { unit: 'business_days', days: 15 } });
});
