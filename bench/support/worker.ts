import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A process of its own that is asked for one piece of work after another. */
export interface Worker {
  /** Rejects when the process ends instead of answering. */
  ask<Answer>(work: string, input: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** What one text took, in milliseconds: by the clock, and of processor time, all threads together. */
export interface Time {
  ms: number;
  cpuMs: number;
}

/** Resolves when the worker has loaded what it needs. */
export async function startWorker(file: string): Promise<Worker> {
  const child = fork(path.join(import.meta.dirname, file), [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const answer = async (): Promise<unknown> => {
    const [first] = await Promise.race([
      once(child, 'message') as Promise<[{ answer: unknown }]>,
      ended.then((): never => {
        throw new Error(`${file} has ended`);
      }),
    ]);
    return first.answer;
  };
  await answer();
  return {
    ask: async <Answer>(work: string, input: unknown) => {
      child.send({ work, input });
      return (await answer()) as Answer;
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
