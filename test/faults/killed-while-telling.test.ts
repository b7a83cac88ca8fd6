import { beforeAll, expect, test } from 'vitest';
import { organize, type Organized } from '../../src/compose/knowledge.ts';
import { onGrounds } from '../long/grounds.ts';
import { DATABASES } from '../long/site.ts';
import { slowGateBefore, type SlowGate } from '../long/slow-gate.ts';
import { killWhileTelling } from '../long/telling-rounds.ts';
import { testConfig } from '../support/a-world.ts';
import { findPrograms } from '../support/postgres-cluster.ts';

/** A taste of `npm run test:long -- --only telling`: the built program, killed while its clocks have much to say. */
const REPORTS = 100;
const LOOKS = 1;
const KILLS = 3;
/** A server is so quick with so few that a kill might come when all of them are written down: each word takes longer. */
const DELAY_MS = 20;

let organized: Organized;
beforeAll(async () => {
  const result = await organize(testConfig(''));
  if (!result.ok) throw new Error('the organisation of the checkout is wrong');
  organized = result.value;
});

for (const kind of DATABASES) {
  const instances = kind === 'postgres' ? 2 : 1;
  // Without its programs there is no server; the tests of storage say so too.
  test.skipIf(kind === 'postgres' && findPrograms() === null)(
    `${instances} killed again and again on ${kind} while reminding and escalating: everybody is told each thing once`,
    async () => {
      await onGrounds({ kind, organized }, async (grounds) => {
        const gates: SlowGate[] = [];
        const before = async (url: string) => {
          const gate = await slowGateBefore(url, () => DELAY_MS);
          gates.push(gate);
          return gate.url;
        };
        const site = await grounds.newSite({ before });
        const { catalogue } = organized;
        const size = { instances, reports: REPORTS, looks: LOOKS, kills: KILLS };
        const figures = await killWhileTelling({ site, catalogue, seed: ['taste', kind], ...size });
        // Says nothing unless it was killed in the middle of it, and there was much to say.
        expect(figures.inBetween).toBeGreaterThan(0);
        expect(figures.kills).toBe(LOOKS * (KILLS + 1) * instances);
        expect(figures.deeds).toBeGreaterThan(REPORTS / 3);
        expect(figures.said).toBeGreaterThan(figures.deeds);
        await site.clear();
        gates.forEach((gate) => gate.close());
      });
    },
    300_000,
  );
}
