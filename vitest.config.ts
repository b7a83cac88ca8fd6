import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nameSkipped } from './test/support/name-skipped.ts';

/**
 * What keeps no state outside its own tests shares its modules: the dictionary and the model are then loaded once for
 * all of them. Everything that starts servers, programs or browsers, or replaces the clock, is alone.
 */
const TOGETHER = [
  'application',
  'architecture',
  'cards',
  'catalog',
  'domain',
  'recognition',
  'scenes',
  'words',
];

function testsOf(folder: string): string {
  return `test/${folder === '**' ? folder : `${folder}/**`}/*.test.ts`;
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/train-once.ts'],
    projects: [
      { extends: true, test: { name: 'together', isolate: false, include: TOGETHER.map(testsOf) } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [testsOf('**')],
          exclude: ['test/long/**', ...TOGETHER.map(testsOf)],
        },
      },
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A page shows what changed a moment later, and a busy machine makes the moment long.
    expect: { poll: { timeout: 10_000 } },
    // One more than there are processors, as long as they are few: many tests wait for programs and browsers. Each
    // keeps a model and a database in memory.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    reporters: ['default', nameSkipped, ...resultsForCi()],
  },
});

/** .ci/run counts from this file. */
function resultsForCi(): ['json', { outputFile: string }][] {
  return process.env.CI === 'true' ? [['json', { outputFile: 'dist/test-results.json' }]] : [];
}
