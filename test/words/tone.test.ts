import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { loadLocales, type Catalog } from '../../src/words/load-locales.ts';

const { ja, en } = loadLocales('locales');

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const LITERAL = 0;

/** What a message says by itself: all its branches, an ellipsis for each value that goes in. */
function ownWords(message: string): string {
  return new IntlMessageFormat(message, 'ja', undefined, { ignoreTag: true }).getAst().map(wordsOf).join('');
}

function wordsOf(element: Element): string {
  const type: number = element.type;
  if (type === LITERAL && 'value' in element) return element.value;
  if (!('options' in element)) return '…';
  return Object.values(element.options)
    .map(({ value }) => value.map(wordsOf).join(''))
    .join(' ');
}

function offending(catalog: Catalog, isWrong: (words: string, key: string) => boolean): string[] {
  return Object.entries(catalog)
    .filter(([key, message]) => isWrong(ownWords(message), key))
    .map(([key, message]) => `${key}: ${message}`);
}

/** Names that have no Japanese: numbers of reports, office machines, files, formats, products, settings and what is typed into a terminal. */
const NAMES =
  /\b(?:[A-Z]{3}-\d{2}-[0-9A-Z]{5}|FAX|JSON|YAML|CSV|PostgreSQL|Slack|Teams|[A-Z]+(?:_[A-Z]+)+|[\w-]+\.(?:ya?ml|csv)|npm|tsutae|Ctrl-C)\b/g;

/** Said to administrators, who meet names of files and settings. */
const TECHNICAL = /^(?:cli|config|catalogue|(?:slack|teams)\.doctor)\./;

/** A language is called what those who speak it call it. */
const LANGUAGE = /^home\.language\.\w+$/;

/** Said inside another sentence, on a control, or as an example of what staff write. */
const FRAGMENT =
  /^(?:btn|page\.(?:placeholder|part|example|channel_placeholder)|cli\.flaw|cli\.\w+\.about)\b/;

describe('Japanese', () => {
  it('lets no English leak through', () => {
    const leaks = (words: string) => /[A-Za-z]{2,}/.test(words.replaceAll(NAMES, ''));
    expect(
      offending(ja, (words, key) => !TECHNICAL.test(key) && !LANGUAGE.test(key) && leaks(words)),
    ).toEqual([]);
  });

  it('keeps every sentence within 40 characters', () => {
    // What is quoted for administrators to type, and names of files, are not read but copied.
    const read = (words: string) => words.replaceAll(/「[^」]*」/g, '').replaceAll(NAMES, '');
    const tooLong = (words: string, key: string) =>
      (TECHNICAL.test(key) ? read(words) : words).split('。').some((sentence) => [...sentence].length > 40);
    expect(offending(ja, tooLong)).toEqual([]);
  });

  it('does not shout, and writes digits and letters half-width', () => {
    expect(
      offending(ja, (words) => /[！？!?０-９Ａ-Ｚａ-ｚ]/.test(words.replace('どうなりました？', ''))),
    ).toEqual([]);
    expect(offending(ja, (words) => /\p{Extended_Pictographic}/u.test(words))).toEqual([]);
  });

  it('uses no office phrases that say nothing', () => {
    const empty =
      /させていただ|いただけますでしょうか|ご教示|鋭意|誠に|お待ちください|エラー|ステータス|入力値/;
    expect(offending(ja, (words) => empty.test(words))).toEqual([]);
  });

  it('ends every sentence with its mark', () => {
    const unfinished = (words: string) => /(?:です|ます|ません|ました|ください|ですか|ますか)$/.test(words);
    expect(offending(ja, (words, key) => !FRAGMENT.test(key) && unfinished(words))).toEqual([]);
  });
});

describe('English', () => {
  it('is complete: no Japanese is left in it', () => {
    const isJapanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
    expect(offending(en, (words, key) => !LANGUAGE.test(key) && isJapanese.test(words))).toEqual([]);
  });

  it('shouts no more than Japanese', () => {
    expect(offending(en, (words) => words.includes('!'))).toEqual([]);
  });
});

describe('the files of words', () => {
  it.each(['ja', 'en'])('hold no key twice (%s)', (locale) => {
    const keys = [...readFileSync(`locales/${locale}.json`, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(
      ([, key]) => key,
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys).toHaveLength(Object.keys(loadLocales('locales')[locale as 'ja' | 'en']).length);
  });

  it.each(['no such folder', 'test/words'])('are named when they cannot be read (%s)', (folder) => {
    expect(() => loadLocales(folder)).toThrow('ja.json');
  });
});
