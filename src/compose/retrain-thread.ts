import { parentPort, workerData } from 'node:worker_threads';
import { retrain, type Retraining } from '../recognition/retrain.ts';

/** What runs in the thread: one job, one answer. */
parentPort?.postMessage(await retrain(workerData as Retraining));
