import { controlIds, hasReady, shownValues, takesAnyText } from '../../cards/input-values.ts';
import { entryLabel, fieldLabel, type Say } from '../../cards/input-words.ts';
import { phrase } from '../../domain/phrase.ts';
import { line, type Input, type Line } from '../../domain/view.ts';
import { plain, type Block, type InputBlock } from './blocks.ts';
import { offeredChoices, type Offered } from './choice-options.ts';
import { controlBlockId } from './control-block.ts';
import { datePicker, picker, textBox, textParts, timePicker, unitSearch } from './input-elements.ts';
import { lengthOf, LIMITS } from './limits.ts';
import { renderLines } from './render-lines.ts';

/** One box, list or calendar of an input. */
export interface Control {
  id: string;
  part: number;
  label: string;
  element: InputBlock['element'];
}

/**
 * One field with everything that belongs to it, read in this order: what is wrong, what was typed, the ready answers,
 * the box to write in, how to fill it in. Slack itself asks for what is required only where there is one way to say it;
 * everything else is checked by the house, in its words.
 * @param edition of the blocks; see ControlBlock
 */
export function renderInput(input: Input, say: Say, edition: string): Block[] {
  const offered = hasReady(input) ? offeredChoices(input, say) : NOTHING;
  const controls = [...readyControls(input, offered, say), ...entryControls(input, say)];
  const hint = input.hint === null ? null : say(input.hint);
  const hintFits = hint !== null && lengthOf(hint) <= LIMITS.input.hint;
  const above = [
    ...wrongLines(input),
    ...(isTwofold(input) || offered.lines.length > 0 ? [line(headingOf(input), 'strong')] : []),
    ...offered.lines,
    ...(input.hint !== null && !hintFits ? [line(input.hint)] : []),
  ];
  const blocks = controls.map((control, index): InputBlock => ({
    type: 'input',
    block_id: controlBlockId({ control: control.id, part: control.part, edition }),
    label: plain(control.label),
    element: control.element,
    // A modal that is closed by mistake loses nothing; see `typedForms`.
    dispatch_action: true,
    optional: !(input.required && !isTwofold(input) && index === 0),
    ...(hintFits && index === controls.length - 1 && { hint: plain(hint) }),
  }));
  return [...renderLines(above, say), ...blocks];
}

const NOTHING: Offered = { options: [], lines: [] };

/** Whether it can be answered in two ways: by a ready answer, or in a box. */
function isTwofold(input: Input): boolean {
  return hasReady(input) && input.kind !== 'choice';
}

/** What could not be read and fits no control is still shown: nobody should have to remember what they wrote. */
function wrongLines({ error, typed, ...input }: Input): Line[] {
  const kept = typed !== null && !takesAnyText({ error, typed, ...input });
  return [
    ...(error === null ? [] : [line(error, 'strong')]),
    ...(kept ? [line(phrase('form.typed', { text: typed }))] : []),
  ];
}

function headingOf({ label, required }: Input) {
  return required ? phrase('form.required', { label }) : label;
}

function readyControls(input: Input, { options }: Offered, say: Say): Control[] {
  if (!hasReady(input)) return [];
  const label = isTwofold(input)
    ? say(phrase('form.as_choice', { label: input.label }))
    : fieldLabel(input, say);
  const element = picker(options, shownValues(input).ready, say);
  return [{ id: controlIds(input).ready, part: 0, label, element }];
}

function entryControls(input: Input, say: Say): Control[] {
  const { entry: id, time } = controlIds(input);
  const shown = shownValues(input);
  const label = entryLabel(input, fieldLabel(input, say), say);
  const date = { id, part: 0, label, element: datePicker(shown.entry) };
  switch (input.kind) {
    case 'choice':
      return [];
    case 'unit':
      return [{ id, part: 0, label, element: unitSearch(input, shown.entry, say) }];
    case 'date':
      return [date];
    case 'datetime':
      return [
        date,
        {
          id: time,
          part: 0,
          label: say(phrase('form.time', { label: input.label })),
          element: timePicker(shown.time),
        },
      ];
    case 'text':
    case 'count':
    case 'money':
      return textControls(input, id, label, say);
  }
}

/** A text longer than a box stands in several, in order; read back they are one again. */
function textControls(input: Input, id: string, label: string, say: Say): Control[] {
  const parts = textParts(shownValues(input).entry);
  return parts.map((text, part) => ({
    id,
    part,
    label: parts.length === 1 ? label : say(phrase('form.part', { label, n: part + 1, of: parts.length })),
    element: textBox(input, text, parts.length === 1),
  }));
}
