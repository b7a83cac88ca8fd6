import type { Label, Suspicion } from '../domain/understanding.ts';
import { LABELS } from '../domain/understanding.ts';
import { findClericalErrors } from './detect/clerical-error.ts';
import { findViolations } from './detect/violation.ts';
import type { Document } from './features.ts';
import type { TrainedModel } from './model.ts';
import { originalWords } from './normalize.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { featureWeight } from './softmax-regression.ts';
import type { Token } from './tokenize.ts';
import { overlap } from './span.ts';

const MOST = 3;
const LONGEST_PHRASE = 6;
const SHORTEST_WORDS = 2;

interface Span {
  start: number;
  end: number;
}

interface Phrase extends Span {
  score: number;
}

/**
 * The words that decided, best first: of what a message is suspected to hold besides its label, then for the label
 * what a detector found, then the phrases the model leans on.
 */
export function decidingWords(
  model: TrainedModel,
  document: Document,
  label: Label,
  suspicions: readonly Suspicion[],
): string[] {
  const spans = [
    ...suspicions.flatMap((suspicion) => suspiciousWords(model, document, suspicion)),
    ...decidingPhrases(
      document,
      (token) => token.surface,
      weigher(model, model.words, LABELS.indexOf(label)),
    ),
  ];
  const kept: Span[] = [];
  for (const span of spans) {
    if (kept.length === MOST) break;
    if (!kept.some((other) => overlap(span, other))) kept.push(span);
  }
  return kept
    .map((span) => wholeWords(document, span))
    .map(({ start, end }) => originalWords(document, start, end))
    .filter((words) => words !== '');
}

/** A rule may end within a word, or before its ending: people are shown 「押しました」, not 「押しまし」. */
function wholeWords({ tokens }: Document, span: Span): Span {
  const touches = (token: Token) => token.start < span.end && span.start < endOf(token);
  const first = tokens.find(touches);
  let last = tokens.findLastIndex(touches);
  while (last >= 0 && tokens[last + 1]?.pos === '助動詞') last++;
  const lastToken = tokens[last];
  return {
    start: Math.min(span.start, first?.start ?? span.start),
    end: Math.max(span.end, lastToken ? endOf(lastToken) : span.end),
  };
}

function endOf(token: Token): number {
  return token.start + token.surface.length;
}

/** What a rule found, or else the phrase that the side model leans on most. */
function suspiciousWords(model: TrainedModel, document: Document, suspicion: Suspicion): Span[] {
  const { text } = document;
  const found = suspicion === 'violation' ? findViolations(text) : findClericalErrors(text);
  if (found.length > 0) return found.slice(0, 1);
  const side = model.sides[suspicion];
  const weigh = weigher(model, side.softmax, side.answers.indexOf('yes'));
  return decidingPhrases(document, (token) => token.base, weigh).slice(0, 1);
}

/** What the feature whose name the parts make adds to an answer. */
type Weigh = (...parts: readonly string[]) => number;

function weigher({ known }: TrainedModel, model: SoftmaxModel, answer: number): Weigh {
  return (...parts) => {
    const index = known.vocabulary.find(...parts);
    return index === undefined ? 0 : featureWeight(model, index, answer);
  };
}

/** Stretches of neighbouring words whose weights for the class add up to the most. */
function decidingPhrases({ tokens }: Document, spelling: (token: Token) => string, weigh: Weigh): Phrase[] {
  const gains = tokens.map((token, index) => {
    const next = tokens[index + 1];
    const pair = next === undefined ? 0 : weigh('b:', spelling(token), '_', spelling(next));
    return weigh('w:', spelling(token)) + pair / 2;
  });
  const phrases = tokens.flatMap((_, from) => phraseFrom(tokens, gains, from) ?? []);
  return phrases.filter((phrase) => phrase.score > 0).sort((a, b) => b.score - a.score);
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
