import type { StepRecord } from './report.ts';

/** From how many times on it is said that a report goes back and forth, and when triage is asked to decide. */
export const SAID_FROM = 2;
export const DECIDED_AT = 3;

/** How often a report went back to a department that had it before: each time nobody felt responsible. */
export function timesHandedBack({ steps }: { steps: readonly Pick<StepRecord, 'kind' | 'facts'>[] }): number {
  const had = new Set<string>();
  let times = 0;
  for (const step of steps) {
    const to = step.facts['primary'];
    if (typeof to !== 'string') continue;
    if (step.kind === 'forwarded' && had.has(to)) times += 1;
    had.add(to);
  }
  return times;
}
