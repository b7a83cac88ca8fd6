import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrase } from '../../../src/domain/phrase.ts';
import { button, fact, line, type Line, type View } from '../../../src/domain/view.ts';
import type { Block, SlackMessage } from '../../../src/platforms/slack/blocks.ts';
import { checkMessage, checkView } from '../../support/slack-limits/check-limits.ts';
import { readAction } from '../../../src/platforms/slack/read-action.ts';
import { renderMessage } from '../../../src/platforms/slack/render-message.ts';
import { renderModal } from '../../../src/platforms/slack/render-modal.ts';
import * as samples from '../../support/sample-views.ts';
import { anInput } from '../../support/inputs.ts';
import { LOCALES, sayIn } from './a-voice.ts';
import { buttonsIn, pressOn, textsIn } from './slack-client.ts';

const say = sayIn('ja');
const text = (value: string) => phrase('value', { value });
const aView = (over: Partial<View> = {}): View => ({
  kind: 'notice',
  lines: [],
  inputs: [],
  buttons: [],
  fallback: phrase('card.fallback.sealed'),
  ...over,
});
const shown = (messages: readonly SlackMessage[]) =>
  messages.flatMap(({ blocks }) => textsIn(blocks)).join('');
const plainWords = (words: string) => words.replaceAll('\n', '');
const titles = (messages: readonly SlackMessage[]) =>
  messages.flatMap(({ blocks }) => blocks.flatMap(buttonsIn)).map((one) => one.text.text);

/** What people write: with everything that Slack would take for something else. */
const typedWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<!channel>',
        '<@U0TANAKA>',
        '*太字*',
        '_a_',
        '`a`',
        ':smile:',
        '&amp;',
        '> ',
        '\n',
        '@here',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const someLine: fc.Arbitrary<Line> = fc.oneof(
  fc
    .tuple(typedWords, fc.constantFrom<Line['tone'][]>('plain', 'strong', 'quiet', 'quote'))
    .map(([words, tone]) => line(text(words), tone)),
  fc
    .tuple(fc.constantFrom('発見部署', '人数'), typedWords)
    .map(([name, words]) => fact(text(name), text(words))),
);

describe('a message', () => {
  it('has every line and button of its view, in order and word for word, and Slack takes it', () => {
    const view = fc.record({
      lines: fc.array(someLine, { maxLength: 60 }),
      labels: fc.uniqueArray(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }), {
        maxLength: 60,
      }),
    });
    fc.assert(
      fc.property(view, ({ lines, labels }) => {
        const kept = labels.filter((label) => label.trim() !== '' && !/[&<>]/.test(label));
        const messages = renderMessage(
          aView({
            lines: [line(text('はじめ')), ...lines],
            buttons: kept.map((label, index) => button({ action: 'go', value: `${index}` }, text(label))),
          }),
          say,
        );
        expect(messages.flatMap(checkMessage)).toEqual([]);
        const said = lines.map((one) => (one.name ? `${say(one.name)}：${say(one.text)}` : say(one.text)));
        const visible = said.filter((words) => words.trim() !== '');
        expect(plainWords(shown(messages))).toBe(plainWords(['はじめ', ...visible].join('')));
        expect(titles(messages)).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('holds what was typed as text alone: nothing in it can mention, link or style', () => {
    fc.assert(
      fc.property(fc.array(someLine, { minLength: 1, maxLength: 5 }), (lines) => {
        const [message] = renderMessage(aView({ lines }), say);
        expect(JSON.stringify(message?.blocks)).not.toContain('"mrkdwn"');
        expect(checkMessage(message)).toEqual([]);
      }),
    );
  });

  it('shows tones by weight, size and frame, and facts with their name first', () => {
    const [message] = renderMessage(
      aView({
        lines: [
          line(text('a'), 'strong'),
          line(text('b')),
          line(text('c'), 'quote'),
          fact(text('人数'), text('3人')),
          line(text('d'), 'quiet'),
        ],
      }),
      say,
    );
    expect(message?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'a', style: { bold: true } },
              { type: 'text', text: '\n' },
              { type: 'text', text: 'b' },
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'c' }] },
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '人数：', style: { bold: true } },
              { type: 'text', text: '3人' },
            ],
          },
        ],
      },
      { type: 'context', elements: [{ type: 'plain_text', text: 'd', emoji: false }] },
    ]);
  });

  it.each([
    [{ group: 'S0RISK' }, '<!subteam^S0RISK>'],
    [{ users: ['U0ONE', 'W0TWO'] }, '<@U0ONE> <@W0TWO>'],
  ])('calls a user group or people first and once, and nobody else: %j', (called, written) => {
    const messages = renderMessage(aView({ lines: [line(text('<!here>'))] }), say, { called });
    expect(messages[0]?.blocks[0]).toEqual({ type: 'section', text: { type: 'mrkdwn', text: written } });
    expect(JSON.stringify(messages).match(/"mrkdwn"/g)).toHaveLength(1);
    expect(messages.flatMap(checkMessage)).toEqual([]);
  });

  it.each([{ group: '!channel' }, { group: 'U0ONE' }, { users: ['U0ONE', '!here'] }])(
    'calls nobody by what is no id: %j',
    (called) => {
      expect(() => renderMessage(aView(), say, { called })).toThrow(RangeError);
    },
  );

  it('notifies with a sentence that holds nothing of what was said', () => {
    const secret = aView({ lines: [line(text('年金花子様の件'))], fallback: text('年金花子様の件') });
    expect(renderMessage(secret, say).map((message) => message.text)).toEqual(['お知らせがあります。']);
    for (const locale of LOCALES)
      for (const view of [samples.questionView(), samples.summaryView(), samples.cardView('received')])
        expect(renderMessage(view, sayIn(locale))[0]?.text).toMatch(/[。.]$/);
  });
});

