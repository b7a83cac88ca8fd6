import { classify } from './classify.ts';
import { encodeModel, loadModel } from './model-file.ts';
import type { TrainedModel } from './model.ts';
import { see } from './seen-document.ts';
import { offersCompliance, sideView, suspicionsIn } from './suspect.ts';
import type { TaughtLabel } from './taught-model.ts';
import type { Example } from './example.ts';
import { train } from './train.ts';
import { readTrainingData } from './training-data.ts';

export interface Retraining {
  /** Folder of the data. */
  intents: string;
  /** File of the model in use. */
  present: string;
  lessons: readonly TaughtLabel[];
  /** Of the model that is to be made. */
  fingerprint: string;
}

/** How a model does on the development messages, which it was not trained on. */
export interface ModelScore {
  /** Messages whose label it names. */
  right: number;
  of: number;
  /** Compliance matters for which the private route is offered. */
  offered: number;
  compliance: number;
}

export interface Retrained {
  before: ModelScore;
  after: ModelScore;
  /** As it lies in a file. */
  model: Uint8Array<ArrayBuffer>;
}

/** Trains on the data and the lessons, and scores the result beside the model in use. Takes a minute of one core. */
export async function retrain({ intents, present, lessons, fingerprint }: Retraining): Promise<Retrained> {
  const [{ training, development, read }, before] = await Promise.all([
    readTrainingData(intents),
    loadModel(present),
  ]);
  const corrected = lessons.map(({ text, label }) => ({ document: read(text), label }));
  const after = train(training, development, fingerprint, corrected);
  return {
    before: scoreOn(development.labelled, before),
    after: scoreOn(development.labelled, after),
    model: encodeModel(after),
  };
}

/** Lessons never hold a compliance matter: what they teach must not make one be overlooked. */
export function isNotWorse(after: ModelScore, before: ModelScore): boolean {
  return after.right >= before.right && after.offered >= before.offered;
}

function scoreOn(examples: readonly Example[], model: TrainedModel): ModelScore {
  const scored = examples.map(({ document, label }) => {
    const seen = see(model.known, document);
    const guess = classify(model, seen);
    const suspicions = suspicionsIn(sideView(model, seen, guess.label));
    const offered = offersCompliance(guess.alternatives, suspicions, model.thresholds.compliance);
    return { right: guess.label === label, compliance: label === 'compliance', offered };
  });
  const compliance = scored.filter((one) => one.compliance);
  return {
    right: scored.filter((one) => one.right).length,
    of: scored.length,
    offered: compliance.filter((one) => one.offered).length,
    compliance: compliance.length,
  };
}
