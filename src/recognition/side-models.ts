import type { Label, Suspicion, VoiceKind } from '../domain/understanding.ts';
import type { Document } from './features.ts';
import { mixedFeatures, sentencesOf } from './features.ts';
import type { FeatureIndices, KnownFeatures } from './known-features.ts';
import type { SoftmaxModel } from './softmax-regression.ts';
import { softmax, softmaxScores, trainSoftmax } from './softmax-regression.ts';
import type { Example, LabelledMessage } from './train.ts';
import { optionsFor } from './train-labels.ts';

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

export interface SideAnswer {
  answer: string;
  probability: number;
}

/** Side questions need fewer words than the label: those seen once are left out. */
const LEAST_DOCUMENTS = 2;
/** Labels under which a fact counts as newly told: not retold, not averted, not a rule being explained. */
export const TELLS_FACTS: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance']);
const YES = 'yes';
const NO = 'no';

/** What an utterance teaches each model; null when it is no example of its question. */
const LESSONS: Readonly<Record<SideQuestion, (message: LabelledMessage) => string | null>> = {
  voiceKind: ({ voiceKind }): VoiceKind | null => voiceKind,
  incidentSubtype: ({ label, subtype }) => (label === 'incident' ? subtype : null),
  urgent: ({ urgent }) => yesOrNo(urgent),
  clerical_error: ({ label, suspicions }) =>
    TELLS_FACTS.has(label) ? yesOrNo(holds(suspicions, 'clerical_error')) : null,
  violation: ({ suspicions }) => yesOrNo(holds(suspicions, 'violation')),
};

/** What a message says, and what it was taken for: the same words mean more in a report than in a question. */
function namesFor(document: Document, label: Label): string[] {
  return [...mixedFeatures(document), `s:label:${label}`];
}

/** What the side models see of a message under a label. */
export function sideFeatures(known: KnownFeatures, document: Document, label: Label): FeatureIndices {
  return known.find(namesFor(document, label));
}

/** @param known learns the features of the examples too */
export function trainSideModels(training: readonly Example[], known: KnownFeatures): SideModels {
  const examples = training.map((message) => ({
    message,
    features: known.learn(namesFor(message.document, message.label)),
  }));
  const train = (question: SideQuestion): SideModel => {
    const lessons = examples.flatMap(({ message, features }) => {
      const answer = LESSONS[question](message);
      return answer === null ? [] : [{ features, answer }];
    });
    const answers = [...new Set(lessons.map((lesson) => lesson.answer))].sort();
    const documents = lessons.map((lesson) => lesson.features);
    const right = lessons.map((lesson) => answers.indexOf(lesson.answer));
    const asked = { documents, answers: right, classes: answers.length, signals: known.signals };
    const options = { ...optionsFor(lessons.length), leastDocuments: LEAST_DOCUMENTS };
    return { answers, softmax: trainSoftmax(asked, options) };
  };
  return {
    voiceKind: train('voiceKind'),
    incidentSubtype: train('incidentSubtype'),
    urgent: train('urgent'),
    clerical_error: train('clerical_error'),
    violation: train('violation'),
  };
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
export function errorProbability({ known, sides }: SideReader, document: Document, label: Label): number {
  const of = (part: Document) => yesProbability(sides.clerical_error, sideFeatures(known, part, label));
  const sentences = sentencesOf(document);
  const whole = of(document);
  return sentences.length > 1 ? (whole + Math.max(...sentences.map(of))) / 2 : whole;
}

/** The probability that a yes-or-no question is answered with yes. */
export function yesProbability({ answers, softmax: model }: SideModel, features: FeatureIndices): number {
  return softmax(softmaxScores(model, features))[answers.indexOf(YES)] ?? 0;
}

function holds(suspicions: readonly Suspicion[], suspicion: Suspicion): boolean {
  return suspicions.includes(suspicion);
}

function yesOrNo(yes: boolean): string {
  return yes ? YES : NO;
}
