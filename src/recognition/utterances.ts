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
/** Where messages of all labels stand together, each says its own. */
const flaggedLine = utteranceLine.extend({ label: z.enum(LABELS) });

/** One labelled message below intents/. */
export type Utterance = z.infer<typeof utteranceLine> & { label: Label; language: string };

/**
 * Every utterance in `folder/<language>/<label>.jsonl`, in a stable order; of all languages there are when none is
 * named. Throws an `Error` naming file and line when a line cannot be read.
 */
export async function readUtterances(folder: string, languages?: readonly string[]): Promise<Utterance[]> {
  const files = (languages ?? (await foldersIn(folder))).flatMap((language) =>
    LABELS.map((label) => ({ language, label })),
  );
  const read = await Promise.all(
    files.map(async ({ language, label }) => {
      const lines = await readLines(join(folder, language, `${label}.jsonl`), utteranceLine);
      return lines.map((line) => ({ ...line, label, language }));
    }),
  );
  return read.flat();
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Messages of all labels in one file, written for what they hold besides their label. Throws like `readUtterances`. */
export async function readFlagged(path: string): Promise<Utterance[]> {
  return (await readLines(path, flaggedLine)).map((line) => ({ ...line, language: 'ja' }));
}

/** JSON lines of one shape; blank lines do not count. Throws an `Error` naming file and line. */
export async function readLines<Line>(path: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readLine(line, schema, path, index + 1)],
  );
}

/** A line of a file of messages that is not what it should be. Never holds the line itself. */
export class UnreadableLine extends Error {
  readonly file: string;
  readonly line: number;

  constructor(path: string, line: number, cause: unknown) {
    super(`Cannot read line ${line} of ${basename(path)}`, { cause });
    this.file = basename(path);
    this.line = line;
  }
}

function readLine<Line>(line: string, schema: z.ZodType<Line>, path: string, number: number): Line {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new UnreadableLine(path, number, cause);
  }
}
