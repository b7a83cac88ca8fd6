import type { Answer, Answers } from '../../domain/answers.ts';
import type { LocalDate } from '../../domain/business-time.ts';
import type { Field } from '../../domain/field.ts';
import type { Cue, ReportLabel, Understanding, UnderstandingContext } from '../../domain/understanding.ts';

export type { UnderstandingContext };

/** Deterministic, offline; never throws, whatever the text. */
export interface Recognizer {
  understand(text: string, context: UnderstandingContext): Understanding;
  /** What the text already answers of a type's form, whatever the text was classified as. */
  extract(text: string, type: ReportLabel, context: UnderstandingContext): Answers;
  /** The text read as the answer to one question: 「3人です」, 「きのう」; null when it cannot be. */
  read(text: string, field: Field, context: UnderstandingContext): Answer | null;
  /** The facts that severity and routing of a given type go by, as far as the words alone tell them. */
  cues(text: string, type: ReportLabel): Cue[];
  /** The subtype of a given type that the words name; null when they name none. */
  subtype(text: string, type: ReportLabel): string | null;
  /** What a status question is about besides its words. */
  about(text: string, context: UnderstandingContext): About;
  /** The text without the bot's name in front; null when it does not call the bot. */
  addressed(text: string): string | null;
  /** Whether it asks something; a wish put as a question does not. */
  isQuestion(text: string): boolean;
  /** Without 【訓練】 and the like. */
  withoutDrillMark(text: string): string;
  /** Numbers of reports, however they are typed, each once. */
  reportNumbers(text: string): string[];
  /** Words by which similar reports are found, most telling first. */
  terms(text: string): Term[];
}

export interface About {
  /** 私の, my: the person's own reports. */
  mine: boolean;
  type: ReportLabel | null;
  /** 先月, この前: days between which it was filed, inclusive. */
  period: { from: LocalDate; until: LocalDate } | null;
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
