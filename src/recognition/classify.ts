import type { Decision, Guess, Label } from '../domain/understanding.ts';
import { labelProbabilities } from './label-model.ts';
import type { TrainedModel } from './model.ts';
import { preferRiskier } from './riskier-reading.ts';
import type { SeenDocument } from './seen-document.ts';
import type { Thresholds } from './thresholds.ts';

export interface Classification {
  label: Label;
  /** Calibrated, 0–1. */
  confidence: number;
  decision: Decision;
  /** Every label, best first. */
  alternatives: Guess[];
}

export function classify(model: TrainedModel, document: SeenDocument): Classification {
  const alternatives = preferRiskier(
    labelProbabilities(model, document),
    document.text,
    model.thresholds.assume,
  );
  const [best] = alternatives;
  if (best === undefined) throw new Error('A model knows at least one label');
  return { ...best, decision: decide(best.confidence, model.thresholds), alternatives };
}

/** One policy for asking: assume, offer the two best, or offer the short menu. */
function decide(confidence: number, { assume, choose }: Thresholds): Decision {
  if (confidence >= assume) return 'assume';
  return confidence >= choose ? 'choose' : 'menu';
}
