import type { ChatList } from '../short-list-view.ts';
import type { Answer, Answers } from '../answers.ts';
import type { Preferences } from '../preferences.ts';
import type { FormValues, Press, View } from '../view.ts';
import type { ReportLabel, Understanding } from '../understanding.ts';
import type { AlikeReport, Draft, KnownReport } from './conversation.ts';

/** Something a person did, already understood: plain data, so that a conversation can be replayed. */
export type DialogEvent =
  | Said
  /** One message taken apart into its matters, each understood by itself. */
  | { kind: 'split'; id: string; parts: readonly Said[] }
  | { kind: 'pressed'; id: string; press: Press }
  | { kind: 'submitted'; id: string; press: Press; values: FormValues }
  /** The message was stopped before it was stored; only the kind of stop is known. */
  | {
      kind: 'stopped';
      id: string;
      alsoIncident: boolean;
      harassment: boolean;
      /** Others have read it and still can. */
      inPublic: boolean;
    };

export interface Said {
  kind: 'said';
  id: string;
  /** Masked. */
  text: string;
  /** Kinds of personal data that were hidden. */
  hidden: readonly string[];
  attachments: number;
  understanding: Understanding;
  /** The text read as the answer to the question that stands; null when none stands or it cannot be. */
  reading: Answer | null;
  /** What the text says for the form of the open draft, or of the type asked for. */
  extracted: Answers;
  settled: Settled;
  /** A report already sent that the message changes, with what it says for that report's form. */
  target: CorrectionTarget | null;
  /** The text is a question. */
  asks?: boolean;
  /** Earlier reports of the type that the matter seems to be, most alike first; absent when there are none. */
  alike?: readonly AlikeReport[];
  /** What others have reported already and the matter seems to be; absent when there is nothing like it. */
  known?: KnownReport & { type: ReportLabel };
}

/** What the person has already decided about the message, so that it is not asked again. */
export interface Settled {
  type: ReportLabel | null;
  /** The person named the type, among all that may be reported here. */
  chosen: boolean;
  drill: boolean | null;
  /** It is one matter. */
  whole: boolean;
}

export const NOTHING_SETTLED: Settled = { type: null, chosen: false, drill: null, whole: false };

export interface CorrectionTarget {
  report: string;
  type: ReportLabel;
  before: Answers;
  answers: Answers;
}

/** What is to be done besides remembering the new state; carried out in the same transaction. */
export type Effect =
  | { kind: 'say'; view: View }
  | { kind: 'file'; drafts: readonly Draft[] }
  /** No report of its own: the person's words go to the one that is there. */
  | { kind: 'join'; report: string; draft: Draft }
  /** Look for what the person asks about, and say it. */
  | { kind: 'answer_status'; text: string; numbers: readonly string[]; mine: boolean; from?: number }
  /** Say what the person has to do, after so many of it. */
  | { kind: 'list_reports'; list: Exclude<ChatList, 'mine'>; from?: number }
  /**
   * How is this done? Look for what colleagues know, and say it, or who decides.
   * keeps: whether its words may be kept where nothing is found.
   */
  | { kind: 'answer_question'; text: string; keeps: boolean }
  /** Understand a text again with what the person has decided, and go on with it. */
  | { kind: 'consider'; text: string; settled: Settled }
  | { kind: 'consider_parts'; parts: readonly { text: string; type: ReportLabel }[]; drill: boolean | null }
  | { kind: 'correct'; report: string; field: string; to: Answer }
  | { kind: 'add'; report: string; text: string }
  /** Withdraw a report of one's own, once it is known which and why; null: none was named. */
  | { kind: 'withdraw'; number: string | null }
  /** From now on it is as the person wants it. */
  | { kind: 'set_preferences'; change: Partial<Preferences> }
  /** They have looked at what they got from this person. */
  | { kind: 'confirm_hand_over'; from: string }
  /** What was to be written for an act. */
  | { kind: 'write_for_act'; report: string; act: string; value: string; text: string };
