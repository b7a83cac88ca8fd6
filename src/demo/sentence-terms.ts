import type { Recognizer, Term } from '../application/ports.ts';

const SENTENCE = /(?<=\n|\p{Sentence_Terminal})/u;
/** As many as the recogniser keeps of one report. */
const MOST = 32;
const REMEMBERED = 50_000;

/**
 * The terms of a text from those of its sentences: reports share many, and taking one apart is what costs time. The
 * same as those of the whole text, because no word reaches beyond its sentence.
 */
export function sentenceTerms({ terms }: Pick<Recognizer, 'terms'>): (text: string) => Term[] {
  const known = new Map<string, Term[]>();
  const ofSentence = (sentence: string): Term[] => {
    const before = known.get(sentence);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const found = terms(sentence);
    known.set(sentence, found);
    return found;
  };
  return (text) => {
    const byText = new Map(
      text
        .split(SENTENCE)
        .flatMap(ofSentence)
        .map((term) => [term.text, term]),
    );
    return [...byText.values()]
      .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
      .slice(0, MOST);
  };
}
