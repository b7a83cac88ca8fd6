import { defineConfig } from 'vitest/config';
import { nameSkipped } from './test/support/name-skipped.ts';

export default defineConfig({
  test: {
    globalSetup: ['test/support/train-once.ts'],
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A page shows what changed a moment later, and a busy machine makes the moment long.
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    reporters: ['default', nameSkipped, ...resultsForCi()],
  },
});

/** .ci/run counts from this file. */
function resultsForCi(): ['json', { outputFile: string }][] {
  return process.env.CI === 'true' ? [['json', { outputFile: 'dist/test-results.json' }]] : [];
}
