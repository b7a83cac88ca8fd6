import type { Instant } from './business-time.ts';
import { answersQuestion, saidBy } from './know-how.ts';
import type { Report } from './report.ts';
import { likeness, type WeightedTerm } from './similarity.ts';

/** How something is done, asked by anybody and answered by nothing that they may see. */
export interface OpenQuestion {
  id: number;
  /** Masked, as it was asked first. */
  text: string;
  terms: readonly WeightedTerm[];
  /** Named as the one that decides, when it was asked last. */
  unit: string;
  /** How often it was asked, in these words or in some like them. */
  times: number;
  firstAt: Instant;
  lastAt: Instant;
}

/** From this likeness on two are one question: they are short, and what they have in common is half of both. */
const SAME = 0.5;

/** The one that has been asked before in such words, most alike first; null when it is new. */
export function askedBefore(
  terms: readonly WeightedTerm[],
  questions: readonly OpenQuestion[],
): OpenQuestion | null {
  const [best] = questions
    .map((question) => ({ question, score: likeness(terms, question.terms) }))
    .filter(({ score }) => score >= SAME)
    .sort((a, b) => b.score - a.score || a.question.id - b.question.id);
  return best?.question ?? null;
}

/** Whether something is known now that was not, or not in these words: colleagues who ask are shown it from now on. */
export function isNewlyPublished(before: Report, after: Report): boolean {
  return after.type === 'knowledge' && after.state !== before.state && saidBy(after) !== null;
}

/** Those that find what has these terms, when they are asked again. */
export function answeredBy(
  terms: readonly WeightedTerm[],
  questions: readonly OpenQuestion[],
): OpenQuestion[] {
  return questions.filter((question) => answersQuestion(question.terms, terms));
}
