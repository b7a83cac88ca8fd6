import type { Lexicon } from '../lexicon.ts';
import type { Found } from './found.ts';
import { withoutOverlaps } from './found.ts';

/** Documents and forms named in the text, by the name the lexicon gives them; the most specific spelling wins. */
export function findDocumentNames(text: string, lexicon: Lexicon): Found<string>[] {
  const candidates = lexicon.documents.flatMap(([spelling, name]) => {
    const start = text.indexOf(spelling);
    return start < 0 ? [] : [{ value: name, start, end: start + spelling.length }];
  });
  return withoutOverlaps(candidates);
}
