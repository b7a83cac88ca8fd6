import type { Answer } from './answers.ts';
import type { FieldKind, FieldOption } from './field.ts';
import type { Locale } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';

/**
 * What to show, as keys and values: no platform, no language. Every platform renders all of it; none may drop a
 * line, an input or a button (its limits decide how, never whether).
 */
export interface View {
  kind: 'notice' | 'question' | 'summary' | 'card' | 'form';
  lines: Line[];
  inputs: Input[];
  buttons: Button[];
  /** The sentence for notifications and screen readers; holds no content of restricted matters. */
  fallback: Phrase;
  /** Said in this language whoever reads it: the answer to an English message is English. */
  language?: Locale;
}

export interface Line {
  text: Phrase;
  /** strong: the first line of a card; quiet: small print; quote: the person's own words. */
  tone: 'plain' | 'strong' | 'quiet' | 'quote';
  /** Makes the line a fact: `text` is what is known, and this is what it is called. */
  name?: Phrase;
}

/** What a press sends back: ids only, never content and never rights. */
export interface Press {
  action: string;
  value?: string;
  /** The turn of the conversation in which the button was shown: an older one is answered as stale. */
  turn?: number;
  /** Report number the button belongs to. */
  report?: string;
}

export interface Button {
  press: Press;
  label: Phrase;
  style: 'default' | 'primary' | 'danger';
}

export interface Input {
  /** Field id, unique in the form. */
  id: string;
  kind: FieldKind;
  label: Phrase;
  hint: Phrase | null;
  /** first: what has to be said; more: what can be said 「分かれば」. */
  screen: FormScreen;
  required: boolean;
  allowUnknown: boolean;
  options: InputOption[];
  maxLength: number;
  /** Known or typed before: prefilled. */
  value: Answer | null;
  /** What was typed and could not be read, kept as it was. */
  typed: string | null;
  error: Phrase | null;
  /** A day that lies ahead: 今日 and 昨日 are no shortcuts to it. */
  ahead?: true;
}

/** The two screens of a form that is filled in before sending. */
export const FORM_SCREENS = ['first', 'more'] as const;
export type FormScreen = (typeof FORM_SCREENS)[number];

/** Carries its answer, so that a platform can mark the known one and read the chosen one back. */
export interface InputOption extends FieldOption {
  label: Phrase;
}

/** What a person filled in, as the platform's reader understood it; unread input stays as typed. */
export type FormValues = Readonly<Record<string, { answer: Answer } | { typed: string } | null>>;

export function line(text: Phrase, tone: Line['tone'] = 'plain'): Line {
  return { text, tone };
}

export function fact(name: Phrase, text: Phrase): Line {
  return { text, tone: 'plain', name };
}

/** A line as one sentence, for where facts cannot stand in columns. */
export function sentenceOf({ name, text }: Line): Phrase {
  return name ? phrase('summary.field', { label: name, value: text }) : text;
}

export function button(press: Press, label: Phrase, style: Button['style'] = 'default'): Button {
  return { press, label, style };
}

/** @param language null leaves it to the reader */
export function saidIn(view: View, language: Locale | null): View {
  return language === null ? view : { ...view, language };
}
