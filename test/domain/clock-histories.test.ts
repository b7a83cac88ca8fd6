import { expect, it } from 'vitest';
import { theCatalogue } from '../support/builders.ts';
import { SEASONS } from './any-history.ts';
import { compareHistories } from './clock-histories.ts';

const RUNS = 3000;

it(`counts ${RUNS} random histories as a wall calendar does`, async () => {
  const { running } = compareHistories(await theCatalogue(), RUNS);
  expect(running).toBeGreaterThan(RUNS);
});

const IN_A_SEASON = 300;

it.each(Object.keys(SEASONS) as (keyof typeof SEASONS)[])(
  `counts ${IN_A_SEASON} random histories around %s as a wall calendar does`,
  async (season) => {
    const { running } = compareHistories(await theCatalogue(), IN_A_SEASON, { season });
    expect(running).toBeGreaterThan(IN_A_SEASON);
  },
);
