import type { Suspicion, VoiceKind } from '../domain/understanding.ts';
import type { SoftmaxModel, SoftmaxOptions } from './softmax-regression.ts';
import { softmax, softmaxScores, trainSoftmax } from './softmax-regression.ts';
import type { LabelledMessage } from './train.ts';

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

export interface SideAnswer {
  answer: string;
  probability: number;
}

const YES = 'yes';
const NO = 'no';

/** What an utterance teaches each model; null when it is no example of its question. */
const LESSONS: Readonly<Record<SideQuestion, (message: LabelledMessage) => string | null>> = {
  voiceKind: ({ voiceKind }): VoiceKind | null => voiceKind,
  incidentSubtype: ({ label, subtype }) => (label === 'incident' ? subtype : null),
  urgent: ({ label, urgent }) => (isTold(label) || label === 'risk' ? yesOrNo(urgent) : null),
  clerical_error: ({ label, suspicions }) =>
    isTold(label) ? yesOrNo(holds(suspicions, 'clerical_error')) : null,
  violation: ({ suspicions }) => yesOrNo(holds(suspicions, 'violation')),
};

export function trainSideModels(
  training: readonly { message: LabelledMessage; features: readonly string[] }[],
  options: SoftmaxOptions,
): SideModels {
  const train = (question: SideQuestion): SideModel => {
    const lessons = training.flatMap(({ message, features }) => {
      const answer = LESSONS[question](message);
      return answer === null ? [] : [{ features, answer }];
    });
    const answers = [...new Set(lessons.map((lesson) => lesson.answer))].sort();
    const documents = lessons.map((lesson) => lesson.features);
    const right = lessons.map((lesson) => answers.indexOf(lesson.answer));
    return { answers, softmax: trainSoftmax(documents, right, answers.length, options) };
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
  features: readonly string[],
): SideAnswer | null {
  const probabilities = softmax(softmaxScores(model, features));
  const probability = Math.max(...probabilities);
  const answer = answers[probabilities.indexOf(probability)];
  return answer === undefined ? null : { answer, probability };
}

/** The probability that a yes-or-no question is answered with yes. */
export function yesProbability({ answers, softmax: model }: SideModel, features: readonly string[]): number {
  return softmax(softmaxScores(model, features))[answers.indexOf(YES)] ?? 0;
}

function isTold(label: LabelledMessage['label']): boolean {
  return label === 'incident' || label === 'customer_voice' || label === 'compliance';
}

function holds(suspicions: readonly Suspicion[], suspicion: Suspicion): boolean {
  return suspicions.includes(suspicion);
}

function yesOrNo(yes: boolean): string {
  return yes ? YES : NO;
}
