import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/domain/grants.ts';
import { ROLES, type Actor } from '../../src/domain/organization.ts';
import { inScope, may, scopeOf, type Protected } from '../../src/domain/permission.ts';
import { REPORT_LABELS } from '../../src/domain/understanding.ts';
import { VISIBILITIES } from '../../src/domain/visibility.ts';
import { allCells, expectedActions, type Cell } from './rights-table.ts';

const HERE = 'unit-here';

function standing({ role }: Cell): Actor {
  return { person: 'somebody', standings: [{ role, unit: HERE }] };
}

/** A report to which a standing in `HERE` has just this relation. */
function reportOf({ type, visibility, relation }: Cell): Protected {
  return {
    type,
    visibility,
    reporter: relation === 'own' ? 'somebody' : 'somebody-else',
    followers: relation === 'followed' ? ['another', 'somebody'] : ['another'],
    line: relation === 'under' ? ['an-office', HERE] : ['an-office', 'a-block'],
    primary: relation === 'primary' ? HERE : 'a-department',
    copies: relation === 'copied' ? ['another', HERE] : ['another'],
    referrals: relation === 'referred' ? [HERE] : [],
  };
}

describe('the matrix of rights', () => {
  it.each(ROLES)(
    'gives %s what the rules say for every type, visibility and relation, and nothing else',
    (role) => {
      for (const cell of allCells().filter((one) => one.role === role)) {
        const allowed = ACTIONS.filter((action) => may(standing(cell), action, reportOf(cell)));
        expect({ cell, may: new Set(allowed) }).toEqual({ cell, may: expectedActions(cell) });
      }
    },
  );

  it('lets a person with several standings do what any one of them may, and no more', () => {
    fc.assert(
      fc.property(anActor(), aReport(), fc.constantFrom(...ACTIONS), (actor, report, action) => {
        const alone = actor.standings.map((one) => may({ ...actor, standings: [one] }, action, report));
        expect(may(actor, action, report)).toBe(alone.includes(true));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds by a query exactly the reports that may be read', () => {
    fc.assert(
      fc.property(anActor(), aReport(), (actor, report) => {
        expect(inScope(scopeOf(actor), report)).toBe(may(actor, 'read', report));
      }),
      { numRuns: 3000 },
    );
  });
});

const aUnit = fc.constantFrom('a', 'b', 'c', 'd');
const aPerson = fc.constantFrom('x', 'y');

function anActor(): fc.Arbitrary<Actor> {
  const standings = fc.array(fc.record({ role: fc.constantFrom(...ROLES), unit: aUnit }), { maxLength: 4 });
  return fc.record({ person: aPerson, standings });
}

function aReport(): fc.Arbitrary<Protected> {
  const units = fc.uniqueArray(aUnit);
  return fc.record({
    type: fc.constantFrom(...REPORT_LABELS),
    visibility: fc.constantFrom(...VISIBILITIES),
    reporter: aPerson,
    followers: fc.uniqueArray(aPerson),
    line: units,
    primary: aUnit,
    copies: units,
    referrals: units,
  });
}
