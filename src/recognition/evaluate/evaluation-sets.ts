import { join } from 'node:path';
import { z } from 'zod';
import { CUES, LABELS } from '../../domain/understanding.ts';
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

/** Where the nth occurrence of the words begins; -1 when there are not so many. */
export function placeOf(text: string, words: string, nth: number): number {
  let start = -1;
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return start;
}

const severityLine = z.strictObject({
  text: z.string().min(1),
  label: z.enum(LABELS),
  subtype: z.string().optional(),
  /** The facts that severity depends on and that the message really tells. */
  cues: z.array(z.enum(CUES)),
  /** How many customers are affected, and with how much money; null where the message does not say. */
  people: z.number().int().nullable(),
  yen: z.number().int().nullable(),
  hand: z.string(),
  register: z.string(),
});

export type SeverityCase = z.infer<typeof severityLine>;

/** Reads the messages of a file that severity is told in. Throws an `Error` naming file and line. */
export function readSeverityCases(path: string): Promise<SeverityCase[]> {
  return readLines(path, severityLine);
}

/** Messages by hands that wrote nothing else; scored, never chosen by. */
export interface EvaluationSets {
  labelled: readonly Utterance[];
  /** Voices with and without an error of ours told in passing. */
  errors: readonly Utterance[];
  violations: readonly Utterance[];
  urgency: readonly Utterance[];
  severity: readonly SeverityCase[];
  masking: readonly MaskingCase[];
}

/** Reads `masking.jsonl` of a folder of evaluation, development or training data. */
export function readMaskingCases(folder: string): Promise<MaskingCase[]> {
  return readLines(join(folder, 'masking.jsonl'), maskingLine);
}

/** Reads `intents/evaluation`. Throws an `Error` naming file and line when a line cannot be read. */
export async function readEvaluationSets(folder: string): Promise<EvaluationSets> {
  const detectors = (name: string) => join(folder, 'detectors', `${name}.jsonl`);
  const flagged = (name: string) => readFlagged(detectors(name));
  const [labelled, errors, violations, urgency, severity, masking] = await Promise.all([
    readUtterances(folder, ['en', 'ja']),
    flagged('errors'),
    flagged('violations'),
    flagged('urgency'),
    readSeverityCases(detectors('severity')),
    readMaskingCases(folder),
  ]);
  return { labelled, errors, violations, urgency, severity, masking };
}
