import {
  confirm,
  eitherOptionsOrGroups,
  initialIsOffered,
  menuOption,
  optionGroups,
  options,
  plainText,
  radioOption,
} from './check-objects.ts';
import {
  flaw,
  isObject,
  like,
  list,
  oneOf,
  shape,
  text,
  whole,
  yesOrNo,
  type Check,
  type Members,
} from './check-shape.ts';
import { lengthOf, LIMITS } from '../../../src/platforms/slack/limits.ts';

/** Every member that an interactive element can have, whatever else it has. */
const ACTIONABLE: Members = { action_id: text(1, LIMITS.actionId), confirm, focus_on_load: yesOrNo };

const placeholder = plainText(LIMITS.placeholder);
const type: Check = () => [];

const initialFits: Check = (data, at) => {
  if (!isObject(data) || typeof data['initial_value'] !== 'string') return [];
  const most = typeof data['max_length'] === 'number' ? data['max_length'] : LIMITS.plainTextInput;
  return lengthOf(data['initial_value']) <= most ? [] : flaw(`${at}.initial_value`, `is longer than ${most}`);
};

/** The elements that are used here, each with its page below https://docs.slack.dev/reference/block-kit/block-elements/ */
const ELEMENTS = {
  /** button-element */
  button: shape(
    { type, text: plainText(LIMITS.button.text) },
    {
      ...ACTIONABLE,
      value: text(0, LIMITS.button.value),
      url: text(1, LIMITS.button.url),
      style: oneOf('primary', 'danger'),
      accessibility_label: text(1, LIMITS.button.accessibilityLabel),
    },
  ),
  /** overflow-menu-element */
  overflow: shape({ type, options: options(LIMITS.overflowOptions, menuOption) }, ACTIONABLE),
  /** radio-button-group-element */
  radio_buttons: shape(
    { type, options: options(LIMITS.radioOptions, radioOption) },
    { ...ACTIONABLE, initial_option: radioOption },
    initialIsOffered,
  ),
  /** select-menu-element */
  static_select: shape(
    { type },
    {
      ...ACTIONABLE,
      placeholder,
      options: options(LIMITS.selectOptions, menuOption),
      option_groups: optionGroups(1),
      initial_option: menuOption,
    },
    eitherOptionsOrGroups,
    initialIsOffered,
  ),
  external_select: shape(
    { type },
    { ...ACTIONABLE, placeholder, initial_option: menuOption, min_query_length: whole(0, 100) },
  ),
  /** plain-text-input-element */
  plain_text_input: shape(
    { type },
    {
      ...ACTIONABLE,
      placeholder,
      multiline: yesOrNo,
      initial_value: text(1, LIMITS.plainTextInput),
      min_length: whole(0, LIMITS.plainTextInput),
      max_length: whole(1, LIMITS.plainTextInput),
      dispatch_action_config: shape(
        { trigger_actions_on: list(1, 2, oneOf('on_enter_pressed', 'on_character_entered')) },
        {},
      ),
    },
    initialFits,
  ),
  /** date-picker-element */
  datepicker: shape(
    { type },
    { ...ACTIONABLE, placeholder, initial_date: like(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u) },
  ),
  /** time-picker-element */
  timepicker: shape(
    { type },
    { ...ACTIONABLE, placeholder, initial_time: like(/^([01]\d|2[0-3]):[0-5]\d$/u) },
  ),
} as const satisfies Members;

const {
  button,
  overflow,
  radio_buttons,
  static_select,
  external_select,
  plain_text_input,
  datepicker,
  timepicker,
} = ELEMENTS;
const PICKED: Members = { radio_buttons, static_select, external_select, datepicker, timepicker };

/** Which element can stand where: "Works with block types" of each page. */
export const IN_SECTION: Members = { ...PICKED, button, overflow };
export const IN_ACTIONS: Members = { ...PICKED, button, overflow };
export const IN_INPUT: Members = { ...PICKED, plain_text_input };
