import { expect, it } from 'vitest';
import { theCatalogue } from '../support/builders.ts';
import { compareHistories } from './clock-histories.ts';

const RUNS = 3000;

it(`counts ${RUNS} random histories as a wall calendar does`, async () => {
  const { running } = compareHistories(await theCatalogue(), RUNS);
  expect(running).toBeGreaterThan(RUNS);
});
