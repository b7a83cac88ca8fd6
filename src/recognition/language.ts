import { withoutReportNumbers } from './extract/report-numbers.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /\b[a-z]{2,}\b/gu;
const ENGLISH_WORDS_AGAINST_ONE_SIGN = 0.5;

/**
 * Japanese unless there are words and hardly a Japanese sign: "please check 年金証書" is English. A report number is
 * no word of any language: 「INC-26-QQQQQは？」 is Japanese.
 */
export function languageOf(text: string): 'ja' | 'en' {
  const words = withoutReportNumbers(text);
  const latinWords = words.match(LATIN_WORD)?.length ?? 0;
  const japaneseSigns = Array.from(words).filter((sign) => JAPANESE.test(sign)).length;
  return latinWords > 0 && japaneseSigns <= latinWords * ENGLISH_WORDS_AGAINST_ONE_SIGN ? 'en' : 'ja';
}
