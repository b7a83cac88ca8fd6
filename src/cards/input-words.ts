import { phrase, type Phrase } from '../domain/phrase.ts';
import type { Input } from '../domain/view.ts';
import type { Choice } from './adaptive-card.ts';
import { hasReady, UNKNOWN_VALUE } from './input-values.ts';

export type Say = (phrase: Phrase) => string;

/** Departments and offices to choose from, named in the reader's language. */
export interface UnitChoice {
  id: string;
  name: string;
  /** What it belongs to, as a heading. */
  group: string;
}

/** What the field is called, with whether it has to be filled in. */
export function fieldLabel(input: Input, say: Say): string {
  return input.required ? say(phrase('form.required', { label: input.label })) : say(input.label);
}

/** No two controls have the same name: beside ready answers the box says what goes into it. */
export function entryLabel(input: Input, label: string, say: Say): string {
  if (!hasReady(input)) return label;
  switch (input.kind) {
    case 'text':
      return say(phrase('form.in_words', { label: input.label }));
    case 'count':
    case 'money':
      return say(phrase('form.in_figures', { label: input.label }));
    case 'date':
    case 'datetime':
      return say(phrase('form.as_date', { label: input.label }));
    case 'unit':
    case 'choice':
      return label;
  }
}

/** Ready answers, 分からない last. */
export function readyChoices(input: Input, say: Say): Choice[] {
  const options = input.options.map(({ id, label }) => ({ title: say(label), value: id }));
  const unknown = { title: say(phrase('btn.unknown')), value: UNKNOWN_VALUE };
  return input.allowUnknown ? [...options, unknown] : options;
}

/** A unit that was chosen before and is not on the list any more. */
export function unlistedUnit(unit: string, say: Say): Choice {
  return { title: say(phrase('value', { value: { unit } })), value: unit };
}

/** Up to so many characters fit into a box of one line. */
const ONE_LINE = 200;

export function needsLines({ kind, maxLength }: Input): boolean {
  return kind === 'text' && maxLength > ONE_LINE;
}
