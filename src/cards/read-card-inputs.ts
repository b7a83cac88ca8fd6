import type { Answer } from '../domain/answers.ts';
import { isLocalDate } from '../domain/business-time.ts';
import type { FormValues, Input, View } from '../domain/view.ts';
import { countFrom } from './count-text.ts';
import { controlIds, hasReady, shownValues, UNKNOWN_VALUE, type InputValues } from './input-values.ts';

type Reading = FormValues[string];

/**
 * What a person filled in, by field id. `data` is what the host sends back: untrusted, so that anything but text counts
 * as left empty, and a choice that was never offered stays as typed. Units are not checked here: the list of them is
 * not the view's.
 */
export function readCardInputs(view: View, data: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(view.inputs.map((input) => [input.id, readInput(input, data)]));
}

function readInput(input: Input, data: Readonly<Record<string, unknown>>): Reading {
  const filled = filledValues(input, data);
  const written = readEntry(input, filled);
  const picked = readReady(input, filled.ready);
  if (written === null || picked === null) return written ?? picked;
  return onlyReadyChanged(filled, shownValues(input)) ? picked : written;
}

function filledValues(input: Input, data: Readonly<Record<string, unknown>>): InputValues {
  const ids = controlIds(input);
  const text = (id: string) => {
    const value = Object.hasOwn(data, id) ? data[id] : undefined;
    return typeof value === 'string' && value.trim() !== '' ? value : '';
  };
  return {
    entry: input.kind === 'choice' ? '' : text(ids.entry),
    time: input.kind === 'datetime' ? text(ids.time) : '',
    ready: hasReady(input) ? text(ids.ready) : '',
  };
}

/** With both filled, what the person has just changed is meant; what is written is more exact than a range. */
function onlyReadyChanged(filled: InputValues, shown: InputValues): boolean {
  return filled.ready !== shown.ready && filled.entry === shown.entry && filled.time === shown.time;
}

function readEntry(input: Input, { entry, time }: InputValues): Reading {
  if (entry === '' && time === '') return null;
  const answer = entryAnswer(input, entry, time);
  return answer ? { answer } : { typed: `${entry} ${time}`.trim() };
}

function entryAnswer(input: Input, entry: string, time: string): Answer | undefined {
  switch (input.kind) {
    case 'text':
      return { kind: 'text', text: entry };
    case 'count':
    case 'money':
      return countFrom(entry);
    case 'date':
    case 'datetime':
      return dateAnswer(entry, time);
    case 'unit':
      return readyAnswer(input, entry) ?? { kind: 'unit', unit: entry };
    case 'choice':
      return undefined;
  }
}

function readReady(input: Input, value: string): Reading {
  if (value === '') return null;
  const answer = readyAnswer(input, value);
  return answer ? { answer } : { typed: value };
}

function readyAnswer(input: Input, value: string): Answer | undefined {
  if (value === UNKNOWN_VALUE && input.allowUnknown) return { kind: 'unknown' };
  return input.options.find((option) => option.id === value)?.answer;
}

function dateAnswer(date: string, time: string): Answer | undefined {
  if (!isLocalDate(date)) return undefined;
  if (time === '') return { kind: 'date', date };
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? { kind: 'date', date, time } : undefined;
}
