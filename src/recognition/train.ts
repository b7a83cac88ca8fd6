import type { Label } from '../domain/understanding.ts';
import { LABELS } from '../domain/understanding.ts';
import type { Example, TrainingData } from './example.ts';
import type { LabelModel } from './label-model.ts';
import { labelProbabilities } from './label-model.ts';
import type { TrainedModel } from './model.ts';
import { see } from './seen-document.ts';
import { fitDetectors, fitThresholds } from './thresholds.ts';
import type { DetectorJudged, Judged } from './thresholds.ts';
import { sideDocument, tellingProbability, yesProbability } from './side-models.ts';
import type { SideModels } from './side-models.ts';
import type { Labelled } from './train-labels.ts';
import { trainLabels } from './train-labels.ts';
import { trainSideModels } from './train-sides.ts';
import { urgentProbability } from './urgent.ts';

/**
 * Trains on `training`; takes the thresholds from `development`, which the models have not seen. Pure: the same
 * examples give the same model.
 * @param corrected messages of which nothing is known but their label
 */
export function train(
  training: TrainingData,
  development: TrainingData,
  fingerprint: string,
  corrected: readonly Labelled<Label>[] = [],
): TrainedModel {
  const labels = trainLabels([...training.labelled, ...corrected], LABELS);
  const sides = trainSideModels([...training.labelled, ...training.flagged], labels.known);
  const judged = development.labelled.map((example) => judge(labels, example));
  const detected = [...development.labelled, ...development.flagged].map((example) =>
    detect({ ...labels, sides }, example),
  );
  return {
    fingerprint,
    ...labels,
    sides,
    thresholds: { ...fitThresholds(judged), ...fitDetectors(detected) },
  };
}

function judge(model: LabelModel<Label>, { document, label }: Example): Judged {
  const probabilities = labelProbabilities(model, see(model.known, document));
  return {
    confidence: probabilities[0]?.confidence ?? 0,
    correct: probabilities[0]?.label === label,
    complianceProbability: probabilities.find((guess) => guess.label === 'compliance')?.confidence ?? 0,
    isCompliance: label === 'compliance',
  };
}

/** As it is detected in use: under the label that the message was taken for. */
function detect(model: LabelModel<Label> & { sides: SideModels }, example: Example): DetectorJudged {
  const { document, label, suspicions, urgent } = example;
  const seen = see(model.known, document);
  const taken = labelProbabilities(model, seen)[0]?.label ?? 'other';
  const { sides } = model;
  const view = sideDocument(model.known, seen, taken);
  return {
    label,
    clericalError: {
      there: suspicions.includes('clerical_error'),
      probability: tellingProbability(sides.clerical_error, view),
    },
    violation: {
      there: suspicions.includes('violation'),
      probability: yesProbability(sides.violation, view.features),
    },
    urgent: { there: urgent, probability: urgentProbability(sides, document.text, view) },
  };
}
