import { describe, expect, it } from 'vitest';
import { checkMessage, checkSuggestions, checkView } from '../../support/slack-limits/check-limits.ts';
import { lengthOf, sizeOf } from '../../../src/platforms/slack/limits.ts';

type Json = Record<string, unknown>;

const plain = (text: string): Json => ({ type: 'plain_text', text });
const marked = (text: string): Json => ({ type: 'mrkdwn', text });
const section = (over: Json = {}): Json => ({ type: 'section', text: plain('a'), ...over });
const button = (over: Json = {}): Json => ({
  type: 'button',
  action_id: 'a',
  text: plain('a'),
  value: 'v',
  ...over,
});
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const option = (value: string, text = value): Json => ({ text: plain(text), value });
const optionsOf = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const input = (element: Json, over: Json = {}): Json => ({
  type: 'input',
  label: plain('a'),
  element,
  ...over,
});
const box = (over: Json = {}): Json => ({ type: 'plain_text_input', action_id: 'a', ...over });
const radio = (over: Json = {}): Json => ({ type: 'radio_buttons', options: optionsOf(2), ...over });
const menu = (over: Json = {}): Json => ({ type: 'static_select', options: optionsOf(2), ...over });
const rich = (...texts: string[]): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: texts.map((text) => ({ type: 'text', text })) }],
});

const message = (...blocks: Json[]): Json => ({ text: 'a', blocks });
const modal = (blocks: Json[], over: Json = {}): Json => ({
  type: 'modal',
  title: plain('a'),
  submit: plain('a'),
  blocks,
  ...over,
});
const times = (count: number, of: (index: number) => Json) =>
  Array.from({ length: count }, (_, index) => of(index));
const long = (count: number) => 'a'.repeat(count);

describe('what Slack takes', () => {
  it.each<[string, Json]>([
    ['a section with text', section()],
    ['a section with fields', { type: 'section', fields: [plain('a'), marked('*b*')] }],
    ['a section with a button', section({ accessory: button() })],
    ['25 actions', actions(...times(25, (index) => button({ action_id: `${index}` })))],
    ['the longest button', actions(button({ text: plain(long(75)), value: long(2000) }))],
    ['10 radio buttons', input(radio({ options: optionsOf(10), initial_option: option('o9') }))],
    ['100 choices in a menu', input(menu({ options: optionsOf(100) }))],
    [
      'groups in a menu',
      input({ type: 'static_select', option_groups: [{ label: plain('g'), options: optionsOf(100) }] }),
    ],
    ['a search', input({ type: 'external_select', min_query_length: 0, initial_option: option('x') })],
    ['the longest box', input(box({ max_length: 3000, initial_value: long(3000), multiline: true }))],
    ['a date and a time', input({ type: 'datepicker', initial_date: '2026-02-28' })],
    ['the longest header', { type: 'header', text: plain(long(150)) }],
    ['a line', { type: 'divider' }],
    ['small print', { type: 'context', elements: [plain('a')] }],
    ['rich text', rich(long(3000))],
  ])('%s', (_, block) => {
    expect(checkView(modal([block]))).toEqual([]);
    expect(checkMessage(message(block))).toEqual([]);
  });

  it('views with as many blocks as there may be', () => {
    expect(checkView(modal(times(100, () => section())))).toEqual([]);
    expect(checkView({ type: 'home', blocks: times(100, () => section()) })).toEqual([]);
    expect(checkMessage(message(...times(50, () => section())))).toEqual([]);
  });
});

