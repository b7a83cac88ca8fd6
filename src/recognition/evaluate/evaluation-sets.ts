import { join } from 'node:path';
import { z } from 'zod';
import type { Utterance } from '../utterances.ts';
import { readFlagged, readLines, readUtterances } from '../utterances.ts';

const maskingLine = z.strictObject({
  text: z.string().min(1),
  /** What must be hidden: the words, and which occurrence of them in the text, from 1. */
  personal: z.array(
    z.strictObject({ kind: z.string(), words: z.string().min(1), nth: z.number().int().min(1) }),
  ),
  hand: z.string(),
});

export type MaskingCase = z.infer<typeof maskingLine>;

/** Messages by hands that wrote nothing else; scored, never chosen by. */
export interface EvaluationSets {
  labelled: readonly Utterance[];
  /** Voices with and without an error of ours told in passing. */
  errors: readonly Utterance[];
  violations: readonly Utterance[];
  urgency: readonly Utterance[];
  masking: readonly MaskingCase[];
}

/** Reads `masking.jsonl` of a folder of evaluation or development data. */
export function readMaskingCases(folder: string): Promise<MaskingCase[]> {
  return readLines(join(folder, 'masking.jsonl'), maskingLine);
}

/** Reads `intents/evaluation`. Throws an `Error` naming file and line when a line cannot be read. */
export async function readEvaluationSets(folder: string): Promise<EvaluationSets> {
  const flagged = (name: string) => readFlagged(join(folder, 'detectors', `${name}.jsonl`));
  const [labelled, errors, violations, urgency, masking] = await Promise.all([
    readUtterances(folder, ['en', 'ja']),
    flagged('errors'),
    flagged('violations'),
    flagged('urgency'),
    readMaskingCases(folder),
  ]);
  return { labelled, errors, violations, urgency, masking };
}
