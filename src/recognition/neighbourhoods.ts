import { FeatureNames } from './feature-names.ts';
import type { Document } from './features.ts';
import { wordsOf } from './features.ts';

const LONGEST_SEQUENCE = 3;

/**
 * For each word of a document what is seen of it where it stands: itself, its neighbours, and the characters it is made
 * of, so that a word that was never met resembles those it shares some with.
 */
export function neighbourhoods(document: Document): FeatureNames[] {
  const words = wordsOf(document);
  const baseAt = (at: number) => words[at]?.base ?? (at < 0 ? '<s>' : '</s>');
  return words.map(({ surface, base }, at) => {
    const [before, after] = [baseAt(at - 1), baseAt(at + 1)];
    const names = FeatureNames.of([
      `w:${base}`,
      `as:${surface}`,
      `before:${before}`,
      `after:${after}`,
      `b:${before}_${base}`,
      // A pair of its own name: the same two words say another thing of the second one.
      `then:${base}_${after}`,
    ]);
    names.addSequences('c:', ['^', ...surface, '$'], 1, LONGEST_SEQUENCE);
    return names;
  });
}
