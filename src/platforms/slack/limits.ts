/**
 * What Slack accepts, in one table. Each figure stands with its page below https://docs.slack.dev/reference/; what no
 * page gives is marked as measured, with the thread where it was. Lengths are characters as `lengthOf` counts them,
 * everything else is a number of things. Nothing is ever cut to fit: renderers split, number or choose another control.
 */
export const LIMITS = {
  /** `block-kit/blocks`: 50 in a message, 100 in a modal or on the Home tab. */
  blocks: { message: 50, modal: 100, home: 100 },
  /**
   * Everything in the blocks of one message together, as JSON. Not in the reference: `msg_blocks_too_long` was measured
   * at 13,297 characters of text alone, and at 11,341 with more blocks around it (slackapi/bolt-js, issues 2509 and
   * 2867, where the maintainers speak of 12,000 characters and a buffer for the blocks).
   */
  messageBlocks: 12_000,
  /**
   * `text` of a message: https://api.slack.com/changelog/2018-04-truncating-really-long-messages cuts at 40,000;
   * `methods/chat.postMessage` asks for 4,000.
   */
  messageText: 4_000,
  /** `block-kit/composition-objects/text-object`: from 1 to 3,000. */
  text: 3_000,
  /** `block-kit/blocks/section-block`: text 3,000; fields 10 of 2,000. */
  section: { text: 3_000, fields: 10, field: 2_000 },
  /** `block-kit/blocks/header-block`. */
  header: 150,
  /** `block-kit/blocks/context-block`. */
  contextElements: 10,
  /** `block-kit/blocks/actions-block`. */
  actionsElements: 25,
  /** `block-kit/blocks/input-block`. */
  input: { label: 2_000, hint: 2_000 },
  /** `block-kit/blocks/rich-text-block` names none; kept to that of a text object. */
  richText: 3_000,
  /** `block-kit/block-elements/button-element`. */
  button: { text: 75, value: 2_000, accessibilityLabel: 75, url: 3_000 },
  /** `block-kit/composition-objects/option-object`; the types of the SDK still say 75 for the value. */
  option: { text: 75, value: 150, description: 75 },
  /** `block-kit/block-elements/radio-button-group-element`, and checkboxes-element. */
  radioOptions: 10,
  /** `block-kit/block-elements/select-menu-element`: options, or groups of them. */
  selectOptions: 100,
  selectGroups: 100,
  /** `block-kit/composition-objects/option-group-object`. */
  optionGroup: { label: 75, options: 100 },
  /** `block-kit/block-elements/overflow-menu-element`. */
  overflowOptions: 5,
  /** `block-kit/block-elements/plain-text-input-element`: what can be typed, and be there before. */
  plainTextInput: 3_000,
  /** The placeholder of any element, e.g. `block-kit/block-elements/select-menu-element`. */
  placeholder: 150,
  /** `block-kit/composition-objects/confirmation-dialog-object`. */
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  /** `block-kit/blocks/image-block`. */
  image: { alt: 2_000, title: 2_000, url: 3_000 },
  /** `block-kit/blocks`, and every interactive element. */
  blockId: 255,
  actionId: 255,
  /** `views/modal-views`, and home-tab-views. */
  view: { title: 24, submit: 24, close: 24, privateMetadata: 3_000, callbackId: 255, externalId: 255 },
} as const;

/**
 * How long Slack may find a text. It names no unit and keeps `&`, `<` and `>` as entities: so UTF-16 units, never fewer
 * than characters, with those three at the length of their entity.
 */
export function lengthOf(text: string): number {
  let length = text.length;
  for (const sign of text) length += ENTITY_SURPLUS[sign] ?? 0;
  return length;
}

const ENTITY_SURPLUS: Readonly<Record<string, number>> = { '&': 4, '<': 3, '>': 3 };

/** How long blocks are all together: their texts, with what JSON needs around them. */
export function sizeOf(data: unknown): number {
  if (typeof data === 'string') return lengthOf(data) + 2;
  if (Array.isArray(data)) return data.reduce((size: number, one) => size + sizeOf(one) + 1, 2);
  if (typeof data !== 'object' || data === null) return String(data).length;
  return Object.entries(data).reduce((size, [name, value]) => size + name.length + 4 + sizeOf(value), 2);
}
