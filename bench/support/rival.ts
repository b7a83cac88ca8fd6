import { randomOf } from '../../src/demo/random.ts';
import { startWorker, type Worker } from './worker.ts';

export interface TrainingExample {
  text: string;
  label: string;
}

/** nlp.js after training on the examples. */
export async function trainedRival(examples: readonly TrainingExample[]): Promise<Worker> {
  const rival = await startWorker('nlp-js-worker.mjs');
  await rival.ask('train', shuffled(examples));
  return rival;
}

/** Its network learns in the order that it is given, and files hold one label after another. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = randomOf('order');
  return items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
