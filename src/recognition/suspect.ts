import type { Guess, Label, Suspicion, VoiceKind } from '../domain/understanding.ts';
import { VOICE_KINDS } from '../domain/understanding.ts';
import { findSubtype, isOutsideIncident, OUTSIDE_INCIDENTS } from './detect/subtype.ts';
import type { TrainedModel } from './model.ts';
import type { SeenDocument } from './seen-document.ts';
import type { SideDocument, SideModels } from './side-models.ts';
import {
  likeliestAnswer,
  sideDocument,
  TELLS_FACTS,
  tellingProbability,
  yesProbability,
} from './side-models.ts';
import { urgentProbability } from './urgent.ts';

/** A message under one label as the side models see it. */
export interface SideView extends SideDocument, Pick<TrainedModel, 'sides' | 'thresholds'> {
  label: Label;
  text: string;
  /** The likely one of an incident, to which rules are hints; else the one that the words name. */
  subtype: string | null;
}

/** Below, no subtype is better than the likeliest one. */
const LEAST_SUBTYPE = 0.2;

export function sideView(model: TrainedModel, document: SeenDocument, label: Label): SideView {
  const { known, sides, thresholds } = model;
  const { text } = document;
  const side = sideDocument(known, document, label);
  const likely = label === 'incident' ? likelySubtype(sides, side) : null;
  const subtype = likely ?? findSubtype(label, text)?.name ?? null;
  return { label, text, ...side, sides, thresholds, subtype };
}

/** What a message may hold besides its label. */
export function suspicionsIn(view: SideView): Suspicion[] {
  const error = TELLS_FACTS.has(view.label) && tellsClericalError(view);
  const violation = view.label === 'compliance' || isLikelyViolation(view);
  return [...(error ? (['clerical_error'] as const) : []), ...(violation ? (['violation'] as const) : [])];
}

/** Harm that still spreads, a leak not yet recovered, an outage, safety, or a deadline within about a day. */
export function isUrgent(view: SideView): boolean {
  return urgentProbability(view.sides, view.text, view) >= view.thresholds.urgent;
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

function tellsClericalError(view: SideView): boolean {
  if (view.label === 'incident' && isOutsideIncident(view.text)) return false;
  if (view.label === 'incident' && view.subtype !== null) return !OUTSIDE_INCIDENTS.has(view.subtype);
  return tellingProbability(view.sides.clerical_error, view) >= view.thresholds.clericalError;
}

function likelySubtype({ incidentSubtype }: SideModels, { features }: SideDocument): string | null {
  const likely = likeliestAnswer(incidentSubtype, features);
  return likely !== null && likely.probability >= LEAST_SUBTYPE ? likely.answer : null;
}

function isLikelyViolation({ sides, features, thresholds }: SideView): boolean {
  return yesProbability(sides.violation, features) >= thresholds.violation;
}
