import type { Label } from '../domain/understanding.ts';
import type { Cue, LearnedCue } from './detect/cues.ts';
import { findCues, LEARNED_CUES } from './detect/cues.ts';
import type { FeatureIndices } from './known-features.ts';
import type { SideModels } from './side-models.ts';
import { HAS_CUES, yesProbability } from './side-models.ts';
import type { SideView } from './suspect.ts';

const LEARNED: ReadonlySet<string> = new Set(LEARNED_CUES);

/** How likely each of the learned facts is told. */
export function cueProbabilities(sides: SideModels, features: FeatureIndices): Map<LearnedCue, number> {
  return new Map(LEARNED_CUES.map((cue) => [cue, yesProbability(sides[cue], features)]));
}

/** The facts of a message that the severity and routing tables ask for. */
export function cuesOf(view: SideView & { label: Label }): Cue[] {
  const named = findCues(view.text);
  if (!HAS_CUES.has(view.label)) return named;
  const learned = [...cueProbabilities(view.sides, view.features)]
    .filter(([, probability]) => probability >= view.thresholds.cue)
    .map(([cue]) => cue);
  return [...learned, ...named.filter((cue) => !LEARNED.has(cue))];
}
