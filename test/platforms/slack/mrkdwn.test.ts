import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMrkdwn } from '../../../src/platforms/slack/escape-mrkdwn.ts';
import { readMrkdwn } from '../../../src/platforms/slack/read-mrkdwn.ts';
import { display } from './mrkdwn-client.ts';

/** Words as they are typed, with everything in them that means something to Slack. */
export const typedText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        ':',
        '>',
        '＞',
        '＊',
        '＿',
        '～',
        '｀',
        '•',
        '&',
        '<',
        '>',
        '\n',
        ' ',
      ),
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '<!channel>',
        '<!here>',
        '<@U0TANAKA>',
        '<#C0RISK>',
        '<!subteam^S0RISK>',
      ),
      fc.constantFrom(
        ':smile:',
        '@channel',
        '@here',
        'https://example.com',
        '<https://a.b|c>',
        '太字',
        'a',
        '。',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\u2060', ''));

describe('words in mrkdwn', () => {
  it('are shown as they were typed, and mention, link and style nothing', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        expect(display(escapeMrkdwn(typed))).toEqual({ text: typed, marked: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('would be taken for something else without it', () => {
    const marks = ['<!channel>', '*a*', '_a_', '~a~', '`a`', ':smile:', '&gt; a', '• a', 'a & b', '＊太字＊'];
    for (const mark of marks) expect(display(mark).marked).not.toEqual([]);
  });
});

describe('a message that Slack hands over', () => {
  /** As Slack sends what was typed. */
  const sent = (typed: string) =>
    typed.replaceAll(/[&<>]/gu, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

  it('is read as it was typed', () => {
    fc.assert(
      fc.property(typedText, (typed) => {
        expect(readMrkdwn(sent(typed))).toBe(typed);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['<@U0TANAKA> お願いします', '@U0TANAKA お願いします'],
    ['<@U0TANAKA|田中>さん', '@田中さん'],
    ['<#C0RISK|リスク>に', '#リスクに'],
    ['<#C0RISK>', '#C0RISK'],
    ['<!here> と <!channel|@channel>', '@here と @channel'],
    ['<!subteam^S0RISK|@risk>', '@risk'],
    ['<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
    ['<http://example.com|example.com>', 'example.com'],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['<!date^1700000000^{date}|11月15日>', '11月15日'],
    ['3 &lt; 5 &amp;amp; 6', '3 < 5 &amp; 6'],
  ])('%s is read as %s', (text, typed) => {
    expect(readMrkdwn(text)).toBe(typed);
  });
});
