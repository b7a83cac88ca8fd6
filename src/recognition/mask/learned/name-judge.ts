import type { Span } from '../../span.ts';
import type { Dictionary } from '../../tokenize.ts';
import { judgeClues } from './judge-clues.ts';
import { asNamed, isCalled } from './named.ts';
import { likelihood } from './train-judge.ts';

/** ファム・ヴァン・ドゥック, Maria Teresa Solano: a name by its form. */
const IN_PARTS = /[ァ-ヶーA-Za-z][ ・][ァ-ヶーA-Za-z]/u;
/** How likely a name has to be by the chain alone, where it is called さん or 様 or has such a form. */
const LIKELY = 0.7;
/**
 * How much the chain of tags weighs beside the judge, in log-odds, and how far it has to outweigh it: chosen by hands that
 * neither of them had learned from.
 */
const WEIGHT = 0.75;
const MARGIN = 1.5;

/** Whether what the chain takes for a name is one, when the message as a whole is asked as well. */
export type NameJudge = (text: string) => (span: Span, peak: number) => boolean;

/** @param margin how far the chain has to outweigh the judge, in log-odds */
export function createNameJudge(weights: Float32Array, { tokenize }: Dictionary, margin = MARGIN): NameJudge {
  return (text) => {
    let tokens: ReturnType<typeof tokenize> | null = null;
    return (span, peak) => {
      const name = text.slice(span.start, span.end);
      if (isCalled(text, span.end) || IN_PARTS.test(name)) return peak >= LIKELY;
      tokens ??= tokenize(text);
      const readable = likelihood(weights, judgeClues(text, asNamed(span), tokens));
      return logOdds(readable) < WEIGHT * logOdds(peak) - margin;
    };
  };
}

/** A chain is surer than it may be: what lies beyond is no more certain. */
const SUREST = 0.99;

function logOdds(likely: number): number {
  const held = Math.min(SUREST, Math.max(1 - SUREST, likely));
  return Math.log(held / (1 - held));
}
