import { describe, expect, it } from 'vitest';
import { officesConcerned, owesInspection } from '../../src/domain/inspection.ts';
import type { EventFacts } from '../../src/domain/ledger.ts';
import type { Report, StepRecord } from '../../src/domain/report.ts';
import { theCatalogue } from '../support/builders.ts';
import { report, step } from './moments.ts';

const catalogue = await theCatalogue();
const at = (kind: StepRecord['kind'], facts: EventFacts): StepRecord => ({
  ...step(kind, '2026-11-20 10:00', null),
  facts,
});
const joined = (office: string) => at('joined', { office });
const absorbed = (number: string, ...offices: string[]) => at('absorbed', { number, offices });
const judged = (...offices: string[]) => at('inspection_judged', { called: true, offices });
const plain = report();
const incident = (over: Partial<Report['filing']>, ...since: StepRecord[]) => {
  const filing = {
    ...plain.filing,
    type: 'incident' as const,
    subtype: 'decision_error',
    drill: false,
    ...over,
  };
  const { type, subtype } = filing;
  return report({ type, subtype, filing, office: 'midori', state: 'received' }, ...since);
};
const owes = (one: Report) => owesInspection(catalogue, one);
const akita = absorbed('INC-26-5T3XQ', 'akita');

describe('the offices of one cause', () => {
  it('are the first, who joined it, and those of what was merged into it and still is', () => {
    expect(officesConcerned(incident({}))).toEqual(['midori']);
    expect(
      officesConcerned(incident({}, akita, joined('hirakata'), absorbed('INC-26-7KQ4M', 'akita'))),
    ).toEqual(['midori', 'hirakata', 'akita']);
    expect(officesConcerned(incident({}, akita, at('released', { number: 'INC-26-5T3XQ' })))).toEqual([
      'midori',
    ]);
    expect(officesConcerned(incident({}, akita, at('released', { number: 'INC-26-5T3XQ' }), akita))).toEqual([
      'midori',
      'akita',
    ]);
  });
});

describe('a general inspection has to be judged', () => {
  it('from the second office on, or where the words say that it is everywhere', () => {
    expect(owes(incident({}))).toBe(false);
    expect(owes(incident({}, absorbed('INC-26-5T3XQ', 'midori')))).toBe(false);
    expect(owes(incident({}, akita))).toBe(true);
    expect(owes(incident({ cues: ['nationwide'] }))).toBe(true);
  });

  it('never of an outage, in a drill, of another type, or after the end', () => {
    expect(owes(incident({ subtype: 'system_outage' }, akita))).toBe(false);
    expect(owes(incident({ drill: true }, akita))).toBe(false);
    expect(owes(report({ type: 'proposal', state: 'received', office: 'midori' }, akita))).toBe(false);
    expect(owes({ ...incident({}, akita), state: 'closed' })).toBe(false);
  });

  it('until it is, and again when one more office is concerned', () => {
    expect(owes(incident({}, akita, judged('midori', 'akita')))).toBe(false);
    expect(owes(incident({}, akita, judged('midori', 'akita'), absorbed('INC-26-7KQ4M', 'hirakata')))).toBe(
      true,
    );
    expect(owes(incident({ cues: ['nationwide'] }, judged('midori')))).toBe(false);
  });
});
