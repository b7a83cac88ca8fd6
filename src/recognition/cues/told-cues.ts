import type { Cue, Label } from '../../domain/understanding.ts';
import type { Document } from '../features.ts';
import { sentencesOf } from '../features.ts';
import type { CueRule } from './cue-rules.ts';
import { holdsAnywhere } from './patterns.ts';
import type { ReadSentence, Step } from './steps.ts';

/** What a message is taken for: what could go wrong is told of a risk, what went wrong of an incident. */
export interface TakenFor {
  label: Label;
  /** Null for what is said about a matter that is known already: the words alone then tell a fact. */
  subtype: string | null;
}

/** The facts that a message really tells and that severity goes by: not denied, not feared, not averted; each once. */
export function toldCues(document: Document, { label, subtype }: TakenFor): Cue[] {
  const { rules, patterns } = document.lexicon.cues;
  const sentences = sentencesOf(document).map(({ tokens }) => patterns.read(tokens));
  return rules
    .filter(({ of }) => of.has(label))
    .filter(
      (rule) => sentences.some((sentence) => isTold(sentence, rule)) || isOfItsKind(rule, subtype, sentences),
    )
    .filter(({ unlessSaid }) => !someHolds(unlessSaid, sentences))
    .map(({ cue }) => cue);
}

function isOfItsKind(rule: CueRule, subtype: string | null, sentences: readonly ReadSentence[]): boolean {
  if (subtype === null || !rule.kinds.has(subtype)) return false;
  return !someHolds(rule.unlessContained, sentences) && !someHolds(rule.unlessBeside, sentences);
}

function someHolds(pattern: Step | null, sentences: readonly ReadSentence[]): boolean {
  return pattern !== null && sentences.some((sentence) => holdsAnywhere(pattern, sentence));
}

function isTold(sentence: ReadSentence, { told, unlessAfter, unlessBeside }: CueRule): boolean {
  const stands = (end: number) => unlessAfter === null || unlessAfter.ends(sentence, end).length === 0;
  return (
    told.some((pattern) => holdsAnywhere(pattern, sentence, stands)) && !someHolds(unlessBeside, [sentence])
  );
}
