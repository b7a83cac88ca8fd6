import type { Masker } from '../application/ports.ts';
import type { Phrase } from '../domain/phrase.ts';
import type { Io } from './io.ts';
import { eachJsonLine } from './json-lines.ts';

/** Offsets are those of the text as given, in UTF-16 units, the end not included. */
export function mask(io: Io, say: (phrase: Phrase) => string, masker: Masker): Promise<number> {
  return eachJsonLine(io, say, ({ id, text }) => {
    const { text: masked, found } = masker.mask(text);
    return { id, masked, found: found.map(({ kind, start, end }) => ({ type: kind, start, end })) };
  });
}
