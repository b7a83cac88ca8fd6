const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const LATIN_WORD = /\b[a-z]{2,}\b/gu;
const ENGLISH_WORDS_AGAINST_ONE_SIGN = 0.5;

/** Japanese unless there are words and hardly a Japanese sign: "please check 年金証書" is English. */
export function languageOf(text: string): 'ja' | 'en' {
  const latinWords = text.match(LATIN_WORD)?.length ?? 0;
  const japaneseSigns = Array.from(text).filter((sign) => JAPANESE.test(sign)).length;
  return latinWords > 0 && japaneseSigns <= latinWords * ENGLISH_WORDS_AGAINST_ONE_SIGN ? 'en' : 'ja';
}
