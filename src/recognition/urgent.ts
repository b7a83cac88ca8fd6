import { hasTurnedUp, isRestored } from './detect/negation.ts';
import { findUrgency } from './detect/urgency.ts';
import { findChoice } from './extract/choices.ts';
import type { SideDocument, SideModels } from './side-models.ts';
import { tellingProbability } from './side-models.ts';

/**
 * How likely harm still spreads, a leak is not yet recovered, or today counts. What is recovered, found again or
 * working again is over, unless the words themselves say that it presses.
 */
export function urgentProbability({ urgent }: SideModels, text: string, message: SideDocument): number {
  if (isOver(text) && findUrgency(text).length === 0) return 0;
  return tellingProbability(urgent, message);
}

function isOver(text: string): boolean {
  return findChoice('recovered', text)?.value === 'recovered' || hasTurnedUp(text) || isRestored(text);
}
