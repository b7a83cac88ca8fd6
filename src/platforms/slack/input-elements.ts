import { needsLines, readyChoices, unlistedUnit, type Say } from '../../cards/input-words.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Input } from '../../domain/view.ts';
import { plain, type InputElement, type Option } from './blocks.ts';
import { option } from './choice-options.ts';
import { CONTROL_ACTION } from './control-block.ts';
import { lengthOf, LIMITS } from './limits.ts';
import { splitText } from './split-text.ts';
import { CHOICE_SEARCH, unitSearchAction } from './suggest-choices.ts';

/** Of a text in several boxes each has room left to write in. */
const PART = LIMITS.plainTextInput - 500;

/** The boxes that a text stands in: one, unless it is longer than Slack's largest. */
export function textParts(text: string): string[] {
  return lengthOf(text) <= LIMITS.plainTextInput ? [text] : splitText(text, PART);
}

/** @param whole whether the box holds the whole text, whose length the field limits */
export function textBox(input: Input, text: string, whole: boolean): InputElement {
  const most = whole && input.kind === 'text' ? Math.max(input.maxLength, lengthOf(text)) : Infinity;
  return {
    type: 'plain_text_input',
    action_id: CONTROL_ACTION,
    multiline: needsLines(input) || text.includes('\n'),
    max_length: Math.min(most, LIMITS.plainTextInput),
    dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    ...(text !== '' && { initial_value: text }),
  };
}

/** Radio buttons for a few options, a menu for more, a search for more than a menu takes. */
export function picker(options: Option[], chosen: string, say: Say): InputElement {
  const initial = options.find(({ value }) => value === chosen);
  const common = initial && { initial_option: initial };
  if (options.length <= LIMITS.radioOptions)
    return { type: 'radio_buttons', action_id: CONTROL_ACTION, options, ...common };
  const placeholder = plain(say(phrase('form.pick')));
  if (options.length <= LIMITS.selectOptions)
    return { type: 'static_select', action_id: CONTROL_ACTION, placeholder, options, ...common };
  return { type: 'external_select', action_id: CHOICE_SEARCH, min_query_length: 0, placeholder, ...common };
}

/** Hundreds of offices: searched by name, reading or block. A known one stays chosen until the person changes it. */
export function unitSearch(input: Input, chosen: string, say: Say): InputElement {
  return {
    type: 'external_select',
    action_id: unitSearchAction({ unknown: input.allowUnknown, none: !input.required }),
    min_query_length: 0,
    placeholder: plain(say(phrase('form.find_unit'))),
    ...(chosen !== '' && { initial_option: chosenUnit(input, chosen, say) }),
  };
}

function chosenUnit(input: Input, chosen: string, say: Say): Option {
  const { value, title } =
    readyChoices(input, say).find((choice) => choice.value === chosen) ?? unlistedUnit(chosen, say);
  return option(value, title);
}

export function datePicker(date: string): InputElement {
  return { type: 'datepicker', action_id: CONTROL_ACTION, ...(date !== '' && { initial_date: date }) };
}

export function timePicker(time: string): InputElement {
  return { type: 'timepicker', action_id: CONTROL_ACTION, ...(time !== '' && { initial_time: time }) };
}
