import type { Block, ModalView, SlackMessage } from '../../../src/platforms/slack/blocks.ts';
import type { HomeView } from '../../../src/platforms/slack/blocks.ts';

/** What Slack's client knows of a control: where it stands, what it is, and what it holds to begin with. */
export interface ShownControl {
  block: string;
  label: string;
  element: Record<string, unknown> & { type: string };
}

type Json = Record<string, unknown>;

const USER = { id: 'U0TANAKA', team_id: 'T0TSUTAE' };

export function controlsOf(blocks: readonly Block[]): ShownControl[] {
  return blocks.flatMap((block) =>
    block.type === 'input'
      ? [
          {
            block: block.block_id ?? '',
            label: block.label.text,
            element: block.element as unknown as ShownControl['element'],
          },
        ]
      : [],
  );
}

/** What is chosen, by the block it is done in; everything else stays as it was shown. */
export type Changes = Readonly<Record<string, string | null>>;

/** `state.values` as a client sends it, with what each control held before unless it was changed. */
export function stateOf(blocks: readonly Block[], changes: Changes = {}): { values: Record<string, Json> } {
  const values = controlsOf(blocks).map(({ block, element }) => {
    const changed = Object.hasOwn(changes, block) ? (changes[block] ?? null) : heldBy(element);
    return [block, { [String(element['action_id'])]: said(element.type, changed) }] as const;
  });
  return { values: Object.fromEntries(values) };
}

export function submissionOf(view: ModalView, changes: Changes = {}): Json {
  return {
    type: 'view_submission',
    team: { id: 'T0TSUTAE', domain: 'nenkin' },
    user: USER,
    trigger_id: 'trigger',
    view: {
      ...view,
      id: 'V1',
      hash: '1.a',
      team_id: 'T0TSUTAE',
      state: stateOf(view.blocks as Block[], changes),
    },
  };
}

/** The payload of a press on the button with this title. */
export function pressOn(
  where: SlackMessage | ModalView | HomeView,
  title: string,
  changes: Changes = {},
): Json {
  const blocks = where.blocks as Block[];
  const element = blocks.flatMap(buttonsIn).find((one) => one.text.text === title);
  if (!element) throw new Error(`no button says ${title}`);
  const common = {
    type: 'block_actions',
    team: { id: 'T0TSUTAE', domain: 'nenkin' },
    user: USER,
    trigger_id: 'trigger',
    actions: [{ ...element, block_id: 'b', action_ts: '1700000000.000100' }],
  };
  if ('text' in where)
    return {
      ...common,
      channel: { id: 'C0RISK', name: 'risk' },
      message: { type: 'message', ts: '1700000000.000001', blocks },
      state: stateOf(blocks, changes),
    };
  return { ...common, view: { ...where, id: 'V1', hash: '1.a', state: stateOf(blocks, changes) } };
}

/** Everything that can be pressed, in order. */
export function buttonsIn(block: Block): { text: { text: string }; value: string; type: string }[] {
  const elements: unknown[] =
    block.type === 'actions' ? block.elements : block.type === 'section' ? [block.accessory] : [];
  return elements.filter(
    (one): one is { text: { text: string }; value: string; type: string } =>
      typeof one === 'object' && one !== null && 'type' in one && one.type === 'button',
  );
}

/** Every word that is shown, in reading order: a line for each text. */
export function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'rich_text':
        return block.elements.map((element) =>
          element.elements.map((part) => ('text' in part ? (part.text ?? '') : '')).join(''),
        );
      case 'context':
        return block.elements.map((element) => ('text' in element ? element.text : ''));
      case 'header':
        return [block.text.text];
      case 'section':
        return block.text ? [block.text.text] : [];
      case 'input':
        return [block.label.text, ...(block.hint ? [block.hint.text] : [])];
      case 'actions':
      case 'divider':
        return [];
    }
  });
}

function heldBy(element: ShownControl['element']): string | null {
  const chosen = element['initial_option'] as { value: string } | undefined;
  const held =
    element['initial_value'] ?? element['initial_date'] ?? element['initial_time'] ?? chosen?.value;
  return typeof held === 'string' ? held : null;
}

/** In the form of each kind, as the reference of interaction payloads gives it. */
function said(type: string, text: string | null): Json {
  switch (type) {
    case 'plain_text_input':
      return { type, value: text };
    case 'datepicker':
      return { type, selected_date: text };
    case 'timepicker':
      return { type, selected_time: text };
    default:
      return {
        type,
        selected_option: text === null ? null : { text: { type: 'plain_text', text: '' }, value: text },
      };
  }
}
