import type { OpenQuestion } from '../../domain/open-question.ts';
import type { Instant } from '../../domain/business-time.ts';
import type { Term } from './recognition.ts';

/** Questions that nothing was found for, masked and without who asked. */
export interface OpenQuestionWriter {
  /**
   * Those that share any of the terms, oldest first. Whoever else is about to look or to write waits until this
   * transaction ends, so that two who ask alike at once are not two questions.
   */
  lockSharing(terms: readonly Term[]): Promise<OpenQuestion[]>;
  keep(question: NewQuestion): Promise<void>;
  /** @param unit which one was named as the one that decides */
  askedAgain(id: number, by: { unit: string; at: Instant }): Promise<void>;
  /** They are answered, and kept no longer. */
  forget(ids: readonly number[]): Promise<void>;
  count(): Promise<number>;
}

export interface NewQuestion extends Pick<OpenQuestion, 'text' | 'unit' | 'terms'> {
  at: Instant;
}

/** For quality management, which sees to it that they are answered. */
export interface OpenQuestionStore {
  /** Those asked most often first, among equals the one that was asked last. */
  list(): Promise<OpenQuestion[]>;
  /** It is answered, and kept no longer; false when there is no such question. */
  forget(id: number): Promise<boolean>;
}
