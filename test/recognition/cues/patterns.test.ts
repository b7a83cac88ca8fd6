import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAnywhere, Patterns } from '../../../src/recognition/cues/patterns.ts';
import type { WordClasses } from '../../../src/recognition/cues/patterns.ts';
import type { Token } from '../../../src/recognition/tokenize.ts';

/** Words as a tokenizer gives them, in their dictionary form already; `⁑` marks a name. */
function words(sentence: string): Token[] {
  return sentence.split(' ').map((word) => ({
    surface: word.replace('⁑', ''),
    base: word.replace('⁑', ''),
    pos: '名詞',
    detail: '一般',
    start: 0,
    ...(word.endsWith('⁑') ? { names: '人名' } : {}),
  }));
}

function holds(pattern: string, sentence: string, classes: WordClasses = {}): boolean {
  const patterns = new Patterns(classes);
  const step = patterns.anyOf([pattern]);
  return holdsAnywhere(step, patterns.read(words(sentence)));
}

function ends(pattern: string, sentence: string, classes: WordClasses = {}): number[] {
  const patterns = new Patterns(classes);
  const step = patterns.anyOf([pattern]);
  const found: number[] = [];
  holdsAnywhere(step, patterns.read(words(sentence)), (end) => {
    found.push(end);
    return false;
  });
  return found;
}

describe('a pattern over words', () => {
  it.each([
    ['one word', '送る', '別 の 人 に 送る', true],
    ['no part of a word', '送', '別 の 人 に 送る', false],
    ['words in a row', '人 に 送る', '別 の 人 に 送る', true],
    ['words in a row only', '人 送る', '別 の 人 に 送る', false],
    ['either of two', '渡す|送る', '人 に 渡す', true],
    ['what may be missing', '人 は? 倒れる', '人 倒れる', true],
    ['what may be there', '人 は? 倒れる', '人 は 倒れる', true],
    ['what is repeated', '見る て|いる|ます~ ない', '見る て いる ます ない', true],
    ['what is repeated not at all', '見る て|いる|ます~ ない', '見る ない', true],
    ['a number of several words', '# 級', '2 十 級', true],
    ['no number', '# 級', '上 級', false],
    ['a name of several words', '<name> 様', '内藤⁑ 進⁑ 様', true],
    ['no name', '<name> 様', '内藤 様', false],
    ['the end of a longer word', '*証', '保険証 を', true],
    ['the beginning of a longer word', '誤送*', '誤送付 する', true],
    ['the middle of a longer word', '*送付*', '誤送付先 へ', true],
    ['both ends of a longer word', '近隣*所', '近隣事務所 へ', true],
    ['no word between both ends', '近隣*所', '近隣 の 所', false],
    ['words that were cut otherwise', '図書館', '図書 館 へ', true],
    ['a part that was cut otherwise', '*議員*', '市議 員 が', true],
    ['another spelling of the same signs', 'ＵＳＢ*', 'usbメモリ が', true],
  ])('is held against %s', (_, pattern, sentence, expected) => {
    expect(holds(pattern, sentence)).toBe(expected);
  });

  it('skips some words of a clause, and goes no further than its comma', () => {
    expect(holds('書類 .. ない', '書類 が もう ない')).toBe(true);
    expect(holds('書類 .. ない', '書類 が 、 もう ない')).toBe(false);
    expect(holds('書類 … ない', '書類 が 、 もう ない')).toBe(true);
  });

  it('skips as far as a clause goes once for each gap', () => {
    const far = '書類 ここに あったのに 今朝から もう ない';
    expect(holds('書類 .. ない', far)).toBe(false);
    expect(holds('書類 .. .. ない', far)).toBe(true);
  });

  it('refers to classes, which refer to others', () => {
    const classes = { lost: ['なくす', '{gone} しまう'], gone: ['行く て?', '消える て'] };
    expect(holds('書類 を? {lost}', '書類 を なくす', classes)).toBe(true);
    expect(holds('書類 を|が {lost}|戻る', '書類 が 消える て しまう', classes)).toBe(true);
    expect(holds('書類 を|が {lost}|戻る', '書類 が 消える', classes)).toBe(false);
  });

  it('is refused for a class that is not there, or that refers to itself', () => {
    expect(() => holds('{lost}', '書類')).toThrow('lost');
    expect(() => holds('{a}', '書類', { a: ['{b}'], b: ['{a} て'] })).toThrow('a');
  });

  it('ends as late as what is repeated goes, and as early as a gap allows', () => {
    expect(ends('見る て|いる~', '見る て いる 人')).toEqual([3]);
    expect(ends('人 … 渡す', '人 に 渡す て 渡す')).toEqual([3]);
    expect(ends('分かる ない?', '分かる ない')).toEqual([2]);
  });

  it('is found again at every word that it begins at', () => {
    expect(ends('# 件', '3 件 と 4 件')).toEqual([2, 5]);
  });

  it('reads any words, and ends behind where it began', () => {
    const word = fc.constantFrom('て', 'いる', '書類', '書', '類', 'ない', '、', '3', '', '𠮷', '\ud800');
    const element = fc.constantFrom('て|いる~', '書類', '*類', '書*', '..', '…', '#', 'ない?', '{any}');
    const pattern = fc.array(element, { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), pattern, (sentence, each) => {
        const found = ends(each, sentence.join(' '), { any: ['て ない', '書類'] });
        expect(found.every((end) => end >= 0 && end <= sentence.length)).toBe(true);
      }),
    );
  });
});
