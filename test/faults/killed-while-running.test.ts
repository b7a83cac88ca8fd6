import { expect, test } from 'vitest';
import { organize } from '../../src/compose/knowledge.ts';
import { noFigures } from '../long/figures.ts';
import { onGrounds } from '../long/grounds.ts';
import { liveThroughKills } from '../long/kill-rounds.ts';
import { DATABASES } from '../long/site.ts';
import { testConfig } from '../support/a-world.ts';
import { findPrograms } from '../support/postgres-cluster.ts';

/** A taste of `npm run test:long`: a few kills of the built program on each database, with every check. */
const ROUNDS = 3;

const organized = await organize(testConfig(''));

for (const kind of DATABASES) {
  // Without its programs there is no server that could be killed; the tests of storage say so too.
  test.skipIf(kind === 'postgres' && findPrograms() === null)(
    `a program killed again and again on ${kind} loses nothing it acknowledged and says nothing twice`,
    async () => {
      if (!organized.ok) throw new Error('the organisation of the checkout is wrong');
      const { value } = organized;
      const figures = noFigures();
      await onGrounds({ kind, organized: value }, async (grounds) => {
        await liveThroughKills({
          site: await grounds.newSite(),
          catalogue: value.catalogue,
          server: grounds.server,
          figures,
          seed: ['taste', kind],
          rounds: ROUNDS,
          isOver: () => false,
          onRound: () => undefined,
        });
      });
      expect(figures).toMatchObject({ rounds: ROUNDS, reports: expect.any(Number) as number });
      expect(figures.reports).toBeGreaterThan(0);
    },
    300_000,
  );
}