describe('long content', () => {
  const story = '窓口で、別の方の通知書をお渡ししました。'.repeat(2000);

  it('of 40,000 characters goes on in further messages, all of it, with the buttons under the last', () => {
    const messages = renderMessage(
      aView({
        lines: [line(text('全文'), 'strong'), line(text(story), 'quote')],
        buttons: [button({ action: 'add' }, phrase('btn.add'))],
      }),
      say,
    );
    expect(story).toHaveLength(40_000);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.flatMap(checkMessage)).toEqual([]);
    expect(shown(messages)).toBe(`全文\n${story}`.replace('\n', ''));
    expect(messages.map(({ blocks }) => blocks.flatMap(buttonsIn).length)).toEqual([
      ...messages.slice(1).map(() => 0),
      1,
    ]);
  });

  it('of a message that is edited later stays one message, and says how to read on', () => {
    const full = { action: 'details', report: 'INC-26-7KQ4M' };
    const messages = renderMessage(
      aView({ lines: [line(text(story))], buttons: [button({ action: 'add' }, phrase('btn.add'))] }),
      say,
      { full },
    );
    expect(messages).toHaveLength(1);
    expect(messages.flatMap(checkMessage)).toEqual([]);
    expect(story.startsWith(textsIn(messages[0]?.blocks ?? [])[0] ?? '?')).toBe(true);
    expect(textsIn(messages[0]?.blocks ?? []).at(-1)).toBe('続きがあります。');
    expect(titles(messages)).toEqual(['続きを見る', '書き足す']);
    const pressed = messages[0] && readAction(pressOn(messages[0], '続きを見る'));
    expect(pressed).toMatchObject({ ok: true, value: { press: full } });
  });

  it('of a page stands in one modal, whatever kinds of lines it has', () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      line(text(`${index} ${'あ'.repeat(100)}`), index % 2 === 0 ? 'plain' : 'quiet'),
    );
    const view = renderModal(aView({ lines }), say, { opener: null });
    expect(checkView(view)).toEqual([]);
    expect(plainWords(textsIn(view.blocks as Block[]).join(''))).toBe(
      plainWords(lines.map((one) => say(one.text)).join('')),
    );
  });

  it('of a button is numbered, and stands above in full', () => {
    const label = `似た提案があります：${'住所変更届を1枚にまとめる。'.repeat(8)}`;
    const messages = renderMessage(
      aView({ buttons: [button({ action: 'a' }, text(label)), button({ action: 'b' }, phrase('btn.no'))] }),
      say,
    );
    expect(messages.flatMap(checkMessage)).toEqual([]);
    expect(shown(messages)).toBe(`1. ${label}\n2. いいえ`);
    const begins = `1. 似た提案があります：${'住所変更届を1枚にまとめる。'.repeat(4)}…`;
    expect(titles(messages)).toEqual([begins, '2. いいえ']);
  });

  it('of a form that fits no message opens beside it, with what is still known', () => {
    const opener = { action: 'open_form' };
    const form = aView({
      kind: 'form',
      inputs: [anInput({ value: { kind: 'text', text: story }, maxLength: 40_000 })],
      buttons: [
        button({ action: 'draft_form' }, phrase('btn.review'), 'primary'),
        button({ action: 'leave_form' }, phrase('btn.cancel')),
      ],
    });
    const messages = renderMessage(form, say, { opener });
    expect(messages.flatMap(checkMessage)).toEqual([]);
    expect(titles(messages)).toEqual(['まとめて書く', 'やめる']);
    expect(() => renderMessage(form, say)).toThrow(RangeError);
    expect(checkView(renderModal(form, say, { opener }))).toEqual([]);
  });
});
