import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { furnish, type House } from '../../src/compose/house.ts';
import { borrowMemoryDatabase } from '../support/embedded-database.ts';
import type { Database } from '../../src/storage/database.ts';
import { sharedParts, type HouseClock, type SharedParts } from '../support/a-house.ts';
import { WORLD_READY_MS } from '../support/a-world.ts';
import { fileIncidents } from '../support/file-incidents.ts';
import { settle } from '../support/settle.ts';

const MINUTE = 60_000;
const A_WEEKEND_LATER = 4 * 24 * 60;

interface Composed {
  house: House;
  database: Database;
  clock: HouseClock;
}

let shared: SharedParts;
beforeAll(async () => void (shared = await sharedParts()), WORLD_READY_MS);

/** As the program composes it, over a database of its own. */
async function composed(schedules: 'its own' | 'none'): Promise<Composed> {
  const { schedules: none = false, ...parts } = shared;
  const database = await borrowMemoryDatabase();
  const house = furnish(schedules === 'none' ? { ...parts, schedules: none } : parts, database);
  await house.prepare();
  return { house, database, clock: parts.clock };
}

const kindsOf = async ({ house }: Composed, number: string): Promise<string[]> => {
  for await (const chain of house.store.ledger.chains())
    if (chain.number === number) return chain.row?.steps.map(({ kind }) => kind) ?? [];
  return [];
};

describe('the composed house', () => {
  let one: Composed;
  afterEach(async () => {
    vi.useRealTimers();
    await one.house.stop();
  });

  it(
    'keeps its schedules in the database, the look at the clocks every minute among them',
    async () => {
      one = await composed('its own');
      const { rows } = await one.database.execute(
        'SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name',
      );
      const timezone = 'Asia/Tokyo';
      expect(rows).toEqual([
        { name: 'checkpoint', cron: '0 18 * * *', timezone },
        { name: 'clocks', cron: '* * * * *', timezone },
        { name: 'digests', cron: '*/5 * * * *', timezone },
        { name: 'hand_over', cron: '5 * * * *', timezone },
        { name: 'sweep', cron: '* * * * *', timezone },
        { name: 'tend', cron: '*/10 * * * *', timezone },
      ]);
    },
    WORLD_READY_MS,
  );

  it(
    'does what the clocks want when its schedule says that a minute has come',
    async () => {
      one = await composed('its own');
      const [number = ''] = await fileIncidents(one.house, one.clock, 1);
      one.clock.pass(A_WEEKEND_LATER);
      await one.database.execute(`INSERT INTO pgboss.job (name) VALUES ('clocks')`);
      const wait = { timeout: 20_000, interval: 200 };
      await vi.waitFor(async () => expect(await kindsOf(one, number)).toContain('escalated'), wait);
    },
    WORLD_READY_MS,
  );

  it(
    'audits the scheduler every five minutes by a timer of its own, and tells the administrators',
    async () => {
      one = await composed('none');
      const { house, clock } = one;
      await fileIncidents(house, clock, 1);
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const audited = vi.spyOn(house.store.clocks, 'waitingSince');
      expect(await house.start()).toMatchObject({ ok: true });
      // Behind the look with which it starts.
      await house.clocks.keep();
      clock.pass(A_WEEKEND_LATER);
      vi.advanceTimersByTime(5 * MINUTE - 1);
      expect(audited).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      expect(audited).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(5 * MINUTE);
      expect(audited).toHaveBeenCalledTimes(2);
      await house.clocks.stop();
      await settle(house);
      const { messages } = await house.store.webChat.page('me:hirata', null, 10);
      expect(messages.map(({ view }) => view?.lines.length)).toEqual([2]);
    },
    WORLD_READY_MS,
  );
});
