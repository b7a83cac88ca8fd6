import type { Guess, Label, Suspicion } from '../domain/understanding.ts';
import { findClericalErrors } from './detect/clerical-error.ts';
import { hasTurnedUp } from './detect/negation.ts';
import { isOutsideIncident } from './detect/subtype.ts';
import { findUrgency } from './detect/urgency.ts';
import { findViolations } from './detect/violation.ts';
import { findChoice } from './extract/choices.ts';

/** Labels under which a fact counts as newly told: not retold, not averted, not a rule being explained. */
const TELLS_FACTS: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance']);

/** What a message may hold besides its label. */
export function suspicionsIn(label: Label, text: string): Suspicion[] {
  if (label === 'status' || label === 'other') return [];
  const errors = TELLS_FACTS.has(label) && hasClericalError(label, text);
  const violations = label === 'compliance' || findViolations(text).length > 0;
  return [...(errors ? (['clerical_error'] as const) : []), ...(violations ? (['violation'] as const) : [])];
}

function hasClericalError(label: Label, text: string): boolean {
  if (label === 'incident' && isOutsideIncident(text)) return false;
  return findClericalErrors(text).length > 0;
}

/** Harm that still spreads, a leak not yet recovered, safety, or a deadline within about a day. */
export function isUrgent(label: Label, text: string, subtype: string | null): boolean {
  if (label === 'status' || label === 'other' || label === 'knowledge' || label === 'proposal') return false;
  const leak = label === 'incident' && (subtype === 'misdelivery' || subtype === 'loss');
  const atLarge = leak && findChoice('recovered', text)?.value !== 'recovered' && !hasTurnedUp(text);
  return atLarge || findUrgency(text).length > 0;
}

/**
 * The private route comes first when a violation is likely. A voice is kept: there the violation is a suspicion
 * that goes to the designated officers with the voice.
 */
export function offersCompliance(
  guesses: readonly Guess[],
  suspicions: readonly Suspicion[],
  threshold: number,
): boolean {
  const label = guesses[0]?.label;
  const probability = guesses.find((guess) => guess.label === 'compliance')?.confidence ?? 0;
  if (label === 'compliance' || probability >= threshold) return true;
  return suspicions.includes('violation') && label !== 'customer_voice';
}
