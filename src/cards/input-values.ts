import { sameAnswer, type Answer } from '../domain/answers.ts';
import type { Input } from '../domain/view.ts';
import { countText } from './count-text.ts';

/**
 * What the controls of one input hold, as text. `entry` is written or picked freely, `time` goes with the entry of a
 * datetime, `ready` is one of the ready-made answers, 分からない among them.
 */
export interface InputValues {
  entry: string;
  time: string;
  ready: string;
}

/** Value of the ready-made answer 分からない; no option may have this id. */
export const UNKNOWN_VALUE = 'unknown';

const EMPTY: InputValues = { entry: '', time: '', ready: '' };

/** Ids of the controls on a card. Field ids hold no dot, so that they cannot meet. */
export function controlIds(input: Input): Record<keyof InputValues, string> {
  return {
    entry: input.id,
    time: `${input.id}.time`,
    ready: input.kind === 'choice' ? input.id : `${input.id}.ready`,
  };
}

/** A choice has ready answers alone; a unit is picked from one list, its ready answers included. */
export function hasReady(input: Input): boolean {
  if (input.kind === 'choice' || input.kind === 'unit') return input.kind === 'choice';
  return input.options.length > 0 || input.allowUnknown;
}

/** What the controls show before anybody touches them. */
export function shownValues(input: Input): InputValues {
  if (input.typed !== null) return takesAnyText(input) ? { ...EMPTY, entry: input.typed } : EMPTY;
  if (input.value === null) return EMPTY;
  return valuesOf(input, input.value);
}

/** The controls that say this answer, all others empty. */
export function valuesOf(input: Input, answer: Answer): InputValues {
  const ready = readyValue(input, answer);
  if (ready !== undefined) return input.kind === 'unit' ? { ...EMPTY, entry: ready } : { ...EMPTY, ready };
  switch (answer.kind) {
    case 'text':
      return { ...EMPTY, entry: answer.text };
    case 'date':
      return { ...EMPTY, entry: answer.date, time: answer.time ?? '' };
    case 'count':
      return { ...EMPTY, entry: countText(answer) };
    case 'unit':
      return { ...EMPTY, entry: answer.unit };
    case 'choice':
    case 'unknown':
      return EMPTY;
  }
}

/** Whether the entry is a text box, which keeps what could not be read for the person to mend. */
export function takesAnyText(input: Input): boolean {
  return input.kind === 'text' || input.kind === 'count' || input.kind === 'money';
}

function readyValue(input: Input, answer: Answer): string | undefined {
  if (answer.kind === 'unknown') return input.allowUnknown ? UNKNOWN_VALUE : undefined;
  return input.options.find((option) => sameAnswer(option.answer, answer))?.id;
}
