import {
  byType,
  distinct,
  flaw,
  isObject,
  list,
  shape,
  text,
  yesOrNo,
  like,
  type Check,
} from './check-shape.ts';
import { LIMITS } from '../../../src/platforms/slack/limits.ts';

const is = (type: string): Check => like(new RegExp(`^${type}$`, 'u'));

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export function plainText(most: number): Check {
  return byType({
    plain_text: shape({ type: is('plain_text'), text: text(1, most) }, { emoji: yesOrNo }),
  });
}

export function anyText(most: number): Check {
  return (data, at) => {
    const mrkdwn = isObject(data) && data['type'] === 'mrkdwn';
    const marked = shape({ type: is('mrkdwn'), text: text(1, most) }, { verbatim: yesOrNo });
    return mrkdwn ? marked(data, at) : plainText(most)(data, at);
  };
}

const option = (title: Check): Check =>
  shape(
    { text: title, value: text(1, LIMITS.option.value) },
    { description: plainText(LIMITS.option.description) },
  );

/** Menus take plain text alone. */
export const menuOption = option(plainText(LIMITS.option.text));
export const radioOption = option(anyText(LIMITS.option.text));

export function options(most: number, each: Check, least = 1): Check {
  return (data, at) => [
    ...list(least, most, each)(data, at),
    ...(Array.isArray(data) ? distinct(data.map(valueOf), at, 'the value') : []),
  ];
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroups =
  (least: number): Check =>
  (data, at) => [
    ...list(
      least,
      LIMITS.selectGroups,
      shape({
        label: plainText(LIMITS.optionGroup.label),
        options: list(1, LIMITS.optionGroup.options, menuOption),
      }),
    )(data, at),
    ...distinct(groupedOptions(data).map(valueOf), at, 'the value'),
  ];

/** What is chosen to begin with has to be one of the options, the same in every member. */
export const initialIsOffered: Check = (data, at) => {
  if (!isObject(data) || data['initial_option'] === undefined) return [];
  const offered = [...asList(data['options']), ...groupedOptions(data['option_groups'])];
  const initial = JSON.stringify(data['initial_option']);
  return offered.some((one) => JSON.stringify(one) === initial)
    ? []
    : flaw(`${at}.initial_option`, 'is none of the options');
};

export const eitherOptionsOrGroups: Check = (data, at) => {
  const lists = ['options', 'option_groups'].filter((name) => isObject(data) && data[name] !== undefined);
  return lists.length === 1 ? [] : flaw(at, 'needs either options or groups of them');
};

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirm: Check = shape({
  title: plainText(LIMITS.confirm.title),
  text: plainText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.confirm),
  deny: plainText(LIMITS.confirm.deny),
});

function asList(data: unknown): unknown[] {
  return Array.isArray(data) ? data : [];
}

function groupedOptions(groups: unknown): unknown[] {
  return asList(groups).flatMap((group) => (isObject(group) ? asList(group['options']) : []));
}

function valueOf(one: unknown): unknown {
  return isObject(one) ? one['value'] : undefined;
}
