import { labelOf, type NumberLabel, isOtherNumber } from './number-label.ts';
import type { Detector, PersonalDataKind } from './personal-data.ts';
import { GROUPING } from './phone.ts';
import { matchesOf } from '../matches.ts';

/** Digits as they are said and as they are written down by hand: ゼロ, まる, 〇, 八. */
const SPOKEN: readonly (readonly [digit: string, words: string])[] = [
  ['0', 'ゼロ|レイ|マル|ぜろ|れい|まる|〇|○|零'],
  ['1', 'イチ|イッ|いち|いっ|一'],
  ['2', 'ニイ|ニー|ニ|にい|にー|(?<=[ちんくなろよごいる])に|フタ|ふた|二'],
  ['3', 'サン|さん|三'],
  ['4', 'ヨン|ヨー|シ|よん|よー|四'],
  ['5', 'ゴー|ゴ|ごー|ご|五'],
  ['6', 'ロク|ロッ|ろく|ろっ|六'],
  ['7', 'ナナ|シチ|なな|しち|七'],
  ['8', 'ハチ|ハッ|はち|はっ|八'],
  ['9', 'キュウ|キュー|ク|きゅう|きゅー|九'],
];
const DIGIT = `(?:${SPOKEN.map(([, words]) => words).join('|')}|\\d)`;
/** 090の1234の, ゼロロク、ロクナナ, 0537の、えー、24の: what parts the groups. */
const PAUSE = '(?: |[-－ー―‐−]|[のノ]|[、・/.…*~〜]|ハイフン|はいふん|え[ー〜]*っ?と?|あの|いや)';
const GAP = `${PAUSE}{1,6}`;
const END = `(?!${DIGIT}|[年月日時分円件人名歳才丁条桁枚回通十百千万]|番地|-\\d|(?<=[一二三四五六七八九])[㐀-鿿々〇])`;
const RUN = new RegExp(`(?<![\\d.,ァ-ヶ一-九]|\\d-)${DIGIT}(?:(?:${GAP})?${DIGIT}){6,19}${END}`, 'gu');
const SAID = new RegExp(SPOKEN.map(([, words]) => words).join('|'), 'u');
const WORD = new RegExp(SPOKEN.map(([digit, words]) => `(?<d${digit}>${words})`).join('|'), 'gu');
/** Nobody writes so what was not dictated: の, ハイフン, a pause. */
const DICTATED = /[のノ…*~〜]|ハイフン|はいふん|え[ー〜]|いや/u;

/** The digits of one run of speech, and how they were parted. */
interface Dictation {
  digits: string;
  /** Lengths of the groups, as '4-6'. */
  shape: string;
  /** What stands between the groups. */
  gaps: readonly string[];
  isSpelt: boolean;
  /** Kana, as it sounds. */
  isPronounced: boolean;
}

const FEWEST_SPELT = 8;
const FEWEST_KANA = 4;

/** Numbers spelt out or told group by group: 〇九〇－三三八二－一一七六, 五一一七の三三〇九八二, 0463の53の8812. */
export const detectReadAloud: Detector = (text) =>
  matchesOf(text, RUN).flatMap(({ 0: words, index }) => {
    const told = dictationOf(words);
    const isWritten = !told.isSpelt && told.gaps.every((gap) => /^[- ]*$/u.test(gap));
    if (
      (isWritten && !isTypedSingly(told) && !isKey(told)) ||
      !/[1-9]/.test(told.digits) ||
      isOtherNumber(text, index)
    )
      return [];
    const end = index + words.length;
    const kind = kindOf(told, () => labelOf(text, index, end), text.slice(Math.max(0, index - FAR), index));
    return kind === null ? [] : [{ kind, start: index, end }];
  });

const FAR = 40;

function dictationOf(words: string): Dictation {
  const isSpelt = SAID.test(words);
  const plain = words.replace(WORD, (word, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    return (
      Object.keys(groups)
        .find((name) => groups[name] !== undefined)
        ?.slice(1) ?? word
    );
  });
  const groups = plain.split(/\D+/u);
  return {
    digits: groups.join(''),
    shape: groups.map(({ length }) => length).join('-'),
    gaps: plain.match(/\D+/gu) ?? [],
    isSpelt,
    isPronounced: matchesOf(words, WORD).filter(([word]) => /[ァ-ヴぁ-ん]/u.test(word)).length >= FEWEST_KANA,
  };
}

/** 058 - 239 - 0 4 7 1: gaps within the groups. */
function isTypedSingly({ shape }: Dictation): boolean {
  return (shape.match(/(?<!\d)1(?!\d)/gu) ?? []).length >= 4;
}

const LABELLED: Partial<Record<NumberLabel, { kind: PersonalDataKind; digits: readonly number[] }>> = {
  pension: { kind: 'basic_pension_number', digits: [10] },
  my_number: { kind: 'my_number', digits: [12] },
  certificate: { kind: 'pension_certificate', digits: [14] },
  employment: { kind: 'employment_insurance', digits: [11] },
  access_key: { kind: 'access_key', digits: [17] },
  account: { kind: 'bank_account', digits: [7, 12, 13] },
  postal: { kind: 'postal_code', digits: [7] },
  phone: { kind: 'phone', digits: [] },
};

function kindOf(told: Dictation, label: () => NumberLabel | null, before: string): PersonalDataKind | null {
  const { digits, shape, isSpelt, gaps } = told;
  const isDictated = gaps.some((gap) => DICTATED.test(gap));
  const named = LABELLED[label() ?? 'corporate'];
  // Whoever reads a number out loses a digit or says one twice.
  if (named && (isSpelt || named.digits.includes(digits.length))) return named.kind;
  if (isDialled(told, isDictated)) return 'phone';
  if (isKey(told)) return 'access_key';
  // Nobody spells out what he counts.
  if (told.isPronounced && digits.length >= FEWEST_SPELT) return 'phone';
  if (isPensionNumber(told, isDictated)) return 'basic_pension_number';
  return isSpelt && shape === '3-4' && /郵便番号|〒/u.test(before) ? 'postal_code' : null;
}

function isDialled(told: Dictation, isDictated: boolean): boolean {
  const { digits, shape, isSpelt } = told;
  const isNumber =
    /^0[5789]0\d{8}$/.test(digits) || (/^0[1-9]\d{8}$/.test(digits) && !/^0[5789]0/.test(digits));
  return isNumber && (isSpelt || isDictated || GROUPING.test(shape) || isTypedSingly(told));
}

/** Seventeen digits are no date and no other number. */
function isKey(told: Dictation): boolean {
  const { digits, shape, gaps } = told;
  const isEven = isTypedSingly(told) || new Set(gaps.map((gap) => gap.trim())).size === 1;
  return (
    isEven && digits.length === 17 && /^(?:[1-6]-)+[1-6]$/.test(shape) && !/^(?:19|20)\d\d[01]\d/.test(digits)
  );
}

/** 1320の744891, 三九一〇－五五七二四八: parted behind the fourth digit as no other number is. */
function isPensionNumber({ digits, shape, gaps, isSpelt }: Dictation, isDictated: boolean): boolean {
  if (digits.length !== 10) return false;
  if (isSpelt) return shape === '4-6';
  const lengths = shape.split('-').map(Number);
  const behind = lengths.findIndex((_, at) => sum(lengths.slice(0, at + 1)) === 4);
  const isParted = DICTATED.test(gaps[behind] ?? '');
  return isDictated && isParted && gaps.every((gap, at) => at === behind || /^ +$/u.test(gap));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
