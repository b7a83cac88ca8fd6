import type { Workers } from '../application/keep-working.ts';
import type { Jobs } from '../jobs/create-jobs.ts';
import type { DailyWork } from './daily-work.ts';

/** Wake-ups of other instances and of failed attempts. */
export function listenForJobs(jobs: Jobs, workers: Workers): void {
  jobs.work('inbox', () => workers.inbox());
  jobs.work('outbox', () => workers.outbox());
}

/** What is done at a time of day, on one instance each time. */
export interface Scheduled extends Pick<DailyWork, 'digests' | 'handOver'> {
  checkpoint: () => Promise<void>;
  tend: () => Promise<void>;
  clocks: () => Promise<void>;
}

/** The minute's sweep is for whatever no wake-up told of. */
export function schedule(
  jobs: Jobs,
  workers: Workers,
  { checkpoint, tend, digests, clocks, handOver }: Scheduled,
): void {
  jobs.schedule('sweep', '* * * * *', async () => {
    await workers.inbox();
    await workers.outbox();
  });
  jobs.schedule('clocks', '* * * * *', clocks);
  jobs.schedule('checkpoint', '0 18 * * *', checkpoint);
  // Posts end with the day; a list of staff may come at any hour.
  jobs.schedule('hand_over', '5 * * * *', handOver);
  jobs.schedule('tend', '*/10 * * * *', tend);
  // Every few minutes rather than once a day: what fails or is slept through is done at the next look.
  jobs.schedule('digests', '*/5 * * * *', digests);
}
