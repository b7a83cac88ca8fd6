import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nameSkipped } from './test/support/name-skipped.ts';

/** What puts something of its own in the place of a module has modules of its own. */
const ALONE = ['test/storage/log-flush.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/train-once.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          // The dictionary, the model and the libraries of the platforms are loaded once by each worker.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/long/**', ...ALONE],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
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
