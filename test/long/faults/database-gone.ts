import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../support/postgres-cluster.ts';
import { onGrounds } from '../grounds.ts';
import { run } from '../program.ts';
import type { World } from '../world.ts';
import { acknowledgedIn, expectThat, liveThrough, refusedIn, type Fault, type Trial } from './fault.ts';

const GONE_MS = 60_000;
const WORK_MS = 4_000;
const BACK_WITHIN_MS = 15_000;

/** A PostgreSQL server that is stopped for a minute and started again. */
export const databaseGone: Fault = {
  name: 'database-gone',
  async run(trial) {
    await onGrounds({ kind: 'postgres', organized: trial.organized }, async (grounds) => {
      const { server } = grounds;
      if (!server) throw new Error('a server was expected');
      const site = await grounds.newSite();
      await liveThrough('database-gone', trial, { site }, (world) => missDatabase(world, server, trial));
    });
    return null;
  },
};

async function missDatabase(world: World, server: Cluster, trial: Trial): Promise<void> {
  await sleep(WORK_MS);
  await server.stop('fast');
  const before = acknowledgedIn(world);
  await sleep(GONE_MS / 2);
  const started = await run(['start'], world.site.settings);
  expectThat(started.code === 1 && started.err !== '', 'a start without a database says so and ends');
  await sleep(GONE_MS / 2);
  // Whatever was on its way when the server stopped may still have been acknowledged.
  const meanwhile = acknowledgedIn(world) - before;
  expectThat(meanwhile <= world.company.people.length, `${meanwhile} acknowledged without a database`);
  expectThat(refusedIn(world) > 0, 'people are told to try again');
  await server.start();
  const back = Date.now();
  while (acknowledgedIn(world) === before + meanwhile) {
    expectThat(Date.now() - back < BACK_WITHIN_MS, 'work goes on by itself');
    await sleep(50);
  }
  trial.say(`works again ${Date.now() - back} ms after the database was back`);
  await world.rest();
  await sleep(WORK_MS);
}
