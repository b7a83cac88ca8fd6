import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answers.ts';
import { factsOf } from '../../src/domain/facts.ts';
import { LEVELS, severityOf, type Level, type SeverityTable } from '../../src/domain/severity.ts';
import { aMatter, theCatalogue, typeIn, type RoutedMatter } from '../support/builders.ts';
import { anyMatter } from './any-matter.ts';

const catalogue = await theCatalogue();
const incident = typeIn(catalogue, 'incident');
const unknown: Answer = { kind: 'unknown' };

function severity(matter: RoutedMatter) {
  const type = typeIn(catalogue, matter.type);
  return severityOf(type.severity, factsOf(type, matter));
}

function table(...levels: Level[]): SeverityTable {
  return {
    rows: levels.map((level) => ({
      id: `s${level}`,
      level,
      when: { kind: 'is', fact: 'at', values: [`s${level}`] },
    })),
    unknownRaises: ['people', 'data'],
  };
}

describe('severity', () => {
  it('is the highest of all rows that hold, whatever their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...LEVELS]), fc.subarray([...LEVELS]), (rows, holding) => {
        const at = holding.map((level) => `s${level}`);
        const expected = Math.max(0, ...rows.filter((level) => holding.includes(level)));
        expect(severityOf(table(...rows), { at }).level).toBe(expected);
      }),
    );
  });

  it('rises by one when something that counts is unknown, and by no more when two things are', () => {
    const at = 's2';
    expect(severityOf(table(2), { at, people: 'unknown' })).toEqual({
      level: 3,
      rows: ['s2'],
      raisedBy: ['people'],
    });
    expect(severityOf(table(2), { at, people: 'unknown', data: 'unknown' })).toEqual({
      level: 3,
      rows: ['s2'],
      raisedBy: ['people', 'data'],
    });
  });

  it('never rises above S4', () => {
    expect(severityOf(table(4), { at: 's4', people: 'unknown' }).level).toBe(4);
  });

  it('does not give a level to what has none, however much is unknown', () => {
    expect(severityOf(table(2), { people: 'unknown' })).toEqual({ level: 0, rows: [], raisedBy: [] });
  });

  it('of an incident rises by exactly one with the number of people unknown instead of one, and never falls', () => {
    fc.assert(
      fc.property(anyMatter(incident), (matter) => {
        const known: Answer = { kind: 'choice', choice: 'no' };
        const one: RoutedMatter = {
          ...matter,
          answers: { ...matter.answers, people: { kind: 'count', from: 1, to: 1 }, personal_data: known },
        };
        const open = { ...one, answers: { ...one.answers, people: unknown } };
        expect(severity(open).level).toBe(Math.min(4, severity(one).level + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('of an incident never falls when more people are concerned', () => {
    const count = fc.nat(300);
    fc.assert(
      fc.property(anyMatter(incident), count, count, (matter, some, more) => {
        const of = (n: number) =>
          severity({ ...matter, answers: { ...matter.answers, people: { kind: 'count', from: n, to: n } } })
            .level;
        expect(of(some + more)).toBeGreaterThanOrEqual(of(some));
      }),
      { numRuns: 500 },
    );
  });

  it('of an incident is never none', () => {
    fc.assert(
      fc.property(anyMatter(incident), (matter) => {
        expect(severity(matter).level).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('counts the upper end of a range until the number is known', () => {
    const people = (from: number, to: number | null) =>
      severity(aMatter({ answers: { people: { kind: 'count', from, to } } })).level;
    expect(people(10, 100)).toBe(3);
    expect(people(10, 101)).toBe(4);
    expect(people(1, null)).toBe(4);
  });
});
