import type { Masker, Recognizer, UnderstandingContext } from '../application/ports.ts';
import type { Phrase } from '../domain/phrase.ts';
import type { Io } from './io.ts';
import { eachJsonLine } from './json-lines.ts';

/** Masked first, like everything that is understood. */
export function classify(
  io: Io,
  say: (phrase: Phrase) => string,
  { recognizer, masker, context }: { recognizer: Recognizer; masker: Masker; context: UnderstandingContext },
): Promise<number> {
  return eachJsonLine(io, say, ({ id, text }) => {
    const {
      label,
      confidence,
      decision,
      alternatives,
      voiceKind,
      suspicions,
      urgent,
      items,
      evidence,
      prefill,
    } = recognizer.understand(masker.mask(text).text, context);
    return {
      id,
      label,
      confidence,
      decision,
      alternatives,
      voiceKind,
      suspicions,
      urgent,
      items,
      evidence,
      prefill,
    };
  });
}
