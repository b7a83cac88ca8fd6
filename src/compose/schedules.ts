import type { Workers } from '../application/keep-working.ts';
import type { Jobs } from '../jobs/create-jobs.ts';

/** Wake-ups of other instances and of failed attempts. */
export function listenForJobs(jobs: Jobs, workers: Workers): void {
  jobs.work('inbox', () => workers.inbox());
  jobs.work('outbox', () => workers.outbox());
}

/** What is done at a time of day, on one instance each time. */
export interface Scheduled {
  checkpoint: () => Promise<void>;
  tend: () => Promise<void>;
  digests: () => Promise<void>;
  clocks: () => Promise<void>;
}

/** The minute's sweep is for whatever no wake-up told of. */
export function schedule(
  jobs: Jobs,
  workers: Workers,
  { checkpoint, tend, digests, clocks }: Scheduled,
): void {
  jobs.schedule('sweep', '* * * * *', async () => {
    await workers.inbox();
    await workers.outbox();
  });
  jobs.schedule('clocks', '* * * * *', clocks);
  jobs.schedule('checkpoint', '0 18 * * *', checkpoint);
  jobs.schedule('tend', '*/10 * * * *', tend);
  // Every few minutes rather than once a day: what fails or is slept through is done at the next look.
  jobs.schedule('digests', '*/5 * * * *', digests);
}
