import type { Block, HomeView, ModalView, SlackMessage } from '../../../src/platforms/slack/blocks.ts';
import { readModalState } from '../../../src/platforms/slack/modal-state.ts';
import { readPressValue } from '../../../src/platforms/slack/press-value.ts';

type Json = Record<string, unknown>;

/** A message as a person sees it, line by line: **bold**, > quotation, (small print), [button], ▢ what can be filled in. */
export function drawMessage({ text, blocks }: SlackMessage): string[] {
  return [`🔔 ${text}`, ...blocks.flatMap(drawBlock)];
}

export function drawModal(view: ModalView): string[] {
  const send = readModalState(view.private_metadata ?? '')?.send;
  return [
    `┌ ${view.title.text}`,
    ...(view.blocks as Block[]).flatMap(drawBlock).map((line) => `│ ${line}`),
    `└ [${view.close?.text ?? ''}] [${view.submit?.text ?? ''}]${send ? ` → ${said(send)}` : ''}`,
  ];
}

export function drawHome(view: HomeView): string[] {
  return (view.blocks as Block[]).flatMap(drawBlock);
}

function drawBlock(block: Block): string[] {
  switch (block.type) {
    case 'rich_text':
      return block.elements.flatMap((element) => {
        const parts = element.elements as unknown as { text: string; style?: { bold?: boolean } }[];
        const text = parts.map((part) => (part.style?.bold ? `**${part.text}**` : part.text)).join('');
        return text.split('\n').map((line) => (element.type === 'rich_text_quote' ? `> ${line}` : line));
      });
    case 'context':
      return block.elements
        .flatMap((element) => ('text' in element ? element.text.split('\n') : []))
        .map((line) => `(${line})`);
    case 'header':
      return [`## ${block.text.text}`];
    case 'divider':
      return ['────'];
    case 'section':
      return [
        ...(block.text?.text.split('\n') ?? []),
        ...(block.accessory ? [drawElement(block.accessory as unknown as Json)] : []),
      ];
    case 'actions':
      return [block.elements.map((element) => drawElement(element as unknown as Json)).join(' ')];
    case 'input':
      return [
        `▢ ${block.label.text}${block.optional ? '' : ' *'}`,
        `  ${drawElement(block.element as unknown as Json)}`,
        ...(block.hint ? [`  (${block.hint.text})`] : []),
      ];
  }
}

function drawElement(element: Json): string {
  switch (element['type']) {
    case 'button': {
      const press = readPressValue(String(element['value']));
      return `[${textOf(element['text'])}]${press ? ` → ${said(press)}` : ''}`;
    }
    case 'radio_buttons':
      return optionsIn(element)
        .map((title) => `(${title})`)
        .join(' ');
    case 'static_select':
      return `▾ ${optionsIn(element).join(' ／ ')}`;
    case 'external_select':
      return `🔍 ${textOf(element['placeholder'])}${initialOf(element)}`;
    case 'datepicker':
      return `📅 ${held(element['initial_date'])}`;
    case 'timepicker':
      return `🕘 ${held(element['initial_time'])}`;
    default:
      return `${element['multiline'] === true ? '¶' : '_'} ${held(element['initial_value'])}`.trimEnd();
  }
}

function optionsIn(element: Json): string[] {
  const chosen = JSON.stringify(element['initial_option']);
  return (element['options'] as Json[]).map(
    (one) => `${textOf(one['text'])}${JSON.stringify(one) === chosen ? ' ✓' : ''}`,
  );
}

function initialOf(element: Json): string {
  const initial = element['initial_option'] as Json | undefined;
  return initial ? ` = ${textOf(initial['text'])}` : '';
}

function textOf(text: unknown): string {
  return (text as { text: string }).text;
}

function said({ action, value, turn }: { action: string; value?: string; turn?: number }): string {
  return [action, value, turn === undefined ? undefined : `#${turn}`]
    .filter((one) => one !== undefined)
    .join(' ');
}

function held(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
