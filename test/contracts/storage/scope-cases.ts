import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES, type Actor } from '../../../src/domain/organization.ts';
import { inScope, scopeOf } from '../../../src/domain/permission.ts';
import { REPORT_LABELS } from '../../../src/domain/understanding.ts';
import { VISIBILITIES } from '../../../src/domain/visibility.ts';
import { aReport } from '../../support/storage-samples.ts';
import type { Given } from '../storage-contract.ts';

const unit = fc.constantFrom('d-risk', 'd-service', 'o-midori', 'b-east', "o'quote");
const person = fc.constantFrom('p-001', 'p-002');
const units = fc.uniqueArray(unit, { maxLength: 3 });

const report = fc
  .record({
    type: fc.constantFrom(...REPORT_LABELS),
    visibility: fc.constantFrom(...VISIBILITIES),
    reporter: person,
    line: units,
    primary: unit,
    copies: units,
    referrals: units,
  })
  .map((over) => aReport(over));

const actor: fc.Arbitrary<Actor> = fc.record({
  person,
  standings: fc.array(fc.record({ role: fc.constantFrom(...ROLES), unit }), { maxLength: 4 }),
});

export function scopeCases(given: Given): void {
  test('the database and the domain agree on what every actor may read', async () => {
    const { store } = given();
    const reports = fc.sample(report, { numRuns: 150, seed: 20261120 });
    await store.work.transact(async (tx) => {
      for (const one of reports) await tx.reports.create(one, [], []);
    });
    await fc.assert(
      fc.asyncProperty(actor, async (who) => {
        const scope = scopeOf(who);
        const listed = await store.reports.list(scope, { limit: reports.length });
        const allowed = reports.filter((one) => inScope(scope, one));
        expect(listed.map((one) => one.id).sort()).toEqual(allowed.map((one) => one.id).sort());
        const numbers = reports.map((one) => one.number);
        const visible = await store.reports.visible(scope, [...numbers, 'INC-26-QQQQQ']);
        expect(visible).toEqual(new Set(allowed.map((one) => one.number)));
      }),
      { numRuns: 60 },
    );
  });
}
