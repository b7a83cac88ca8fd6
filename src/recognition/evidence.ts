import type { Label } from '../domain/understanding.ts';
import { LABELS } from '../domain/understanding.ts';
import { findClericalErrors } from './detect/clerical-error.ts';
import type { Finding } from './detect/rule.ts';
import { findViolations } from './detect/violation.ts';
import type { Document } from './features.ts';
import type { TrainedModel } from './model.ts';
import { originalWords } from './normalize.ts';
import { featureWeight } from './softmax-regression.ts';
import type { Token } from './tokenize.ts';

const MOST = 3;
const LONGEST_PHRASE = 6;
const SHORTEST_WORDS = 2;

interface Phrase {
  start: number;
  end: number;
  score: number;
}

/** The words that decided for a label, best first: what a detector found, then the phrases the model leans on. */
export function decidingWords(model: TrainedModel, document: Document, label: Label): string[] {
  const spans = [...detected(document.text, label), ...decidingPhrases(model, document, label)];
  const kept: { start: number; end: number }[] = [];
  for (const span of spans) {
    if (kept.length === MOST) break;
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  }
  return kept.map(({ start, end }) => originalWords(document, start, end)).filter((words) => words !== '');
}

function detected(text: string, label: Label): Finding[] {
  if (label === 'incident') return findClericalErrors(text).slice(0, 1);
  return label === 'compliance' ? findViolations(text).slice(0, 1) : [];
}

/** Stretches of neighbouring words whose weights for the label add up to the most, without overlaps. */
function decidingPhrases(model: TrainedModel, document: Document, label: Label): Phrase[] {
  const { tokens } = document;
  const gains = tokens.map((token, index) => gainOf(model, token, tokens[index + 1], LABELS.indexOf(label)));
  const phrases = tokens.flatMap((_, from) => phraseFrom(tokens, gains, from) ?? []);
  return phrases.filter((phrase) => phrase.score > 0).sort((a, b) => b.score - a.score);
}

function gainOf(model: TrainedModel, token: Token, next: Token | undefined, label: number): number {
  const word = featureWeight(model.words, `w:${token.surface}`, label);
  const pair =
    next === undefined ? 0 : featureWeight(model.words, `b:${token.surface}_${next.surface}`, label);
  return word + pair / 2;
}

function phraseFrom(tokens: readonly Token[], gains: readonly number[], from: number): Phrase | null {
  const first = tokens[from];
  if (first === undefined || !opensPhrase(first)) return null;
  let best: Phrase | null = null;
  let score = 0;
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_PHRASE); at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.pos === '記号')) break;
    score += gains[at] ?? 0;
    const end = token.start + token.surface.length;
    if (end - first.start >= SHORTEST_WORDS && token.pos !== '助詞' && score > (best?.score ?? 0)) {
      best = { start: first.start, end, score };
    }
  }
  return best;
}

function opensPhrase(token: Token): boolean {
  return (
    token.pos !== '助詞' && token.pos !== '助動詞' && token.pos !== '記号' && token.surface.trim() !== ''
  );
}
