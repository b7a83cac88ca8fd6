import type { Label } from '../domain/understanding.ts';
import type { LabelModel } from './label-model.ts';
import type { SideModels } from './side-models.ts';
import type { Thresholds } from './thresholds.ts';

/** Everything that training finds out. */
export interface TrainedModel extends LabelModel<Label> {
  /** Of the training data and the recipe. */
  fingerprint: string;
  sides: SideModels;
  thresholds: Thresholds;
}
