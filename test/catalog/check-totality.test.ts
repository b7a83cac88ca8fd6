import { describe, expect, it } from 'vitest';
import { checkTotality } from '../../src/catalog/check/check-totality.ts';
import { loadCatalogue } from '../../src/catalog/load-catalogue.ts';
import type { Rules } from '../../src/domain/assessment.ts';
import type { RoutingRule } from '../../src/domain/routing.ts';
import { catalogueFolder, replacing } from '../support/catalogue-folder.ts';

async function validRules(): Promise<Rules> {
  const loaded = await loadCatalogue(await catalogueFolder());
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  return loaded.value;
}

function withRouting(rules: Rules, change: Partial<Rules['routing']>): Rules {
  return { ...rules, routing: { ...rules.routing, ...change } };
}

describe('totality of routing', () => {
  it('holds for the valid catalogue', async () => {
    expect(checkTotality(await validRules())).toEqual([]);
  });

  it('has a hole when the rule that seals compliance is removed', async () => {
    const rules = await validRules();
    const without = rules.routing.rules.filter(({ id }) => id !== 'sealed');
    expect(checkTotality(withRouting(rules, { rules: without }))).toMatchObject([
      { problem: 'not_surely_sealed', values: { type: 'compliance', date: '2010-01-01' } },
    ]);
  });

  it('has a hole when that rule does not hold for every subtype', async () => {
    const rules = await validRules();
    const narrower = rules.routing.rules.map((rule): RoutingRule =>
      rule.id === 'sealed'
        ? {
            ...rule,
            when: {
              kind: 'all',
              of: [rule.when, { kind: 'not', of: { kind: 'is', fact: 'subtype', values: ['leak'] } }],
            },
          }
        : rule,
    );
    expect(checkTotality(withRouting(rules, { rules: narrower }))).toMatchObject([
      { problem: 'not_surely_sealed', values: { subtype: 'leak' } },
    ]);
  });

  it('has a hole when that rule hangs on something that may not be so', async () => {
    const rules = await validRules();
    const maybe = rules.routing.rules.map((rule): RoutingRule =>
      rule.id === 'sealed'
        ? {
            ...rule,
            when: { kind: 'all', of: [rule.when, { kind: 'is', fact: 'urgent', values: ['true'] }] },
          }
        : rule,
    );
    expect(checkTotality(withRouting(rules, { rules: maybe })).map(({ problem }) => problem)).toEqual([
      'not_surely_sealed',
    ]);
  });

  it('has a hole where the last rule finds nobody and a rule before it is removed', async () => {
    const rules = await validRules();
    const otherwise = { ...rules.routing.otherwise, primary: { relative: 'region' as const } };
    const everything: RoutingRule = {
      ...rules.routing.otherwise,
      id: 'everything',
      when: { kind: 'not', of: { kind: 'is', fact: 'type', values: ['compliance'] } },
    };
    const covered = withRouting(rules, { otherwise, rules: [...rules.routing.rules, everything] });
    expect(checkTotality(covered)).toEqual([]);
    const holes = checkTotality(withRouting(rules, { otherwise }));
    expect(holes.map(({ values }) => values['type']).sort()).toEqual([
      'customer_voice',
      'incident',
      'knowledge',
      'proposal',
      'risk',
    ]);
    expect(holes.find(({ values }) => values['type'] === 'incident')?.values).toMatchObject({ level: 'S1' });
  });

  it('has a hole on the day after a rule ends', async () => {
    const rules = await validRules();
    const ended = rules.routing.rules.map((rule) =>
      rule.id === 'sealed' ? { ...rule, validUntil: '2027-03-31' } : rule,
    );
    expect(checkTotality(withRouting(rules, { rules: ended }))).toMatchObject([
      { values: { date: '2027-04-01' } },
    ]);
  });

  it('names a unit that is gone without a successor, at the rule and at the row that name it', async () => {
    const folder = await catalogueFolder({
      'organization/departments.yaml': replacing('    successor: service\n', ''),
    });
    const loaded = await loadCatalogue(folder);
    expect(loaded.ok ? [] : loaded.problem).toMatchObject([
      {
        file: 'organization/ownership.yaml',
        line: 3,
        problem: 'unit_gone',
        values: { unit: 'old-service', date: '2020-01-01' },
      },
      { file: 'organization/routing.yaml', line: 17, problem: 'no_primary' },
      { file: 'organization/routing.yaml', line: 17, problem: 'no_primary' },
      { file: 'organization/routing.yaml', line: 17, problem: 'no_primary' },
      { file: 'organization/routing.yaml', line: 17, problem: 'no_primary' },
      { file: 'organization/routing.yaml', line: 17, problem: 'no_primary' },
      {
        file: 'organization/routing.yaml',
        line: 17,
        problem: 'unit_gone',
        values: { unit: 'old-service', date: '2020-01-01' },
      },
    ]);
  });

  it('names an office whose block is gone', async () => {
    const folder = await catalogueFolder({
      'organization/departments.yaml': replacing(
        "    kind: block\n    names: [{ from: '2010-01-01', ja: 北, en: North }]\n    parents: [{ from: '2010-01-01', unit: head }]\n    from: '2010-01-01'\n",
        "    kind: block\n    names: [{ from: '2010-01-01', ja: 北, en: North }]\n    parents: [{ from: '2010-01-01', unit: head }]\n    from: '2010-01-01'\n    until: '2024-03-31'\n",
      ),
    });
    const loaded = await loadCatalogue(folder);
    expect(loaded.ok ? [] : loaded.problem).toMatchObject([
      {
        file: 'organization/offices.csv',
        line: 2,
        problem: 'office_without_block',
        values: { office: 'midori', date: '2024-04-01' },
      },
      {
        file: 'organization/offices.csv',
        line: 3,
        problem: 'office_without_block',
        values: { office: 'aoba' },
      },
    ]);
  });
});
