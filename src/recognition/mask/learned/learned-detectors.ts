import type { Dictionary } from '../../tokenize.ts';
import type { Detector } from '../personal-data.ts';
import { createCalledDetector } from './colleagues-called.ts';
import type { MaskModel } from './ensure-mask-model.ts';
import { createLearnedDetector } from './learned-detector.ts';
import { createNameJudge } from './name-judge.ts';

/** What the masker has learned to see, and what it has learned to leave readable. */
export function createLearnedDetectors(
  { chain, called, named }: MaskModel,
  dictionary: Dictionary,
): Detector[] {
  return [
    createLearnedDetector(chain, dictionary, createNameJudge(named, dictionary)),
    createCalledDetector(called, dictionary),
  ];
}
