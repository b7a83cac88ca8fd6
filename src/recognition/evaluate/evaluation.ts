import type { Evaluation, Measure, Measured } from '../../application/ports.ts';
import { LABELS } from '../../domain/understanding.ts';
import type { Judged, Share } from './measures.ts';
import { calibrationError, confusion, coverageAt, macroF1, resampled, topShare } from './measures.ts';
import type { Scores } from './score.ts';

/** What is wanted of a measure on messages by hands that the models never saw. */
const AIMS: Partial<Record<Measure, Measured['aim']>> = {
  accuracy: { kind: 'at_least', value: 0.88 },
  macro_f1: { kind: 'at_least', value: 0.86 },
  top_2: { kind: 'at_least', value: 0.95 },
  calibration_error: { kind: 'at_most', value: 0.05 },
  coverage_95: { kind: 'at_least', value: 0.7 },
  coverage_98: { kind: 'at_least', value: 0.45 },
  compliance_recall: { kind: 'at_least', value: 0.93 },
  compliance_alarms: { kind: 'at_most', value: 0.08 },
  error_recall: { kind: 'at_least', value: 0.8 },
  error_alarms: { kind: 'at_most', value: 0.08 },
  violation_recall: { kind: 'at_least', value: 0.85 },
  violation_precision: { kind: 'at_least', value: 0.8 },
  urgency_recall: { kind: 'at_least', value: 0.85 },
  urgency_precision: { kind: 'at_least', value: 0.6 },
  masked_numbers: { kind: 'at_least', value: 0.99 },
  masked_words: { kind: 'at_least', value: 0.95 },
  masked_wrongly: { kind: 'at_most', value: 0.02 },
};

/** How labels were guessed, for any set of labels; without aims, which belong to this project's own messages. */
export function evaluationOf(judged: readonly Judged[], labels: readonly string[]): Evaluation {
  return {
    measured: labelMeasures(judged).map((measured) => ({ ...measured, aim: null })),
    confusion: { labels, rows: confusion(judged, labels) },
  };
}

/** Everything that was scored, beside its aim. */
export function evaluationOfScores(scores: Scores): Evaluation {
  const { japanese, english, complianceOffered, hiddenErrors, violations, urgency } = scores;
  const { severity, masking, everydayHidden, hiddenWrongly } = scores;
  const measured = [
    ...labelMeasures(japanese),
    of('english_accuracy', topShare(english, 1)),
    of('compliance_recall', complianceOffered.recall),
    of('compliance_alarms', complianceOffered.falseAlarms),
    of('error_recall', hiddenErrors.recall),
    of('error_alarms', hiddenErrors.falseAlarms),
    of('violation_recall', violations.recall),
    of('violation_precision', violations.precision),
    of('urgency_recall', urgency.recall),
    of('urgency_precision', urgency.precision),
    of('cue_recall', severity.cues.recall),
    of('cue_precision', severity.cues.precision),
    of('incident_subtype', severity.subtypes),
    of('people_read', severity.people),
    of('money_read', severity.money),
    of('masked_numbers', masking.numbers),
    of('masked_words', masking.words),
    of('masked_wrongly', hiddenWrongly),
    of('masked_lookalikes', masking.falsePositives),
    of('masked_everyday', everydayHidden),
  ];
  return {
    measured: measured.map((one) => ({ ...one, aim: AIMS[one.measure] ?? null })),
    confusion: { labels: LABELS, rows: confusion(japanese, LABELS) },
  };
}

function labelMeasures(judged: readonly Judged[]): Omit<Measured, 'aim'>[] {
  const drawn = (measure: Measure, value: (judged: readonly Judged[]) => number) => ({
    measure,
    value: value(judged),
    ...resampled(judged, value),
    of: judged.length,
  });
  return [
    of('accuracy', topShare(judged, 1)),
    drawn('macro_f1', macroF1),
    of('top_2', topShare(judged, 2)),
    of('top_3', topShare(judged, 3)),
    drawn('calibration_error', calibrationError),
    of('coverage_95', coverageAt(judged, 0.95)),
    of('coverage_98', coverageAt(judged, 0.98)),
  ];
}

function of(measure: Measure, { value, from, until, of: count }: Share): Omit<Measured, 'aim'> {
  return { measure, value, from, until, of: count };
}
