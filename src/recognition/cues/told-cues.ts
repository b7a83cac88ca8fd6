import type { Cue, Label } from '../../domain/understanding.ts';
import type { Document } from '../features.ts';
import { sentencesOf } from '../features.ts';
import { baseText } from './base-text.ts';
import type { CueRule, ToldBy } from './cue-rules.ts';
import { plainText } from './pattern.ts';

/** What a message is taken for: what could go wrong is told of a risk, what went wrong of an incident. */
export interface TakenFor {
  label: Label;
  /** Null for what is said about a matter that is known already: the words alone then tell a fact. */
  subtype: string | null;
}

interface Sentence {
  base: string;
  plain: string;
}

/** The facts that a message really tells and that severity goes by: not denied, not feared, not averted; each once. */
export function toldCues(document: Document, { label, subtype }: TakenFor): Cue[] {
  const sentences = sentencesOf(document).map(({ tokens }): Sentence => {
    const base = baseText(tokens);
    return { base, plain: plainText(base) };
  });
  return document.lexicon.cues
    .filter(({ of }) => of.has(label))
    .filter(
      (rule) => sentences.some((sentence) => isTold(sentence, rule)) || isOfItsKind(rule, subtype, sentences),
    )
    .filter(({ unlessSaid }) => !someHolds(unlessSaid, sentences))
    .map(({ cue }) => cue);
}

function isOfItsKind(rule: CueRule, subtype: string | null, sentences: readonly Sentence[]): boolean {
  if (subtype === null || !rule.kinds.has(subtype)) return false;
  return !someHolds(rule.unlessContained, sentences) && !someHolds(rule.unlessBeside, sentences);
}

function someHolds(pattern: RegExp | null, sentences: readonly Sentence[]): boolean {
  return pattern !== null && sentences.some(({ base }) => pattern.test(base));
}

function isTold(sentence: Sentence, { told, unlessAfter, unlessBeside }: CueRule): boolean {
  return told.some((by) => holds(sentence, by, unlessAfter)) && unlessBeside?.test(sentence.base) !== true;
}

function holds({ base, plain }: Sentence, { needles, pattern }: ToldBy, unlessAfter: RegExp | null): boolean {
  if (!needles.every((words) => words.some((word) => plain.includes(word)))) return false;
  for (const match of base.matchAll(pattern)) {
    if (unlessAfter === null) return true;
    unlessAfter.lastIndex = match.index + match[0].length;
    if (!unlessAfter.test(base)) return true;
  }
  return false;
}
