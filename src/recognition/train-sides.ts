import type { Suspicion, VoiceKind } from '../domain/understanding.ts';
import type { Document } from './features.ts';
import { sentencesOf } from './features.ts';
import type { FeatureCounts, KnownFeatures } from './known-features.ts';
import type { LookUp } from './seen-document.ts';
import { mixedFeatures } from './seen-document.ts';
import type { SideModel, SideModels, SideQuestion } from './side-models.ts';
import { sideFeatures, YES, yesProbability } from './side-models.ts';
import { trainSoftmax } from './softmax-regression.ts';
import { optionsFor } from './train-labels.ts';
import type { Example, LabelledMessage } from './example.ts';

/** Side questions need fewer words than the label: those seen once are left out. */
const LEAST_DOCUMENTS = 2;
const NO = 'no';

/** What an utterance teaches each model; null when it is no example of its question. */
const LESSONS: Readonly<Record<SideQuestion, (message: LabelledMessage) => string | null>> = {
  voiceKind: ({ voiceKind }): VoiceKind | null => voiceKind,
  incidentSubtype: ({ label, subtype }) => (label === 'incident' ? subtype : null),
  urgent: ({ urgent }) => yesOrNo(urgent),
  // Reports of incidents name their errors; told in a voice, they sound otherwise.
  clerical_error: ({ label, suspicions }) =>
    label === 'customer_voice' ? yesOrNo(holds(suspicions, 'clerical_error')) : null,
  violation: ({ suspicions }) => yesOrNo(holds(suspicions, 'violation')),
};

/** What one sentence of many may tell in passing; the models that find it learn from sentences too. */
const TOLD_IN_PASSING: ReadonlySet<SideQuestion> = new Set(['urgent', 'clerical_error']);

interface Taught {
  message: LabelledMessage;
  features: FeatureCounts;
  /** Of each of its sentences; empty when it is a single one. */
  sentences: readonly FeatureCounts[];
}

interface Lesson {
  features: FeatureCounts;
  answer: string;
}

/** @param known learns the features of the examples too */
export function trainSideModels(training: readonly Example[], known: KnownFeatures): SideModels {
  const examples = training.map((message) => taughtBy(message, known));
  const train = (question: SideQuestion): SideModel => {
    const model = trainOn(lessonsFor(question, examples), known);
    if (!TOLD_IN_PASSING.has(question)) return model;
    return trainOn([...lessonsFor(question, examples), ...sentenceLessons(question, examples, model)], known);
  };
  return {
    voiceKind: train('voiceKind'),
    incidentSubtype: train('incidentSubtype'),
    urgent: train('urgent'),
    clerical_error: train('clerical_error'),
    violation: train('violation'),
  };
}

function taughtBy(message: Example, known: KnownFeatures): Taught {
  const lookUp: LookUp = (names) => known.learn(names);
  const learn = (part: Document) => sideFeatures(mixedFeatures(part, lookUp), message.label, lookUp);
  const sentences = sentencesOf(message.document);
  return {
    message,
    features: learn(message.document),
    sentences: sentences.length > 1 ? sentences.map(learn) : [],
  };
}

function lessonsFor(question: SideQuestion, examples: readonly Taught[]): Lesson[] {
  return examples.flatMap(({ message, features }) => {
    const answer = LESSONS[question](message);
    return answer === null ? [] : [{ features, answer }];
  });
}

/**
 * Nobody has said which sentence tells it: when the message does, the one that a first model finds likeliest, and when
 * it does not, none of them.
 */
function sentenceLessons(question: SideQuestion, examples: readonly Taught[], first: SideModel): Lesson[] {
  return examples.flatMap(({ message, sentences }) => {
    const answer = LESSONS[question](message);
    if (answer === null || sentences.length === 0) return [];
    if (answer === NO) return sentences.map((features) => ({ features, answer }));
    const probabilities = sentences.map((sentence) => yesProbability(first, sentence));
    const likeliest = sentences[probabilities.indexOf(Math.max(...probabilities))];
    return likeliest === undefined ? [] : [{ features: likeliest, answer }];
  });
}

function trainOn(lessons: readonly Lesson[], known: KnownFeatures): SideModel {
  const answers = [...new Set(lessons.map((lesson) => lesson.answer))].sort();
  const documents = lessons.map((lesson) => lesson.features);
  const right = lessons.map((lesson) => answers.indexOf(lesson.answer));
  const asked = { documents, answers: right, classes: answers.length, signals: known.signals };
  const options = { ...optionsFor(lessons.length), leastDocuments: LEAST_DOCUMENTS };
  return { answers, softmax: trainSoftmax(asked, options) };
}

function holds(suspicions: readonly Suspicion[], suspicion: Suspicion): boolean {
  return suspicions.includes(suspicion);
}

function yesOrNo(yes: boolean): string {
  return yes ? YES : NO;
}
