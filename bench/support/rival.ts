import { randomOf } from '../../src/demo/random.ts';
import { startWorker, type Worker } from './worker.ts';

export interface TrainingExample {
  text: string;
  label: string;
}

/** nlp.js after training on the examples, and how long that took. */
export async function trainedRival(
  examples: readonly TrainingExample[],
): Promise<{ rival: Worker; seconds: number }> {
  const rival = await startWorker('nlp-js-worker.mjs');
  const ms = await rival.ask<number>('train', shuffled(examples));
  return { rival, seconds: ms / 1000 };
}

/** Its network learns in the order that it is given, and files hold one label after another. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = randomOf('order');
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