describe('what Slack refuses', () => {
  it.each<[string, Json, string]>([
    ['an empty text', section({ text: plain('') }), 'blocks.0.text.text is empty'],
    ['a text of blanks', section({ text: plain(' \u3000') }), 'blocks.0.text.text is empty'],
    ['a text too long', section({ text: plain(long(3001)) }), 'text has 3001 characters, at most 3000'],
    ['a section with nothing', { type: 'section' }, 'blocks.0 needs a text or fields'],
    ['11 fields', { type: 'section', fields: times(11, () => plain('a')) }, 'has 11 members'],
    ['a field too long', { type: 'section', fields: [plain(long(2001))] }, 'at most 2000'],
    ['a header too long', { type: 'header', text: plain(long(151)) }, 'at most 150'],
    ['a header in mrkdwn', { type: 'header', text: marked('a') }, 'cannot stand here: mrkdwn'],
    ['26 actions', actions(...times(26, (index) => button({ action_id: `${index}` }))), 'has 26 members'],
    ['no action', actions(), 'has 0 members'],
    ['two actions of one id', actions(button(), button()), 'has the action_id a twice'],
    ['an action id too long', actions(button({ action_id: long(256) })), 'at most 255'],
    ['a button with mrkdwn', actions(button({ text: marked('a') })), 'cannot stand here: mrkdwn'],
    ['a button too long', actions(button({ text: plain(long(76)) })), 'at most 75'],
    ['a value too long', actions(button({ value: long(2001) })), 'at most 2000'],
    ['an unknown style', actions(button({ style: 'warning' })), 'is none of primary, danger'],
    ['a box among actions', actions(box()), 'cannot stand here: plain_text_input'],
    ['a button as an input', input(button()), 'cannot stand here: button'],
    ['6 choices in an overflow', actions({ type: 'overflow', options: optionsOf(6) }), 'has 6 members'],
    ['11 radio buttons', input(radio({ options: optionsOf(11) })), 'has 11 members'],
    ['no radio button', input(radio({ options: [] })), 'has 0 members'],
    ['101 choices', input(menu({ options: optionsOf(101) })), 'has 101 members'],
    ['neither choices nor groups', input({ type: 'static_select' }), 'needs either options or groups'],
    ['choices of one value', input(radio({ options: [option('a'), option('a', 'b')] })), 'the value a twice'],
    ['a choice too long', input(radio({ options: [option('a', long(76))] })), 'at most 75'],
    [
      'a choice in mrkdwn in a menu',
      input(menu({ options: [{ text: marked('a'), value: 'a' }] })),
      'cannot stand here',
    ],
    ['a value of a choice too long', input(radio({ options: [option(long(151), 'a')] })), 'at most 150'],
    [
      'another choice to begin with',
      input(radio({ initial_option: option('o1', 'other') })),
      'is none of the options',
    ],
    ['a box too long', input(box({ max_length: 3001 })), 'is no number from 1 to 3000'],
    [
      'more in a box than it takes',
      input(box({ max_length: 5, initial_value: 'abcdef' })),
      'is longer than 5',
    ],
    ['nothing in a box, said', input(box({ initial_value: '' })), 'is empty'],
    ['no such day', input({ type: 'datepicker', initial_date: '2026-13-01' }), 'initial_date is not like'],
    ['no such time', input({ type: 'timepicker', initial_time: '9:00' }), 'initial_time is not like'],
    ['a placeholder too long', input(box({ placeholder: plain(long(151)) })), 'at most 150'],
    ['no label', { type: 'input', element: box() }, 'label is missing'],
    ['a label in mrkdwn', input(box(), { label: marked('a') }), 'cannot stand here: mrkdwn'],
    ['a hint too long', input(box(), { hint: plain(long(2001)) }), 'at most 2000'],
    ['rich text of nothing', rich(), 'has 0 members'],
    ['rich text with an empty text', rich(''), 'is empty'],
    [
      'a mention in rich text',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
      },
      'cannot stand here: user',
    ],
    [
      '11 pieces of small print',
      { type: 'context', elements: times(11, () => plain('a')) },
      'has 11 members',
    ],
    ['an unknown block', { type: 'markdown', text: 'a' }, 'cannot stand here: markdown'],
    ['an unknown member', section({ colour: 'red' }), 'colour is not known here'],
    ['a block id too long', section({ block_id: long(256) }), 'at most 255'],
  ])('%s', (_, block, what) => {
    const flaws = checkView(modal([block])).map(({ at, what: why }) => `${at} ${why}`);
    expect(flaws.join('\n')).toContain(what);
  });

  it.each<[string, Json, string]>([
    ['101 blocks', modal(times(101, () => section())), 'has 101 members'],
    ['no block', modal([]), 'has 0 members'],
    ['a title too long', modal([section()], { title: plain(long(25)) }), 'at most 24'],
    ['a title in mrkdwn', modal([section()], { title: marked('a') }), 'cannot stand here: mrkdwn'],
    ['a submit too long', modal([section()], { submit: plain(long(25)) }), 'at most 24'],
    ['a close too long', modal([section()], { close: plain(long(25)) }), 'at most 24'],
    ['inputs that cannot be sent', modal([input(box())], { submit: undefined }), 'submit is missing'],
    ['too much to remember', modal([section()], { private_metadata: long(3001) }), 'at most 3000'],
    ['a callback id too long', modal([section()], { callback_id: long(256) }), 'at most 255'],
    [
      'blocks of one id',
      modal([section({ block_id: 'a' }), section({ block_id: 'a' })]),
      'the block_id a twice',
    ],
    [
      'a Home tab with a title',
      { type: 'home', title: plain('a'), blocks: [section()] },
      'title is not known',
    ],
  ])('%s', (_, view, what) => {
    const flaws = checkView(view).map(({ at, what: why }) => `${at} ${why}`);
    expect(flaws.join('\n')).toContain(what);
  });

  it('messages with too much', () => {
    expect(checkMessage(message(...times(51, () => section())))).not.toEqual([]);
    expect(checkMessage({ text: '', blocks: [section()] })).not.toEqual([]);
    expect(checkMessage({ text: long(4001), blocks: [section()] })).not.toEqual([]);
    expect(checkMessage({ blocks: [section()] })).not.toEqual([]);
    const full = times(5, () => section({ text: plain(long(2900)) }));
    expect(checkMessage(message(...full))).toEqual([
      { at: 'message.blocks', what: expect.stringContaining('at most 12000') as string },
    ]);
  });

  it('suggestions with too many or the same', () => {
    expect(checkSuggestions({ option_groups: [] })).toEqual([]);
    expect(checkSuggestions({ options: optionsOf(101) })).not.toEqual([]);
    const group = { label: plain('g'), options: [option('a')] };
    expect(checkSuggestions({ option_groups: [group] })).toEqual([]);
    expect(checkSuggestions({ option_groups: [group, group] })).not.toEqual([]);
  });
});

describe('a length', () => {
  it('counts what Slack keeps as an entity as that', () => {
    expect(lengthOf('a<b>&')).toBe(1 + 4 + 1 + 4 + 5);
    expect(lengthOf('漢字')).toBe(2);
  });

  it('of blocks is never less than their JSON, but for what JSON itself escapes', () => {
    const blocks = [section(), input(radio(), { optional: true }), rich('a', 'b')];
    expect(sizeOf(blocks)).toBeGreaterThanOrEqual(JSON.stringify(blocks).length);
  });
});
