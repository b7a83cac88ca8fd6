/** What is measured of the recognition; every one is a share, 0–1. */
export type Measure =
  | 'accuracy'
  | 'macro_f1'
  | 'top_2'
  | 'top_3'
  | 'calibration_error'
  | 'coverage_95'
  | 'coverage_98'
  | 'english_accuracy'
  | 'compliance_recall'
  | 'compliance_alarms'
  | 'error_recall'
  | 'error_alarms'
  | 'violation_recall'
  | 'violation_precision'
  | 'urgency_recall'
  | 'urgency_precision'
  | 'cue_recall'
  | 'cue_precision'
  | 'incident_subtype'
  | 'people_read'
  | 'money_read'
  | 'masked_numbers'
  | 'masked_words'
  | 'masked_wrongly'
  | 'masked_lookalikes'
  | 'masked_everyday';

export interface Measured {
  measure: Measure;
  value: number;
  /** The 95 % interval. */
  from: number;
  until: number;
  /** How many examples it is measured on. */
  of: number;
  aim: { kind: 'at_least' | 'at_most'; value: number } | null;
}

export interface Evaluation {
  measured: readonly Measured[];
  /** How often a label (row) was taken for which (column). */
  confusion: { labels: readonly string[]; rows: readonly (readonly number[])[] };
}
