import type { Understanding, UnderstandingContext } from '../../domain/understanding.ts';

/** Deterministic, offline; never throws, whatever the text. */
export interface Recognizer {
  understand(text: string, context: UnderstandingContext): Understanding;
  /** Words by which similar reports are found, most telling first. */
  terms(text: string): Term[];
}

export interface Term {
  text: string;
  /** How telling it is, > 0: rare words weigh more. */
  weight: number;
}

export interface Masker {
  mask(text: string): MaskedText;
}

export interface MaskedText {
  text: string;
  /** Offsets in the text as given (UTF-16), sorted, not overlapping. */
  found: readonly { kind: string; start: number; end: number }[];
  /** Sensitive matters that are flagged, not hidden. */
  sensitive: readonly string[];
}
