import { describe, expect, it } from 'vitest';
import { agenda } from '../../src/domain/agenda.ts';
import { cardView } from '../../src/domain/card-view.ts';
import { clockDeed } from '../../src/domain/clock-deed.ts';
import { clockOf, currentDuty } from '../../src/domain/deadline.ts';
import { isKnownOverdue } from '../../src/domain/known-overdue.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { catalogue } from './acts/on.ts';
import { report, step, tokyo } from './moments.ts';

const { calendar } = catalogue;
const typeOf = ({ type }: Report) => {
  const found = catalogue.types.get(type);
  if (!found) throw new Error(`no type ${type}`);
  return found;
};
const withFacts = (one: StepRecord, facts: StepRecord['facts']): StepRecord => ({ ...one, facts });

/** A proposal that tanaka holds, from Friday 20 November on; mori was told to do something. */
const assigned = (due: string | null, at = '2026-11-20 10:00', holder = 'mori') =>
  withFacts(step('assigned', at, null), due === null ? { holder } : { holder, due });
const taken = withFacts(step('taken', '2026-11-20 09:40', 'under_review'), { holder: 'tanaka' });
const held = (...since: StepRecord[]) =>
  report(
    {
      ...{ type: 'risk', level: 2, state: 'in_progress', holder: 'tanaka', reporter: 'yamada' },
      ...{ primary: 'risk-compliance', copies: [], line: ['midori'], visibility: 'units' },
    },
    taken,
    ...since,
  );
const work = (one: Report) => clockOf(typeOf(one), 'assigned_work', one, calendar);
const done = step('result_reported', '2026-11-24 10:00', null);

describe('the day that comes with an assignment', () => {
  it('is due when its business closes, whatever the hour at which it was given', () => {
    expect(work(held(assigned('2026-11-25')))?.due).toBe(tokyo('2026-11-25 17:15'));
    expect(work(held(assigned('2026-11-20')))?.due).toBe(tokyo('2026-11-20 17:15'));
    expect(work(held(assigned('2026-11-20', '2026-11-20 18:00')))?.due).toBe(tokyo('2026-11-21 00:00'));
  });

  it('is due no more once the result is there, or another department has the report; nor where none was given', () => {
    expect(work(held(assigned('2026-11-25'), done))).toBeNull();
    expect(work(held(assigned('2026-11-25'), step('forwarded', '2026-11-24 10:00', null)))).toBeNull();
    expect(work(held(assigned(null)))).toBeNull();
    expect(work(held())).toBeNull();
  });

  it('gives way to that of the next assignment', () => {
    const again = assigned('2026-12-02', '2026-11-24 11:00');
    expect(work(held(assigned('2026-11-25'), again))?.due).toBe(tokyo('2026-12-02 17:15'));
    expect(work(held(assigned('2026-11-25'), done, again))?.due).toBe(tokyo('2026-12-02 17:15'));
  });

  it('is the next duty on cards and lists when it is first, and overdue once it was said to have passed', () => {
    const one = held(assigned('2026-11-20'));
    expect(currentDuty(typeOf(one), one, calendar)).toMatchObject({ clock: 'assigned_work' });
    expect(cardView(catalogue, one, calendar).lines[1]?.text).toMatchObject({
      key: 'card.state',
      values: { clock: { key: 'clock.assigned_work' }, due: { due: tokyo('2026-11-20 17:15') } },
    });
    const said = { clock: 'assigned_work', due: tokyo('2026-11-20 17:15') };
    const reminded = withFacts(step('reminded', '2026-11-24 09:00', null), said);
    expect(isKnownOverdue(catalogue, one, calendar)).toBe(false);
    expect(isKnownOverdue(catalogue, held(assigned('2026-11-20'), reminded), calendar)).toBe(true);
  });

  it('is reminded of in the morning of the day, and once it has passed; then the next up the tree is told', () => {
    const moments = agenda(held(assigned('2026-11-25')), catalogue, calendar, tokyo('2026-11-30 09:00'));
    expect(
      moments.flatMap(({ clock, kind, at }) => (clock === 'assigned_work' ? [`${kind} ${at}`] : [])),
    ).toEqual([
      `remind ${tokyo('2026-11-25 09:00')}`,
      `remind ${tokyo('2026-11-26 09:00')}`,
      `escalate ${tokyo('2026-11-26 09:00')}`,
    ]);
  });

  it('is reminded of to whoever was told to do it, whoever holds the report; to a successor, once there is one', () => {
    const remindedOn = (one: Report, at: string) => {
      const { events } = clockDeed(catalogue, one, tokyo(at));
      const reminders = events.filter(({ kind }) => kind === 'reminded');
      return reminders.map(({ facts }) => [facts['clock'], facts['people']]);
    };
    expect(remindedOn(held(assigned('2026-11-25')), '2026-11-25 09:00')).toContainEqual([
      'assigned_work',
      ['mori'],
    ]);
    const passedOn = withFacts(step('handed_over', '2026-11-24 10:00', null), { holder: 'yoshida' });
    expect(remindedOn(held(assigned('2026-11-25'), passedOn), '2026-11-25 09:00')).toContainEqual([
      'assigned_work',
      ['yoshida'],
    ]);
  });
});

describe('the day by which what was decided is to be done', () => {
  const decidedOn = (state: string, due: string | null) =>
    withFacts(step('decision_given', '2026-11-24 10:00', state), due === null ? {} : { due });
  const proposal = (state: string, ...since: StepRecord[]) =>
    report(
      { type: 'proposal', level: 0, state, holder: 'sato', visibility: 'open' },
      step('taken', '2026-11-20 09:40', 'under_review'),
      ...since,
    );
  const implementation = (one: Report) => clockOf(typeOf(one), 'implementation', one, calendar);

  it('is due when its business closes, until it is done or taken up again', () => {
    const adopted = decidedOn('adopted', '2027-03-31');
    expect(implementation(proposal('adopted', adopted))?.due).toBe(tokyo('2027-03-31 17:15'));
    expect(
      implementation(proposal('preparing', adopted, step('updated', '2026-12-01 10:00', 'preparing')))?.due,
    ).toBe(tokyo('2027-03-31 17:15'));
    const implemented = step('implemented', '2027-03-01 10:00', 'implemented');
    expect(implementation(proposal('implemented', adopted, implemented))).toBeNull();
    const reopened = step('reopened', '2026-12-01 10:00', 'under_review');
    expect(implementation(proposal('under_review', adopted, reopened))).toBeNull();
  });

  it('is none where the decision gives none', () => {
    expect(implementation(proposal('rejected', decidedOn('rejected', null)))).toBeNull();
  });

  it('stands on the card in the words of the decision', () => {
    const one = proposal('adopted', decidedOn('adopted', '2027-03-31'));
    expect(cardView(catalogue, one, calendar).lines[1]?.text.key).toBe('card.state_decided');
  });
});
