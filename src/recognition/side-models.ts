import type { Label } from '../domain/understanding.ts';
import type { Document } from './features.ts';
import { mixedFeatures, sentencesOf } from './features.ts';
import type { FeatureIndices, KnownFeatures } from './known-features.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { softmax, softmaxScores } from './softmax-regression.ts';

/** What is read from a message besides its label. */
export const SIDE_QUESTIONS = [
  'voiceKind',
  'incidentSubtype',
  'urgent',
  'clerical_error',
  'violation',
] as const;
export type SideQuestion = (typeof SIDE_QUESTIONS)[number];

export interface SideModel {
  /** The answers it chooses from, in the order of its classes. */
  answers: readonly string[];
  softmax: SoftmaxModel;
}

export type SideModels = Readonly<Record<SideQuestion, SideModel>>;

/** What side questions are answered by. */
export interface SideReader {
  known: KnownFeatures;
  sides: SideModels;
}

/** A message under one label, and what the side models see of it then. */
export interface SideDocument {
  document: Document;
  label: Label;
  features: FeatureIndices;
}

export interface SideAnswer {
  answer: string;
  probability: number;
}

/** Labels under which a fact counts as newly told: not retold, not averted, not a rule being explained. */
export const TELLS_FACTS: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance']);
export const YES = 'yes';

/** What a message says, and what it was taken for: the same words mean more in a report than in a question. */
export function sideFeatureNames(document: Document, label: Label): string[] {
  return [...mixedFeatures(document), `s:label:${label}`];
}

/** What the side models see of a message under a label. */
export function sideFeatures(known: KnownFeatures, document: Document, label: Label): FeatureIndices {
  return known.find(sideFeatureNames(document, label));
}

/** The likeliest answer to a side question; null when the model was taught none. */
export function likeliestAnswer(
  { answers, softmax: model }: SideModel,
  features: FeatureIndices,
): SideAnswer | null {
  const probabilities = softmax(softmaxScores(model, features));
  const probability = Math.max(...probabilities);
  const answer = answers[probabilities.indexOf(probability)];
  return answer === undefined ? null : { answer, probability };
}

/**
 * How likely an error of ours is told in a message. Often one sentence of many tells it in passing, so that the
 * likeliest one counts as much as all of them together.
 */
export function errorProbability({ known, sides }: SideReader, message: SideDocument): number {
  const of = (features: FeatureIndices) => yesProbability(sides.clerical_error, features);
  const whole = of(message.features);
  const sentences = sentencesOf(message.document);
  if (sentences.length < 2) return whole;
  const each = sentences.map((sentence) => of(sideFeatures(known, sentence, message.label)));
  return (whole + Math.max(...each)) / 2;
}

/** The probability that a yes-or-no question is answered with yes. */
export function yesProbability({ answers, softmax: model }: SideModel, features: FeatureIndices): number {
  return softmax(softmaxScores(model, features))[answers.indexOf(YES)] ?? 0;
}
