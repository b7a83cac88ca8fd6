import type { types } from '@slack/bolt';

/** The part of Block Kit that is used here, by the names of Slack's own types. */
export type Block =
  | types.SectionBlock
  | types.RichTextBlock
  | types.ContextBlock
  | types.HeaderBlock
  | types.DividerBlock
  | types.ActionsBlock
  | types.InputBlock;
export type RichTextBlock = types.RichTextBlock;
export type RichTextElement = types.RichTextBlockElement;
export type RichTextPart = types.RichTextElement;
export type ActionsBlock = types.ActionsBlock;
export type InputBlock = types.InputBlock;
export type SectionBlock = types.SectionBlock;
export type InputElement = types.InputBlock['element'];
export type ButtonElement = types.Button;
export type Option = types.PlainTextOption;
export type OptionGroup = { label: PlainText; options: Option[] };
export type PlainText = types.PlainTextElement;
export type ModalView = types.ModalView;
export type HomeView = types.HomeView;

/** Of a message: what is shown, and the sentence of its notification. */
export interface SlackMessage {
  text: string;
  blocks: Block[];
}

/** Words as they are: nothing in them becomes an emoji, a link, a mention or a style. */
export function plain(text: string): PlainText {
  return { type: 'plain_text', text, emoji: false };
}
