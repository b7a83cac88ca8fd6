import { readFileSync } from 'node:fs';
import type { SlackSettings } from '../config.ts';

/**
 * The bot token at this moment. Out of a file it is read for each use, so that whoever replaces it need not start the
 * program again; while the file is away or empty, the token read last goes on.
 * @throws when the file cannot be read the first time
 */
export function botTokenOf(token: SlackSettings['botToken']): () => string {
  if (typeof token === 'string') return () => token;
  let last = readFileSync(token.file, 'utf8').trim();
  return () => {
    last = readAgain(token.file) || last;
    return last;
  };
}

function readAgain(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
