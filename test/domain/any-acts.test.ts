import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldReport } from '../../src/domain/fold-report.ts';
import { firstFlaw, type LedgerEvent } from '../../src/domain/ledger.ts';
import { peopleWho } from '../../src/domain/people-who.ts';
import { may } from '../../src/domain/permission.ts';
import { TODAY } from '../support/builders.ts';
import { aMove, begin, catalogue, play, sha256 } from './played-moves.ts';

const { organization } = catalogue;

describe('whatever is done by whomever in whatever order', () => {
  it('leaves a ledger that verifies, a report that is its fold, one department and somebody who can act', () => {
    let done = 0;
    fc.assert(
      fc.property(fc.array(aMove(), { minLength: 10, maxLength: 60, size: 'max' }), (moves) => {
        const chains = begin();
        for (const [index, move] of moves.entries()) done += play(chains, move, index) ? 1 : 0;
        for (const { report, events } of chains) {
          expect(
            foldReport(events.map(({ event, content }) => ({ event, body: content?.body ?? null }))),
          ).toEqual(report);
          const chain = events.map(({ event }) => event);
          const contentOf = ({ seq }: LedgerEvent) => events[seq - 1]?.content ?? null;
          expect(firstFlaw(report.id, chain, contentOf, sha256)).toBeNull();
          expect(organization.units.get(report.primary)?.handles).toBe(true);
          expect(report.copies).not.toContain(report.primary);
          expect(peopleWho(organization, TODAY, (actor) => may(actor, 'take', report))).not.toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    // The property says nothing unless much of what is tried can be done.
    expect(done).toBeGreaterThan(500);
  }, 120_000);
});
