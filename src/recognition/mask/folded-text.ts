import type { Finding } from './personal-data.ts';
import { PLACEHOLDERS } from './placeholders.ts';

/** Text made uniform for matching; unit i came from [starts[i], ends[i]) of the text as given. */
export interface FoldedText {
  text: string;
  starts: number[];
  ends: number[];
}

/** Stands for a placeholder: no detector matches it, so what is masked is never read as context again. */
export const BARRIER = '\uE000';

const PLACEHOLDER_WORDS = new Set(Object.values(PLACEHOLDERS));
// A character with the marks that compose with it (ｶﾞ is two characters), or a whole placeholder.
const CLUSTER = new RegExp(`${[...PLACEHOLDER_WORDS].join('|')}|[^][\\p{M}\\uFF9E\\uFF9F]{0,3}`, 'uy');
const INVISIBLE = /^(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}]+$/u;
const DECIMAL = /^\p{Nd}/u;
const LONGEST_EXPANSION = 4;

/**
 * Kanji are [㐀-鿿々〇] in all patterns of this folder: \p{Script=Han} also holds those outside the plane, which every
 * pattern pays for with twenty times the machine code. What few names have of them is read as the kanji that it is a
 * shape of, or as any kanji.
 */
const OTHER_KANJI = /(?![㐀-鿿々〇])\p{Script=Han}/gu;
const SHAPE_OF = new Map(Object.entries({ 𠮷: '吉', 﨑: '崎', 𣘺: '橋', 𡈽: '土', 𦚰: '脇', 𠀋: '丈' }));
const ANY_KANJI = '㐀';

/** NFKC cluster by cluster, without invisible characters; never throws, lone surrogates pass through. */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < text.length;) {
    const cluster = clusterAt(text, index);
    const folded = foldCluster(cluster);
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    index += cluster.length;
  }
  return { text: parts.join(''), starts, ends };
}

/** A plain sign before another one is a cluster of its own, which is most of any text. */
function clusterAt(text: string, index: number): string {
  const sign = text.charAt(index);
  const isLast = index + 1 === text.length;
  if (isPlain(text.charCodeAt(index)) && (isLast || isPlain(text.charCodeAt(index + 1)))) return sign;
  CLUSTER.lastIndex = index;
  return CLUSTER.exec(text)?.[0] ?? sign;
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && isPlain(cluster.charCodeAt(0))) return cluster;
  if (PLACEHOLDER_WORDS.has(cluster)) return BARRIER;
  if (INVISIBLE.test(cluster)) return '';
  const folded = cluster
    .normalize('NFKC')
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .replace(OTHER_KANJI, (kanji) => SHAPE_OF.get(kanji) ?? ANY_KANJI);
  // ① and ㍘ are not digits of a number; a ligature that unfolds into a sentence would only cost time.
  const madeDigits = /[0-9]/.test(folded) && !DECIMAL.test(cluster);
  return madeDigits || folded.length > LONGEST_EXPANSION ? cluster : folded;
}

/** ASCII, kana and the common kanji are their own normal form. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) || (code >= 0x3041 && code < 0x3099) || (code >= 0x4e00 && code < 0xa000)
  );
}

const DASH_BETWEEN_DIGITS =
  /(?<=\d(?: {0,2}|\n(?:> ?)?))[\u02d7\u2010-\u2015\u2043\u2212\u2500\u2501\u30fc](?=(?: {0,2}|\n(?:> ?)?[ \t]{0,4})\d)/gu;
/** 記号12340‐番号: what is no letter anywhere needs a digit on one side only. */
const DASH_BEHIND_DIGIT = /(?<=\d)[\u2010-\u2015\u2212]/gu;

/** Every dash becomes '-', between digits only: elsewhere ー is a letter. The length does not change. */
export function unifyDashes(text: string): string {
  return text.replace(DASH_BETWEEN_DIGITS, '-').replace(DASH_BEHIND_DIGIT, '-');
}

const KANJI_DIGITS = '〇一二三四五六七八九';
/** 〇九〇－三三八二－一一七六, 五〇一〇〇四四: what counts (三十) and what is dated (二〇二六年) is no number of anybody. */
const IN_KANJI =
  /(?<![〇零○一二三四五六七八九十百千万\d](?: ?[-\u2010-\u2015\u2212\u30fc・/._の] ?| )?)[〇零○一二三四五六七八九](?:(?: ?[-\u2010-\u2015\u2212\u30fc・/._の] ?| )?[〇零○一二三四五六七八九]){6,19}(?!(?: ?[-\u2010-\u2015\u2212\u30fc・/._の] ?| )?[〇零○一二三四五六七八九十百千万億]|[年月日丁番号条])/gu;

/** Numbers written in kanji, digit by digit, become digits. The length does not change. */
export function kanjiToDigits(text: string): string {
  return text.replace(IN_KANJI, (run) =>
    // 〇〇〇－〇〇〇〇 is where a number would stand.
    /[一二三四五六七八九]/u.test(run)
      ? run.replace(/[〇零○一二三四五六七八九]/gu, (sign) => String(Math.max(0, KANJI_DIGITS.indexOf(sign))))
      : run,
  );
}

/** 72O5 8836 1149: the letter that is typed for a zero, in what is a number otherwise. The length does not change. */
const LETTER_AMONG_DIGITS = /(?<=\d)[Oo](?=\d)/gu;
const NUMBER_WITH_LETTERS = /(?<![A-Za-z\d])\d[\dOo]{2,}(?:[ -][\dOo]{2,}){0,3}(?![A-Za-z])/gu;
const FEWEST_DIGITS = 6;

export function lettersToDigits(text: string): string {
  return text.replace(NUMBER_WITH_LETTERS, (number) =>
    number.replace(/\D/gu, '').length < FEWEST_DIGITS ? number : number.replace(LETTER_AMONG_DIGITS, '0'),
  );
}

/** Grows a finding to whole clusters, so that ㈱ is never cut in two. */
export function widen<T extends Finding>(folded: FoldedText, finding: T): T {
  let { start, end } = finding;
  while (start > 0 && folded.starts[start - 1] === folded.starts[start]) start--;
  while (end < folded.ends.length && folded.ends[end] === folded.ends[end - 1]) end++;
  return { ...finding, start, end };
}

/** The folded form that the text has once the findings (sorted, apart) are replaced by placeholders. */
export function collapse(folded: FoldedText, findings: readonly Finding[]): FoldedText {
  const result: FoldedText = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  let position = 0;
  const copyUntil = (end: number) => {
    parts.push(folded.text.slice(position, end));
    for (; position < end; position++) {
      result.starts.push(folded.starts[position] ?? 0);
      result.ends.push(folded.ends[position] ?? 0);
    }
  };
  for (const { start, end } of findings) {
    copyUntil(start);
    parts.push(BARRIER);
    result.starts.push(folded.starts[start] ?? 0);
    result.ends.push(folded.ends[end - 1] ?? 0);
    position = end;
  }
  copyUntil(folded.text.length);
  return { ...result, text: parts.join('') };
}
