import type { Instant } from '../../domain/business-time.ts';
import type { Lesson } from '../../domain/dialog/lesson.ts';

export interface CandidateWriter {
  /** One a report: a second one is not kept. */
  keep(candidate: NewCandidate): Promise<void>;
}

/** What the recogniser could learn from. It goes when the content of its report is purged. */
export interface NewCandidate extends Lesson {
  /** Id of the report that was sent. */
  report: string;
  at: Instant;
}

export interface Candidate extends Lesson {
  id: number;
  /** Number of the report. */
  number: string;
  at: Instant;
  state: CandidateState;
}

export type CandidateState = 'undecided' | CandidateDecision;
export type CandidateDecision = 'accepted' | 'rejected';

/** For administrators, who decide what is learned. */
export interface CandidateStore {
  /** Oldest first. */
  list(state: CandidateState): Promise<Candidate[]>;
  /** A later decision takes the place of an earlier one; false when there is no such candidate. */
  decide(id: number, decision: CandidateDecision): Promise<boolean>;
}
