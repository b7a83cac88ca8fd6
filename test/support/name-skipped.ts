import type { Reporter, TestModule } from 'vitest/node';

/** Says at the end of a run which files did not run in full, so that nobody takes it for more than it was. */
export const nameSkipped: Reporter = {
  onTestRunEnd(modules) {
    const skipped = modules.flatMap(skippedIn);
    if (skipped.length === 0) return;
    console.log(['Did not run (the reason is above, at each file):', ...skipped, ''].join('\n'));
  },
};

function skippedIn(module: TestModule): string[] {
  const count = [...module.children.allTests('skipped')].length;
  return count === 0 ? [] : [`  ${module.relativeModuleId}: ${count}`];
}
