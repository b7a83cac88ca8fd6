import type { Answers } from './answers.ts';
import type { Instant } from './business-time.ts';
import type { EventFacts, LedgerEvent } from './ledger.ts';
import type { Level } from './severity.ts';
import type { ReportLabel, Suspicion } from './understanding.ts';
import type { Visibility } from './visibility.ts';

/** What is filed: the content of the first event. All text is masked. */
export interface Filing {
  type: ReportLabel;
  subtype: string;
  formVersion: number;
  /** The person's own words. */
  text: string;
  answers: Answers;
  cues: readonly string[];
  suspicions: readonly Suspicion[];
  urgent: boolean;
  drill: boolean;
  /** Words that decided the type, for 「なぜ」. */
  evidence: readonly string[];
}

export interface StepRecord {
  /** Its place in the report's chain: how later steps name it. */
  seq: number;
  kind: LedgerEvent['kind'];
  actor: string;
  at: Instant;
  /** State reached, where the step moved it. */
  state: string | null;
  /** Everything else the event says; each act reads what it wrote. */
  facts: EventFacts;
  /** Content of the event: JSON of what was written with it. */
  note: string | null;
}

/** Another report of the same matter, with who could see it when it was linked. */
export interface Link {
  number: string;
  visibility: Visibility;
}

/** A report as it stands now: folded from its events, and kept as a row written in the same transaction. */
export interface Report {
  id: string;
  number: string;
  type: ReportLabel;
  subtype: string;
  level: Level;
  /** As it stands now: a voice that will be open is `units` until triage. */
  visibility: Visibility;
  state: string;
  /** Person id. */
  reporter: string;
  /** Office or unit it was found in, which is not always the one that caused it [D2]. */
  office: string;
  /** The office and everything above it on the day of filing. */
  line: readonly string[];
  primary: string;
  copies: readonly string[];
  referrals: readonly string[];
  rules: readonly { id: string; version: number }[];
  escalation: readonly string[];
  /** Handler's person id. */
  holder: string | null;
  /** Others who are told what the reporter is told: who joined it, or whose report was merged into it. */
  followers: readonly string[];
  /** First words of the matter, masked, for lists and cards. */
  gist: string;
  filing: Filing;
  filedAt: Instant;
  foundAt: Instant | null;
  steps: readonly StepRecord[];
  links: readonly Link[];
  /** Sequence number and hash of the last event. */
  head: { seq: number; hash: string };
}

/** An event together with its content, as read back for folding. */
export interface RecordedEvent {
  event: LedgerEvent;
  body: string | null;
}
