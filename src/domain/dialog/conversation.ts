import type { Answer } from '../answers.ts';
import type { Instant, LocalDate } from '../business-time.ts';
import type { Filing } from '../report.ts';
import type { Guess, Label, ReportLabel, VoiceKind } from '../understanding.ts';

/**
 * One person's conversation, the same on every platform: what is being reported, and which question stands. Plain
 * JSON with a version of its own; it lives on through restarts and moves with the person to another platform.
 */
export interface Conversation {
  version: 1;
  /** Grows with each thing said to the person: buttons of an earlier turn are answered as old. */
  turn: number;
  step: Step;
  /** Reports being written: two when one message held two matters. The first is asked first. */
  drafts: readonly Draft[];
  /** Earlier states for 戻る, newest last, without their own past. */
  past: readonly { step: Step; drafts: readonly Draft[] }[];
  /** Until when a message is not stopped again as a compliance matter, after 「違反ではない」. */
  complianceWaivedUntil: Instant | null;
  /** Language of the last message, which the answers follow. */
  language: 'ja' | 'en';
  /** The last report this person sent: what 「やっぱり3人です」 means when nothing else is open. */
  lastFiled: string | null;
  /** The last question about how something is done, until it is left as one; absent when none was asked. */
  asked?: { id: string; text: string };
}

export type Step =
  | { kind: 'idle' }
  /** Which type? two guesses, or the short menu. */
  | { kind: 'choosing_type'; text: string; guesses: readonly Guess[]; menu: boolean; drill: boolean | null }
  | {
      kind: 'choosing_split';
      text: string;
      items: readonly { text: string; type: ReportLabel }[];
      drill: boolean | null;
    }
  | { kind: 'asking_drill'; text: string }
  | { kind: 'asking'; draft: number; field: string }
  /** Others have reported it: the same, or something else? */
  | { kind: 'known_already'; draft: number }
  | { kind: 'reviewing' }
  | { kind: 'choosing_field' }
  /** Stopped as a compliance matter: nothing of the message is kept. */
  | { kind: 'stopped'; alsoIncident: boolean; harassment: boolean; inPublic: boolean }
  /** A change to a report already sent, shown before it goes. */
  | { kind: 'confirming_correction'; report: string; field: string; from: Answer | null; to: Answer }
  | { kind: 'writing_addition'; report: string }
  /** The next message is the text of an act (domain/acts/), e.g. the answer to a question of the department. */
  | { kind: 'writing_for_act'; report: string; act: string; value: string }
  /** A draft left for a while: 続ける, 今のまま送る, 捨てる. */
  | { kind: 'resuming'; step: Step; /** What was written instead of an answer. */ pending: string | null };

/** A report before it is sent. */
export interface Draft extends Filing {
  /** Stable through the conversation; makes filing idempotent. */
  id: string;
  voiceKind: VoiceKind | null;
  /** What the message was taken for before the person chose another type; null when nothing can be learned from it. */
  takenFor: Label | null;
  startedAt: Instant;
  touchedAt: Instant;
  /** The day the message was written, for 昨日 and the like. */
  today: LocalDate;
  /** Earlier reports that seem to be of the same matter; absent when there are none, or the person said 別の内容です. */
  alike?: readonly AlikeReport[];
  /** Number of the earlier report that this one will be tied to, and which its reporter will follow. */
  joins?: string;
  /** Id of the call for proposals that the person entered it in. */
  campaign?: string;
  /** A report by others of what this one seems to be about, until the person has said whether it is. */
  known?: KnownReport;
}

/** All that is told of what others have reported already. */
export interface KnownReport {
  number: string;
  since: Instant;
}

/** An earlier report that the person may see, as it is shown while they write. */
export interface AlikeReport {
  number: string;
  type: ReportLabel;
  title: string;
  state: string;
  /** What was answered to it, masked; null while nothing was. */
  answer: string | null;
}

export function newConversation(): Conversation {
  return {
    version: 1,
    turn: 0,
    step: { kind: 'idle' },
    drafts: [],
    past: [],
    complianceWaivedUntil: null,
    language: 'ja',
    lastFiled: null,
  };
}
