import type { Guess, Label, Suspicion, VoiceKind } from '../domain/understanding.ts';
import { VOICE_KINDS } from '../domain/understanding.ts';
import { findClericalErrors } from './detect/clerical-error.ts';
import { hasTurnedUp, isRestored } from './detect/negation.ts';
import { findSubtype, isOutsideIncident, OUTSIDE_INCIDENTS } from './detect/subtype.ts';
import { findUrgency } from './detect/urgency.ts';
import { findViolations } from './detect/violation.ts';
import { findChoice } from './extract/choices.ts';
import type { SideModels, SideQuestion } from './side-models.ts';
import { likeliestAnswer, yesProbability } from './side-models.ts';

/** A message as the side models see it. */
export interface SideView {
  text: string;
  features: readonly string[];
  sides: SideModels;
}

/** Labels under which a fact counts as newly told: not retold, not averted, not a rule being explained. */
const TELLS_FACTS: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance']);
const MAY_BE_URGENT: ReadonlySet<Label> = new Set(['incident', 'customer_voice', 'compliance', 'risk']);
const NO_FACTS: ReadonlySet<Label> = new Set(['status', 'other']);

/** From which probability on a side model is believed where no rule has spoken. */
const BELIEVED = { clerical_error: 0.5, violation: 0.5, urgent: 0.25, incidentSubtype: 0.3 } as const;
/** What follows from a subtype by itself needs more than the likeliest guess. */
const SURE_OF_SUBTYPE = 0.5;
const URGENT_WHILE_IT_LASTS: ReadonlySet<string> = new Set([
  'misdelivery',
  'loss',
  'system_outage',
  'security',
  'crime',
]);

/** What a message may hold besides its label: found by a rule, or likely by the model. */
export function suspicionsIn(label: Label, view: SideView): Suspicion[] {
  if (NO_FACTS.has(label)) return [];
  const error = TELLS_FACTS.has(label) && tellsClericalError(label, view);
  const violation =
    label === 'compliance' || findViolations(view.text).length > 0 || isBelieved('violation', view);
  return [...(error ? (['clerical_error'] as const) : []), ...(violation ? (['violation'] as const) : [])];
}

/** The subtype that the words name; for an incident that no rule knows, the likely one. */
export function subtypeOf(label: Label, view: SideView): string | null {
  return findSubtype(label, view.text)?.name ?? likelySubtype(label, view, BELIEVED.incidentSubtype);
}

/** Harm that still spreads, a leak not yet recovered, an outage, safety, or a deadline within about a day. */
export function isUrgent(label: Label, view: SideView): boolean {
  if (!MAY_BE_URGENT.has(label)) return false;
  if (isOver(view.text)) return findUrgency(view.text).length > 0;
  const subtype = findSubtype(label, view.text)?.name ?? likelySubtype(label, view, SURE_OF_SUBTYPE);
  if (label === 'incident' && subtype !== null && URGENT_WHILE_IT_LASTS.has(subtype)) return true;
  return findUrgency(view.text).length > 0 || isBelieved('urgent', view);
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

export function likelyVoiceKind({ sides, features }: SideView): VoiceKind | null {
  const likely = likeliestAnswer(sides.voiceKind, features)?.answer;
  return VOICE_KINDS.find((kind) => kind === likely) ?? null;
}

function tellsClericalError(label: Label, view: SideView): boolean {
  if (label === 'incident' && isOutsideIncident(view.text)) return false;
  const subtype = label === 'incident' ? subtypeOf(label, view) : null;
  if (subtype !== null) return !OUTSIDE_INCIDENTS.has(subtype);
  return findClericalErrors(view.text).length > 0 || isBelieved('clerical_error', view);
}

function likelySubtype(label: Label, { sides, features }: SideView, least: number): string | null {
  if (label !== 'incident') return null;
  const likely = likeliestAnswer(sides.incidentSubtype, features);
  return likely !== null && likely.probability >= least ? likely.answer : null;
}

/** Recovered, found again, or working again. */
function isOver(text: string): boolean {
  return findChoice('recovered', text)?.value === 'recovered' || hasTurnedUp(text) || isRestored(text);
}

function isBelieved(
  question: Extract<SideQuestion, keyof typeof BELIEVED>,
  { sides, features }: SideView,
): boolean {
  return yesProbability(sides[question], features) >= BELIEVED[question];
}
