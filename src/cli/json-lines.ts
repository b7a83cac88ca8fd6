import type { Phrase } from '../domain/phrase.ts';
import { phrase } from '../domain/phrase.ts';
import { EXIT, type Io } from './io.ts';

export interface TextLine {
  id: string | number;
  text: string;
}

/**
 * Reads `{"id","text"}` lines and writes one JSON line for each. A line that is neither is named by its number on
 * standard error, and the rest is still done.
 */
export async function eachJsonLine(
  io: Io,
  say: (phrase: Phrase) => string,
  answer: (line: TextLine) => object,
): Promise<number> {
  let code: number = EXIT.ok;
  let number = 0;
  for await (const raw of io.lines()) {
    number++;
    if (raw.trim() === '') continue;
    const line = parse(raw);
    if (line) io.out(JSON.stringify(answer(line)));
    else {
      io.err(say(phrase('cli.bad_line', { line: number })));
      code = EXIT.failed;
    }
  }
  return code;
}

function parse(raw: string): TextLine | null {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null) return null;
    const { id, text } = value as Record<string, unknown>;
    const named = typeof id === 'string' || typeof id === 'number';
    return named && typeof text === 'string' ? { id, text } : null;
  } catch {
    return null;
  }
}
