import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/business-time.ts';
import { ALWAYS } from '../../src/domain/condition.ts';
import { route, type RoutingRule, type RoutingTable } from '../../src/domain/routing.ts';
import { VISIBILITIES } from '../../src/domain/visibility.ts';
import { TODAY } from '../support/builders.ts';

describe('route', () => {
  const rule = (id: string, over: Partial<RoutingRule> = {}): RoutingRule => ({
    id,
    version: 1,
    validFrom: '2010-01-01',
    validUntil: null,
    when: ALWAYS,
    primary: null,
    copies: [],
    referrals: [],
    alone: false,
    visibility: 'open',
    escalation: [],
    ...over,
  });
  const otherwise = { ...rule('rest', { visibility: 'units' }), primary: { unit: 'triage' } };
  const table = (...rules: RoutingRule[]): RoutingTable => ({ rules, otherwise });
  const found = (of: RoutingTable) => route(of, {}, TODAY, (ref) => ('unit' in ref ? ref.unit : undefined));

  it('lets the strictest visibility of all matching rules win, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VISIBILITIES), { minLength: 1 }), (visibilities) => {
        const rules = visibilities.map((visibility, index) =>
          rule(`r${index}`, { visibility, primary: { unit: 'one' } }),
        );
        const strictest = Math.max(...visibilities.map((one) => VISIBILITIES.indexOf(one)));
        expect(found(table(...rules)).visibility).toBe(VISIBILITIES[strictest]);
      }),
    );
  });

  it('makes the first rule that names somebody accountable, and copies for every rule', () => {
    expect(
      found(
        table(
          rule('a', { copies: [{ unit: 'x' }, { unit: 'two' }] }),
          rule('b', { primary: { unit: 'two' }, copies: [{ unit: 'x' }] }),
          rule('c', { primary: { unit: 'three' }, copies: [{ unit: 'y' }] }),
        ),
      ),
    ).toMatchObject({ primary: 'two', copies: ['x', 'y'] });
  });

  it('falls back on triage when the unit that a rule names does not exist for this report', () => {
    const result = found(table(rule('a', { primary: { relative: 'region' }, copies: [{ unit: 'x' }] })));
    expect(result).toMatchObject({ primary: 'triage', copies: ['x'], visibility: 'units' });
    expect(result.rules.map(({ id }) => id)).toEqual(['a', 'rest']);
  });

  it('sets copies and escalation of other rules aside when one stands alone', () => {
    const result = found(
      table(
        rule('alone', {
          alone: true,
          primary: { unit: 'one' },
          referrals: [{ unit: 'desk' }],
          escalation: ['officer'],
        }),
        rule('b', { copies: [{ unit: 'office' }], escalation: ['manager'], visibility: 'restricted' }),
      ),
    );
    expect(result).toMatchObject({
      primary: 'one',
      copies: [],
      referrals: ['desk'],
      escalation: ['officer'],
      visibility: 'restricted',
    });
  });

  it('is in force on its first and its last day', () => {
    const dated = rule('dated', { primary: { unit: 'one' }, validFrom: TODAY, validUntil: TODAY });
    expect(found(table(dated)).primary).toBe('one');
    expect(found(table({ ...dated, validUntil: addDays(TODAY, -1) })).primary).toBe('triage');
    expect(found(table({ ...dated, validFrom: addDays(TODAY, 1), validUntil: null })).primary).toBe('triage');
  });
});
