import type { Label } from '../domain/understanding.ts';
import { FeatureNames } from './feature-names.ts';
import { sentencesOf } from './features.ts';
import type { FeatureCounts, KnownFeatures } from './known-features.ts';
import { withFeatures } from './known-features.ts';
import type { LookUp, SeenDocument } from './seen-document.ts';
import { mixedFeatures } from './seen-document.ts';
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

/** What the side models see of a message under one label. */
export interface SideDocument {
  features: FeatureCounts;
  /** Of each of its sentences; empty when it is a single one. */
  sentences: readonly FeatureCounts[];
}

export interface SideAnswer {
  answer: string;
  probability: number;
}

/** Labels under which a fact counts as newly told: not retold, not averted, not a rule being explained. */
export const TELLS_FACTS: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance']);
export const YES = 'yes';

/** What a message says, and what it was taken for: the same words mean more in a report than in a question. */
export function sideFeatures(mixed: FeatureCounts, label: Label, lookUp: LookUp): FeatureCounts {
  return withFeatures(mixed, lookUp(FeatureNames.of([`s:label:${label}`])));
}

export function sideDocument(known: KnownFeatures, document: SeenDocument, label: Label): SideDocument {
  const find: LookUp = (names) => known.find(names);
  const sentences = sentencesOf(document);
  return {
    features: sideFeatures(document.features.mixed, label, find),
    sentences:
      sentences.length > 1
        ? sentences.map((sentence) => sideFeatures(mixedFeatures(sentence, find), label, find))
        : [],
  };
}

/** The likeliest answer to a side question; null when the model was taught none. */
export function likeliestAnswer(
  { answers, softmax: model }: SideModel,
  features: FeatureCounts,
): SideAnswer | null {
  const probabilities = softmax(softmaxScores(model, features));
  const probability = Math.max(...probabilities);
  const answer = answers[probabilities.indexOf(probability)];
  return answer === undefined ? null : { answer, probability };
}

/**
 * How likely a message tells something. Often one sentence of many tells it in passing, so that the likeliest one
 * counts as much as all of them together.
 */
export function tellingProbability(model: SideModel, { features, sentences }: SideDocument): number {
  const whole = yesProbability(model, features);
  if (sentences.length === 0) return whole;
  return (whole + Math.max(...sentences.map((sentence) => yesProbability(model, sentence)))) / 2;
}

/** The probability that a yes-or-no question is answered with yes. */
export function yesProbability({ answers, softmax: model }: SideModel, features: FeatureCounts): number {
  return softmax(softmaxScores(model, features))[answers.indexOf(YES)] ?? 0;
}
