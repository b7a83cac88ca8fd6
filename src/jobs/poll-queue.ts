import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import type { Log } from '../application/ports/surroundings.ts';

export interface Poller {
  /** Waits for a handler that runs. */
  stop(): Promise<void>;
}

export interface PollOptions {
  queue: string;
  handler: () => Promise<void>;
  everyMs: number;
  log: Log;
}

/** Everything that has come in since the last look is one call of the handler. */
const BATCH = 1_000;

/**
 * pg-boss has a loop of its own, but marks jobs as done without waiting for the answer: a database that goes away
 * at that moment would end the process.
 */
export function pollQueue(boss: PgBoss, { queue, handler, everyMs, log }: PollOptions): Poller {
  const stopping = new AbortController();
  const polling = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await handleWaiting(boss, queue, handler);
      } catch (error) {
        log.warn('a job failed and will be tried again', {
          queue,
          error: error instanceof Error ? error.name : null,
        });
      }
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return polling;
    },
  };
}

async function handleWaiting(boss: PgBoss, queue: string, handler: () => Promise<void>): Promise<void> {
  const jobs = await boss.fetch(queue, { batchSize: BATCH });
  const ids = jobs.map((job) => job.id);
  if (ids.length === 0) return;
  try {
    await handler();
  } catch (error) {
    // Nothing of the error: what the job's table holds outlives what the error may quote.
    await boss.fail(queue, ids, {});
    throw error;
  }
  await boss.complete(queue, ids);
}
