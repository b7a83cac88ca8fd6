import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Label } from '../domain/understanding.ts';
import { LABELS, VOICE_KINDS } from '../domain/understanding.ts';

const utteranceLine = z.strictObject({
  text: z.string().min(1),
  /** The kind of a voice. */
  kind: z.enum(VOICE_KINDS).optional(),
  subtype: z.string().optional(),
  suspicions: z.array(z.enum(['clerical_error', 'violation'])).optional(),
  urgent: z.boolean().optional(),
  /** How many separate matters it holds; one when absent. */
  items: z.number().int().min(1).optional(),
  /** Who wrote it, so that evaluation can be kept to other hands. */
  hand: z.string(),
  register: z.string(),
});

/** One labelled message of intents/utterances or intents/development. */
export type Utterance = z.infer<typeof utteranceLine> & { label: Label; language: string };

/**
 * Every utterance below `folder/<language>/<label>.jsonl`, in a stable order.
 * Throws an `Error` naming file and line when a line cannot be read.
 */
export async function readUtterances(folder: string): Promise<Utterance[]> {
  const languages = (await readdir(folder)).sort();
  const files = languages.flatMap((language) => LABELS.map((label) => ({ language, label })));
  const read = await Promise.all(
    files.map(async ({ language, label }) => {
      const path = join(folder, language, `${label}.jsonl`);
      const lines = (await readFile(path, 'utf8')).split('\n');
      return lines.flatMap((line, index) =>
        line.trim() === '' ? [] : [{ ...readLine(line, path, index + 1), label, language }],
      );
    }),
  );
  return read.flat();
}

function readLine(line: string, path: string, number: number): z.infer<typeof utteranceLine> {
  try {
    return utteranceLine.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Cannot read line ${number} of ${basename(path)}`, { cause });
  }
}
