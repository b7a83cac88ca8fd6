import type { Suspicion, VoiceKind } from '../domain/understanding.ts';
import type { KnownFeatures } from './known-features.ts';
import type { SideModel, SideModels, SideQuestion } from './side-models.ts';
import { sideFeatureNames, TELLS_FACTS, YES } from './side-models.ts';
import { trainSoftmax } from './softmax-regression.ts';
import { optionsFor } from './train-labels.ts';
import type { Example, LabelledMessage } from './train.ts';

/** Side questions need fewer words than the label: those seen once are left out. */
const LEAST_DOCUMENTS = 2;
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

/** @param known learns the features of the examples too */
export function trainSideModels(training: readonly Example[], known: KnownFeatures): SideModels {
  const examples = training.map((message) => ({
    message,
    features: known.learn(sideFeatureNames(message.document, message.label)),
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

function holds(suspicions: readonly Suspicion[], suspicion: Suspicion): boolean {
  return suspicions.includes(suspicion);
}

function yesOrNo(yes: boolean): string {
  return yes ? YES : NO;
}
