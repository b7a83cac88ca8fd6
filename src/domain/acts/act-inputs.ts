import type { LocalDate } from '../business-time.ts';
import { ALWAYS } from '../condition.ts';
import type { Field } from '../field.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { InputOption } from '../view.ts';
import type { ActInput } from './act.ts';

/** Longest text that goes to a reporter, and longest internal one, in characters. */
export const LONGEST_NOTE = 500;
export const LONGEST_TEXT = 3000;
/** Letters and digits that a text needs to say something to whoever reads it. */
export const FEWEST_LETTERS = 5;

type Asked = Pick<ActInput, 'id' | 'label'> & Partial<Omit<ActInput, 'id' | 'label' | 'kind' | 'options'>>;

export function textInput(asked: Asked): ActInput {
  return { ...input({ maxLength: LONGEST_NOTE, ...asked }), kind: 'text' };
}

/**
 * Why something is done that changes what others were told: it cannot be left out.
 * @param hint an example of a reason for just this
 */
export function reasonInput(hint: Phrase, asked: Partial<Asked> = {}): ActInput {
  return textInput({
    id: 'reason',
    label: phrase('act.reason'),
    hint,
    minLetters: FEWEST_LETTERS,
    ...asked,
  });
}

/** A day that is still to come. */
export function dayInput(asked: Asked): ActInput {
  return { ...input({ allowFuture: true, ahead: true, ...asked }), kind: 'date' };
}

/** The day on which something was done, today unless it is said otherwise; never one still to come. */
export function doneOnInput(label: Phrase, today: LocalDate): ActInput {
  return { ...input({ id: 'on', label, value: { kind: 'date', date: today } }), kind: 'date' };
}

export function countInput(asked: Asked): ActInput {
  return { ...input(asked), kind: 'count' };
}

export function moneyInput(asked: Asked): ActInput {
  return { ...input(asked), kind: 'money' };
}

export function unitInput(asked: Asked): ActInput {
  return { ...input(asked), kind: 'unit' };
}

/** One of some ids, each with its words. */
export function choiceInput(asked: Asked & { choices: readonly { id: string; label: Phrase }[] }): ActInput {
  const { choices, ...rest } = asked;
  const options: InputOption[] = choices.map(({ id, label }) => ({
    id,
    label,
    answer: { kind: 'choice', choice: id },
  }));
  return { ...input(rest), kind: 'choice', options };
}

/** Required unless it is said not to be. */
function input(asked: Asked): ActInput {
  return {
    kind: 'text',
    hint: null,
    screen: 'first',
    required: true,
    allowUnknown: false,
    options: [],
    maxLength: LONGEST_NOTE,
    value: null,
    typed: null,
    error: null,
    allowFuture: false,
    ...asked,
  };
}

/** The same input as a field, by which what was filled in is checked. */
export function fieldOf({
  id,
  kind,
  required,
  allowUnknown,
  options,
  maxLength,
  minLetters,
  allowFuture,
}: ActInput): Field {
  return {
    id,
    kind,
    required,
    ask: true,
    askWhen: ALWAYS,
    allowUnknown,
    options,
    default: null,
    maxLength,
    ...(minLetters === undefined ? {} : { minLetters }),
    screen: 'first',
    allowFuture,
  };
}
