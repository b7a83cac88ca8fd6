import { IN_ACTIONS, IN_INPUT, IN_SECTION } from './check-elements.ts';
import { anyText, plainText } from './check-objects.ts';
import {
  byType,
  distinct,
  flaw,
  isObject,
  list,
  shape,
  text,
  yesOrNo,
  type Check,
  type Flaw,
  type Members,
} from './check-shape.ts';
import { lengthOf, LIMITS } from '../../../src/platforms/slack/limits.ts';

const type: Check = () => [];
const ID: Members = { block_id: text(1, LIMITS.blockId) };

const textOrFields: Check = (data, at) =>
  isObject(data) && (data['text'] !== undefined || data['fields'] !== undefined)
    ? []
    : flaw(at, 'needs a text or fields');

/** Each action of a block is told from the others by its id. */
const distinctActions: Check = (data, at) => {
  const elements = isObject(data) && Array.isArray(data['elements']) ? data['elements'] : [];
  return distinct(
    elements.map((element: unknown) => (isObject(element) ? element['action_id'] : undefined)),
    at,
    'the action_id',
  );
};

const style = shape({}, { bold: yesOrNo, italic: yesOrNo, strike: yesOrNo, code: yesOrNo });

/** Only text: a mention, a link or an emoji would not be what somebody typed. */
const richTextParts = list(1, Infinity, byType({ text: shape({ type, text: notEmpty }, { style }) }));

function notEmpty(data: unknown, at: string): Flaw[] {
  return typeof data === 'string' && data !== '' ? [] : flaw(at, 'is empty');
}

const richTextFits: Check = (data, at) => {
  const length = textsIn(data).reduce((sum, one) => sum + lengthOf(one), 0);
  return length > LIMITS.richText ? flaw(at, `has ${length} characters, at most ${LIMITS.richText}`) : [];
};

/** The blocks that are used here, each with its page below https://docs.slack.dev/reference/block-kit/blocks/ */
const BLOCKS: Members = {
  /** section-block */
  section: shape(
    { type },
    {
      ...ID,
      text: anyText(LIMITS.section.text),
      fields: list(1, LIMITS.section.fields, anyText(LIMITS.section.field)),
      accessory: byType(IN_SECTION),
      expand: yesOrNo,
    },
    textOrFields,
  ),
  /** rich-text-block */
  rich_text: shape(
    {
      type,
      elements: list(
        1,
        Infinity,
        byType({
          rich_text_section: shape({ type, elements: richTextParts }),
          rich_text_quote: shape({ type, elements: richTextParts }),
        }),
      ),
    },
    ID,
    richTextFits,
  ),
  /** header-block */
  header: shape({ type, text: plainText(LIMITS.header) }, ID),
  /** context-block */
  context: shape({ type, elements: list(1, LIMITS.contextElements, anyText(LIMITS.text)) }, ID),
  /** divider-block */
  divider: shape({ type }, ID),
  /** actions-block */
  actions: shape(
    { type, elements: list(1, LIMITS.actionsElements, byType(IN_ACTIONS)) },
    ID,
    distinctActions,
  ),
  /** input-block */
  input: shape(
    { type, label: plainText(LIMITS.input.label), element: byType(IN_INPUT) },
    { ...ID, hint: plainText(LIMITS.input.hint), optional: yesOrNo, dispatch_action: yesOrNo },
  ),
};

/** Blocks of one message or view. */
export function blocksOf(most: number): Check {
  return (data, at) => [
    ...list(1, most, byType(BLOCKS))(data, at),
    ...(Array.isArray(data)
      ? [
          ...distinct(data.map(idOf), at, 'the block_id'),
          ...distinct(data.flatMap(focused), at, 'the focus on'),
        ]
      : []),
  ];
}

function idOf(block: unknown): unknown {
  return isObject(block) ? block['block_id'] : undefined;
}

/** Only one element of a view can have the focus to begin with. */
function focused(block: unknown): string[] {
  const element = isObject(block) ? block['element'] : undefined;
  return isObject(element) && element['focus_on_load'] === true ? ['load'] : [];
}

function textsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(textsIn);
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : textsIn(value),
  );
}
