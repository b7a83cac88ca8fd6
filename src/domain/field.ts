import type { Answer } from './answers.ts';
import type { Condition } from './condition.ts';

export const FIELD_KINDS = ['text', 'choice', 'date', 'datetime', 'count', 'money', 'unit'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One question of a form. Its words are in locales/: `field.<type>.<id>.label`, `.ask`, `.hint`, `.option.<value>`. */
export interface Field {
  id: string;
  kind: FieldKind;
  /** Needed to file (★). Everything else may come later. */
  required: boolean;
  /** Asked in chat; fields that are not asked can be filled in the form or in the summary. */
  ask: boolean;
  /** Asked or shown only while this holds, over the facts of the draft. */
  askWhen: Condition;
  /** Whether 分からない is offered. */
  allowUnknown: boolean;
  /** Choices of a `choice` field; ready-made ranges of a `count` field. */
  options: FieldOption[];
  /** A default that the summary shows and the person can change. */
  default: FieldDefault | null;
  /** Longest text in characters. */
  maxLength: number;
  /** Fewest letters and digits of a text that says something; 1 where it is left out. */
  minLetters?: number;
  /** first: screen 1 (★ and what decides severity); more: screen 2 「分かれば」; later: follow-up and final report. */
  screen: 'first' | 'more' | 'follow_up' | 'final';
  /** Dates of what has happened cannot be in the future; a promised date can. */
  allowFuture: boolean;
  /** The field whose answer this one replaces once it is known, e.g. the confirmed number of people. */
  settles?: string | undefined;
}

export interface FieldOption {
  id: string;
  answer: Answer;
}

/** now: the moment of the message; office: the reporter's unit; message: the person's own words. */
export type FieldDefault = 'now' | 'office' | 'message' | { answer: Answer };
