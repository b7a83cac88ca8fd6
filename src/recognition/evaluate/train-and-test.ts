import { z } from 'zod';
import type { Evaluation } from '../../application/ports.ts';
import { readDocument } from '../features.ts';
import { labelProbabilities } from '../label-model.ts';
import { see } from '../seen-document.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Tokenize } from '../tokenize.ts';
import { trainLabels } from '../train-labels.ts';
import { readLines } from '../utterances.ts';
import { evaluationOf } from './evaluation.ts';

const labelledLine = z.object({ text: z.string(), label: z.string().min(1) });

export interface TrainAndTest {
  /** Files of labelled messages, `{"text","label"}` on each line. */
  train: string;
  test: string;
}

/**
 * Trains the program's own recipe on one file of any labels and scores it on another. Throws `UnreadableLine`, and
 * what reading a file throws.
 */
export async function trainAndTest(
  { train, test }: TrainAndTest,
  { tokenize, lexicon }: { tokenize: Tokenize; lexicon: Lexicon },
): Promise<Evaluation> {
  const [training, testing] = await Promise.all([train, test].map((file) => readLines(file, labelledLine)));
  const read = (lines: typeof training = []) =>
    lines.map(({ text, label }) => ({ document: readDocument(text, tokenize, lexicon), label }));
  const examples = read(training);
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const model = trainLabels(examples, labels);
  const judged = read(testing).map(({ document, label }) => ({
    right: label,
    guesses: labelProbabilities(model, see(model.known, document)),
  }));
  return evaluationOf(judged, labels);
}
