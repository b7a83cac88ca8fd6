import { suspicionsOf } from '../facts.ts';
import type { Label, ReportLabel, Understanding } from '../understanding.ts';
import type { Draft } from './conversation.ts';

/** A message with the label that a person gave it in place of the one it was taken for. */
export interface Lesson {
  /** Masked. */
  text: string;
  takenFor: Label;
  label: ReportLabel;
}

/**
 * What a message was taken for, when the person says it is something else and it may be learned from: never when
 * either is compliance or a violation is suspected, and never when it holds the words of another matter too.
 */
export function takenFor(understanding: Understanding, chosen: ReportLabel): Label | null {
  const taken = understanding.alternatives[0]?.label;
  if (taken === undefined || taken === chosen || chosen === 'compliance') return null;
  return mayBeViolation(understanding) || understanding.items.length > 1 ? null : taken;
}

/**
 * What is added to a voice is let through whatever it alleges [D0]: nothing is learned from a voice that has grown.
 * Additions to anything else are stopped before they get here.
 */
export function withoutLesson(draft: Draft): Draft {
  return draft.type === 'customer_voice' ? { ...draft, takenFor: null } : draft;
}

/**
 * What a draft teaches when it is sent; null when nothing may be learned from it.
 * @param understanding of everything that was written for it: a form brings words of its own
 */
export function lessonOf(draft: Draft, understanding: Understanding): Lesson | null {
  // A draft begun before an update of the program says nothing of it.
  if (!draft.takenFor || draft.drill || draft.type === 'compliance') return null;
  if (suspicionsOf(draft).includes('violation') || mayBeViolation(understanding)) return null;
  return { text: draft.text, takenFor: draft.takenFor, label: draft.type };
}

/** Also where it is only likely enough for the private route to be offered. */
export function mayBeViolation({ alternatives, suspicions, offerCompliance }: Understanding): boolean {
  return offerCompliance || suspicions.includes('violation') || alternatives[0]?.label === 'compliance';
}
