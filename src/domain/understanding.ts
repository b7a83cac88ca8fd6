import type { Answers } from './answers.ts';
import type { LocalDate } from './business-time.ts';

/** The labels a message can carry: six report types and two things that are not reports (labelling.md). */
export const REPORT_LABELS = [
  'incident',
  'proposal',
  'customer_voice',
  'compliance',
  'risk',
  'knowledge',
] as const;
export const LABELS = [...REPORT_LABELS, 'status', 'other'] as const;
export type Label = (typeof LABELS)[number];
export type ReportLabel = (typeof REPORT_LABELS)[number];

export const VOICE_KINDS = ['complaint', 'opinion', 'request', 'praise', 'inquiry'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

export const SUSPICIONS = ['clerical_error', 'violation'] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** Facts in the words that severity and routing ask for; no question asks for them. */
export const CUES = [
  'sensitive_data',
  'my_number',
  'malicious',
  'press',
  'diet_member',
  'injury',
  'nationwide',
  'payment_date',
  'outside',
  'lost',
  'service_outage',
  'told_not_to_report',
  'staff_named',
  'repeated',
  'unauthorised_access',
  'likely',
  'grave',
  'serious',
] as const;
export type Cue = (typeof CUES)[number];

/** assume: go on, with the deciding words shown; choose: two buttons; menu: the short list of types. */
export type Decision = 'assume' | 'choose' | 'menu';

export interface Guess {
  label: Label;
  /** Calibrated probability, 0–1. */
  confidence: number;
}

/** Something said in the text that a form field can take, with the words it was read from. */
export interface Mention {
  field: string;
  words: string;
}

/** What the recogniser made of one masked message. Plain data, the same for every language and platform. */
export interface Understanding {
  language: 'ja' | 'en';
  label: Label;
  confidence: number;
  decision: Decision;
  /** Best first, the label itself included. */
  alternatives: Guess[];
  voiceKind: VoiceKind | null;
  /** Subtype of the report type when the words name one, e.g. misdelivery. */
  subtype: string | null;
  suspicions: Suspicion[];
  urgent: boolean;
  /** 【訓練】 and the like: the dialog asks whether it is a drill, because the word must not hide a real event. */
  drill: boolean;
  /** The private route is offered first (routing.md: in doubt the higher risk). */
  offerCompliance: boolean;
  /** The separate matters in the message, in its own words; one entry when there is only one. */
  items: { text: string; label: Label }[];
  /** Words that decided, best first, as they stand in the message. */
  evidence: string[];
  /** Answers already in the message, by field id of the likeliest report type. */
  prefill: Answers;
  mentions: Mention[];
  /** Facts that the severity and routing rules use but no question asks for, e.g. press, sensitive_data. */
  cues: string[];
  /** A report number in any typing, in its canonical form. */
  reportNumbers: string[];
  /** What the person wants of the conversation itself, when that is what the message says. */
  command: Command | null;
  /** やっぱり, 訂正, ではなく: the message changes something said before. */
  correction: boolean;
}

/** Words that steer the conversation; each has a button twin. */
export type Command =
  | 'help'
  | 'cancel'
  | 'back'
  | 'edit'
  | 'send'
  | 'mine'
  | 'tasks'
  | 'overdue'
  | 'news_daily'
  | 'news_at_once'
  | 'in_japanese'
  | 'in_english'
  | 'withdraw'
  | 'yes'
  | 'no'
  | 'unknown'
  | 'resume';

/** What the recogniser needs to know besides the text. */
export interface UnderstandingContext {
  /** Today where the organisation works. */
  today: LocalDate;
  /** The sender's own unit, which 「当所」 means. */
  unit: string | null;
}
