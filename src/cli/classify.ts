import type { Masker, Recognizer, UnderstandingContext } from '../application/ports.ts';
import type { Answer } from '../domain/answers.ts';
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
    const understood = recognizer.understand(masker.mask(text).text, context);
    const { label, confidence, decision, alternatives, voiceKind } = understood;
    const { suspicions, urgent, items, evidence } = understood;
    const prefill = Object.fromEntries(
      Object.entries(understood.prefill).map(([field, answer]) => [field, plain(answer)]),
    );
    const guess = { id, label, confidence, decision, alternatives, voiceKind };
    return { ...guess, suspicions, urgent, items, evidence, prefill };
  });
}

/** An answer as one value; a number of people that is a range stays one. */
function plain(answer: Answer): string | number | { from: number; to: number | null } {
  switch (answer.kind) {
    case 'unknown':
      return 'unknown';
    case 'text':
      return answer.text;
    case 'choice':
      return answer.choice;
    case 'date':
      return answer.time === undefined ? answer.date : `${answer.date}T${answer.time}`;
    case 'count':
      return answer.from === answer.to ? answer.from : { from: answer.from, to: answer.to };
    case 'unit':
      return answer.unit;
  }
}
