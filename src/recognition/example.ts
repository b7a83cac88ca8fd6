import type { Label, Suspicion, VoiceKind } from '../domain/understanding.ts';
import type { Document } from './features.ts';

/** What a labelled message says about itself. */
export interface LabelledMessage {
  label: Label;
  voiceKind: VoiceKind | null;
  subtype: string | null;
  suspicions: readonly Suspicion[];
  urgent: boolean;
}

export interface Example extends LabelledMessage {
  document: Document;
}

export interface TrainingData {
  /** Of every label equally many, as they come in. */
  labelled: readonly Example[];
  /** Written for what a message may hold besides its label; they would bend the shares of the labels. */
  flagged: readonly Example[];
}
