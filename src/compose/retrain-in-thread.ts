import { Worker } from 'node:worker_threads';
import { retrain, type Retrained, type Retraining } from '../recognition/retrain.ts';
import { BUILT } from './prepared-folders.ts';

/** Trains in a thread of its own: whoever asks for it can be interrupted, and goes on with other work meanwhile. */
export function retrainInThread(job: Retraining): Promise<Retrained> {
  // A thread is started by node alone, which reads no TypeScript.
  if (!BUILT) return retrain(job);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('retrain-thread.js', import.meta.url), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', (cause) => reject(new Error('Training has failed', { cause })));
    worker.once('exit', (code) => reject(new Error(`Training ended without a model: ${code}`)));
  });
}
