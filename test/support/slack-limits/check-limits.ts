import { blocksOf } from './check-blocks.ts';
import { optionGroups, options, menuOption, plainText } from './check-objects.ts';
import {
  flaw,
  isObject,
  oneOf,
  shape,
  text,
  yesOrNo,
  type Check,
  type Flaw,
  type Members,
} from './check-shape.ts';
import { LIMITS, sizeOf } from '../../../src/platforms/slack/limits.ts';

export type { Flaw } from './check-shape.ts';

/** What Slack would refuse in a message; empty when it takes it. Stricter than the emulators, which take anything. */
export function checkMessage(message: unknown): Flaw[] {
  return MESSAGE(message, 'message');
}

/** In a modal or a Home tab, as `views.open`, `views.update` and `views.publish` take them. */
export function checkView(view: unknown): Flaw[] {
  const home = isObject(view) && view['type'] === 'home';
  return (home ? HOME : MODAL)(view, 'view');
}

/** In the answer to a `block_suggestion`. */
export function checkSuggestions(answer: unknown): Flaw[] {
  return SUGGESTIONS(answer, 'answer');
}

const blocksFit: Check = (data, at) => {
  const size = isObject(data) ? sizeOf(data['blocks'] ?? []) : 0;
  return size > LIMITS.messageBlocks
    ? flaw(`${at}.blocks`, `have ${size} characters, at most ${LIMITS.messageBlocks}`)
    : [];
};

const MESSAGE = shape(
  { text: text(1, LIMITS.messageText), blocks: blocksOf(LIMITS.blocks.message) },
  {},
  blocksFit,
);

const IDS: Members = {
  private_metadata: text(0, LIMITS.view.privateMetadata),
  callback_id: text(1, LIMITS.view.callbackId),
  external_id: text(1, LIMITS.view.externalId),
};

/** "submit is required when an input block is within the blocks array" */
const inputsAreSent: Check = (data, at) => {
  const blocks = isObject(data) && Array.isArray(data['blocks']) ? data['blocks'] : [];
  const asks = blocks.some((block: unknown) => isObject(block) && block['type'] === 'input');
  return asks && isObject(data) && data['submit'] === undefined ? flaw(`${at}.submit`, 'is missing') : [];
};

const MODAL = shape(
  {
    type: oneOf('modal'),
    title: plainText(LIMITS.view.title),
    blocks: blocksOf(LIMITS.blocks.modal),
  },
  {
    ...IDS,
    submit: plainText(LIMITS.view.submit),
    close: plainText(LIMITS.view.close),
    clear_on_close: yesOrNo,
    notify_on_close: yesOrNo,
  },
  inputsAreSent,
);

const HOME = shape({ type: oneOf('home'), blocks: blocksOf(LIMITS.blocks.home) }, IDS);

const SUGGESTIONS = shape(
  {},
  { options: options(LIMITS.selectOptions, menuOption, 0), option_groups: optionGroups(0) },
);
