import { labelOf } from './number-label.ts';
import type { Detector, PersonalDataKind } from './personal-data.ts';

/** Digits as they are said and as they are written down by hand: ゼロ, まる, 〇, 八. */
const SPOKEN: readonly (readonly [digit: string, words: string])[] = [
  ['0', 'ゼロ|レイ|マル|ぜろ|れい|まる|〇|○|零'],
  ['1', 'イチ|イッ|いち|いっ|一'],
  ['2', 'ニイ|ニー|ニ|にい|にー|二'],
  ['3', 'サン|さん|三'],
  ['4', 'ヨン|ヨー|シ|よん|四'],
  ['5', 'ゴー|ゴ|ごー|五'],
  ['6', 'ロク|ロッ|ろく|ろっ|六'],
  ['7', 'ナナ|シチ|なな|しち|七'],
  ['8', 'ハチ|ハッ|はち|はっ|八'],
  ['9', 'キュウ|キュー|ク|きゅう|きゅー|九'],
];
const DIGIT = `(?:${SPOKEN.map(([, words]) => words).join('|')}|\\d)`;
/** 090の1234の, ゼロロク、ロクナナ: what parts the groups. */
const GAP = '(?: ?[-－ー―‐−のノ、・ ] ?)';
const RUN = new RegExp(
  `(?<![\\d.,ァ-ヶ一-九]|\\d-)${DIGIT}(?:${GAP}?${DIGIT}){8,17}(?![\\d年月日時分円件人名歳丁番条]|-\\d)`,
  'gu',
);
const SAID = new RegExp(SPOKEN.map(([, words]) => words).join('|'), 'u');
const WORD = new RegExp(SPOKEN.map(([digit, words]) => `(?<d${digit}>${words})`).join('|'), 'gu');

/** Numbers spelt out: 〇九〇－三三八二－一一七六, ゼロキュウゼロの三三一七の八八二四, 五一一七の三三〇九八二. */
export const detectReadAloud: Detector = (text) =>
  Array.from(text.matchAll(RUN)).flatMap(({ 0: words, index }) => {
    if (!SAID.test(words) || /[十百千万]/u.test(text[index + words.length] ?? '')) return [];
    const end = index + words.length;
    const kind = kindOf(digitsOf(words), text, index, end);
    return kind === null ? [] : [{ kind, start: index, end }];
  });

function kindOf(digits: string, text: string, start: number, end: number): PersonalDataKind | null {
  if (!/[1-9]/.test(digits)) return null;
  const label = labelOf(text, start, end);
  if (label === 'pension' && digits.length === 10) return 'basic_pension_number';
  if (label === 'my_number' && digits.length === 12) return 'my_number';
  if (label === 'certificate' && digits.length === 14) return 'pension_certificate';
  if (/^0[5789]0\d{8}$/.test(digits)) return 'phone';
  if (/^0[1-9]\d{8}$/.test(digits) && !/^0[5789]0/.test(digits)) return 'phone';
  return label === 'phone' && /^0\d{8,11}$/.test(digits) ? 'phone' : null;
}

function digitsOf(words: string): string {
  return words
    .replace(WORD, (word, ...rest) => {
      const groups = rest.at(-1) as Record<string, string | undefined>;
      return (
        Object.keys(groups)
          .find((name) => groups[name] !== undefined)
          ?.slice(1) ?? word
      );
    })
    .replace(/\D/g, '');
}
