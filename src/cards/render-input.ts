import { phrase } from '../domain/phrase.ts';
import type { Input } from '../domain/view.ts';
import type {
  CardElement,
  CardInput,
  Choice,
  ChoiceSetInput,
  Container,
  TextBlock,
} from './adaptive-card.ts';
import { controlIds, hasReady, shownValues, takesAnyText } from './input-values.ts';
import {
  entryLabel,
  fieldLabel,
  needsLines,
  readyChoices,
  unlistedUnit,
  type Say,
  type UnitChoice,
} from './input-words.ts';

/** What a unit field offers, in groups that stand together. Views without such a field need no units. */
export interface UnitOffer {
  units: readonly UnitChoice[];
}

/** More choices than this become a menu instead of a list of radio buttons. */
const EXPANDED_AT_MOST = 8;

/**
 * One field with everything that belongs to it, read in this order: what is wrong, what was typed, the ready answers,
 * the box to write in, how to fill it in. Nothing is checked in the client, so that やめる and 戻る always work and errors come in words.
 */
export function renderInput(input: Input, say: Say, offer: UnitOffer): Container {
  const label = fieldLabel(input, say);
  return {
    type: 'Container',
    items: [
      ...errorOf(input, say),
      ...typedOf(input, say),
      ...readyOf(input, label, say),
      ...entryOf(input, entryLabel(input, label, say), say, offer),
      ...hintOf(input, say),
    ],
  };
}

function errorOf(input: Input, say: Say): TextBlock[] {
  if (input.error === null) return [];
  const text = say(input.error);
  return [
    { type: 'TextBlock', id: `${input.id}.error`, text, wrap: true, weight: 'Bolder', color: 'Attention' },
  ];
}

function hintOf(input: Input, say: Say): TextBlock[] {
  if (input.hint === null) return [];
  return [quiet(say(input.hint))];
}

/** What could not be read and fits no control is still shown: nobody should have to remember what they wrote. */
function typedOf(input: Input, say: Say): TextBlock[] {
  if (input.typed === null || takesAnyText(input)) return [];
  return [quiet(say(phrase('form.typed', { text: input.typed })))];
}

function readyOf(input: Input, label: string, say: Say): CardElement[] {
  if (!hasReady(input)) return [];
  const choices = readyChoices(input, say);
  const style = choices.length <= EXPANDED_AT_MOST ? 'expanded' : 'compact';
  return [choiceSet(controlIds(input).ready, label, style, choices, shownValues(input).ready)];
}

function entryOf(input: Input, label: string, say: Say, offer: UnitOffer): CardInput[] {
  const { entry: id, time } = controlIds(input);
  const shown = shownValues(input);
  switch (input.kind) {
    case 'date':
      return [{ type: 'Input.Date', id, label, ...(input.ahead && { ahead: true }), ...valued(shown.entry) }];
    case 'datetime':
      return [
        { type: 'Input.Date', id, label, ...valued(shown.entry) },
        {
          type: 'Input.Time',
          id: time,
          label: say(phrase('form.time', { label: input.label })),
          ...valued(shown.time),
        },
      ];
    case 'unit':
      return [choiceSet(id, label, 'filtered', unitChoices(input, say, offer.units), shown.entry)];
    case 'text':
    case 'count':
    case 'money':
      return [textBox(input, label, shown.entry)];
    case 'choice':
      return [];
  }
}

function textBox(input: Input, label: string, value: string): CardInput {
  return {
    type: 'Input.Text',
    id: controlIds(input).entry,
    label,
    isMultiline: needsLines(input),
    ...(input.kind === 'text' && input.maxLength > 0 && { maxLength: input.maxLength }),
    ...valued(value),
  };
}

/** A unit that is known but not in the list any more stays choosable until the person changes it. */
function unitChoices(input: Input, say: Say, units: readonly UnitChoice[]): Choice[] {
  const listed = [
    ...readyChoices(input, say),
    ...units.map(({ id, name, group }) => ({ title: name, value: id, group })),
  ];
  const shown = shownValues(input).entry;
  if (shown === '' || listed.some(({ value }) => value === shown)) return listed;
  return [unlistedUnit(shown, say), ...listed];
}

function choiceSet(
  id: string,
  label: string,
  style: ChoiceSetInput['style'],
  choices: Choice[],
  value: string,
): ChoiceSetInput {
  return { type: 'Input.ChoiceSet', id, label, style, choices, ...valued(value) };
}

function valued(value: string): { value?: string } {
  return value === '' ? {} : { value };
}

function quiet(text: string): TextBlock {
  return { type: 'TextBlock', text, wrap: true, size: 'Small', isSubtle: true };
}
