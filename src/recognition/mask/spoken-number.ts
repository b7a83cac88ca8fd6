import { firstGroupIn } from './matched-groups.ts';
import { isAmount, isOtherNumber } from './number-label.ts';
import type { Detector, Finding } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

/** (6104/882013): four and six as only this number has them. */
const SLASHED = /(?<![\d/,.-])(\d{4}[/=]\d{6})(?![\d/,.-])/dgu;
/** Beside somebody's name ten digits that no telephone begins with are the number they have here. */
const BESIDE_NAME = /(?<=\uE000(?:様|さん|さま|氏)? ?[(:/、, ]{1,2})([1-9]\d{9})(?![\d,円件]|-\d)/dgu;
/** 4403 617 208, 38-02-447193: parted otherwise, but behind the fourth digit. */
const PARTED =
  /(?<![\d,./-])(?!(?:19|20)\d\d[ -])([1-9]\d(?:[ -]?\d\d)(?:[ -]\d{2,6}){1,3})(?![\d,円件年月日時:]| ?-\d)/dgu;
const OF_PENSION = /番号|区切|年金|裁定|基番|年番|老齢|遺族|障害/u;
/** 基礎年金番号, and 4812 and 339017 below it as the boxes of a form were copied; 「4812」「339017」, 4812のあと339017. */
const PENSION_IN_BOXES =
  /(?<=(?:年金番号|年番|基番)[\s:はが「]{0,4})(\d{4}(?: ?\n ?|」、?「|の?(?:あと|次)(?:に|が|は)?、?)\d{6})(?![\d,円件]|-\d)/dgu;
const MY_NUMBER_IN_BOXES =
  /(?<=(?:マイナンバー|個人番号|マイナ)[\s:はが「]{0,4})(\d{4}(?<joint> ?\n ?|」、?「|[,、=])\d{4}\k<joint>\d{4})(?![\d,円件]|-\d)/dgu;
/** 番号は1234567890の方: ten digits that a person has. */
const OF_PERSON =
  /(?<![\d.,-])([1-9]\d{9})(?= ?の(?:方(?![がをは向法])|かた|お客(?:様|さん)|人(?!数)|分(?![類析の]))|\)?(?:さま|様|さん))/dgu;
/** 〔氏名〕(8102-6649-3317、…: three times four in brackets behind a name. */
const IN_BRACKETS = /(?<=\uE000(?:様|さん|さま|氏)? ?[(/]) ?(\d{4}([- ])\d{4}\2\d{4})(?![\d,]|-\d)/dgu;
/** +55 11 98214 7730: a number abroad. */
const ABROAD = /(\+(?!81)[1-9]\d{0,2}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,5}){1,4})(?!\d|,\d)/dgu;

/** 個人番号の後ろ4桁 8821: a part that was told tells as well. */
const PARTS: readonly (readonly [words: string, kind: Finding['kind']])[] = [
  ['個人番号|マイナンバー|マイナ', 'my_number'],
  ['年金番号|年番|基番', 'basic_pension_number'],
  ['電話(?:番号)?|携帯|番号', 'phone'],
  ['口座(?:番号)?', 'bank_account'],
];
const PART = PARTS.map(
  ([words, kind]) =>
    [
      new RegExp(
        `(?:${words})の?(?:後ろ|うしろ|下|末尾|最後|頭|前|先頭|上)の?[3-8一-八](?:桁|けた|ケタ)[^。\\n\\d]{0,4}(\\d{3,8})(?![\\d,円件桁人]|-\\d)`,
        'dgu',
      ),
      kind,
    ] as const,
);

/** 年金番号の頭4桁だけ(0409): the office that gave the number out, and nobody's by itself. */
const OFFICE_CODE =
  /(?:年金番号|年番|基番)の?(?:頭|前|先頭|上)の?[4四](?:桁|けた|ケタ)(?:だけ|のみ|しか)[^\d]{0,3}\d{4}$/u;
const LONGEST_PART = 24;

/** The words by which people announce a number that the law or the organisation gave to somebody. */
const NAMED: readonly (readonly [words: RegExp, kind: Finding['kind']])[] = [
  [/アクセスキー|17(?:桁|けた)/gu, 'access_key'],
  [/年金証書|証書(?:の?番号)/gu, 'pension_certificate'],
  [/マイナンバー|マイナ(?!ポ|ス)|個人番号/gu, 'my_number'],
  [/雇用保険|雇保/gu, 'employment_insurance'],
  [/基礎年金番号|年金番号|年番|基番|キバン/gu, 'basic_pension_number'],
  [/口座|通帳/gu, 'bank_account'],
  [/電話|携帯/gu, 'phone'],
];
const FAR = 48;
/** 前半61820374で後半が559102486, 前4桁 3120: a number told in two. */
const HALF =
  /(?:前半|後半|前|後ろ?|うしろ|頭|上|下|最初|最後|残り)の?(?:\d{1,2}(?:桁|けた|ケタ))?[ :はがで、]{0,3}「?(\d{3,12}(?: \d{2,4}){0,2})(?![\d,:/円件桁人年月日時分回枚名%]|-\d|けた|ケタ)/dgu;
/** The end of a certificate's number says which benefit it is, and nothing of a person. */
const BENEFIT_CODE = /^(?:1\d|5[39]|63)50$/;
/** 3512-0488?1-1450: a digit that could not be read. */
const BLURRED = /(?<![\w-])(?=[\d-]{0,18}[?*●○■×])([\d?*●○■×]{1,17}(?:-[\d?*●○■×]{1,10}){0,3})(?![\w-])/dgu;
const LIKE_NUMBER: readonly (readonly [shape: RegExp, kind: Finding['kind']])[] = [
  [/^.{4}-.{6}-.{4}$/u, 'pension_certificate'],
  [/^.{4}-.{6}-.$/u, 'employment_insurance'],
  [/^.{4}-.{6}$/u, 'basic_pension_number'],
  [/^0(?:.{1,4}-.{1,4}-.{4})$/u, 'phone'],
];
const FEWEST_LEGIBLE = 6;

export const detectSpokenNumbers: Detector = (text) => [
  ...firstGroupIn(text, BESIDE_NAME, 'basic_pension_number'),
  ...firstGroupIn(text, PARTED, 'basic_pension_number').filter(({ start, end }) => {
    const words = text.slice(start, end);
    const isWhole = words.replace(/\D/g, '').length === 10 && !/^\d{4}[ -]\d{6}$/u.test(words);
    const around = text.slice(Math.max(0, start - FAR), start) + text.slice(end, end + FAR / 2);
    return isWhole && OF_PENSION.test(around) && !isOtherNumber(text, start);
  }),
  ...firstGroupIn(text, OF_PERSON, 'basic_pension_number').filter(({ start }) => !isOtherNumber(text, start)),
  ...firstGroupIn(text, IN_BRACKETS, 'my_number'),
  ...firstGroupIn(text, PENSION_IN_BOXES, 'basic_pension_number'),
  ...firstGroupIn(text, MY_NUMBER_IN_BOXES, 'my_number'),
  ...firstGroupIn(text, SLASHED, 'basic_pension_number'),
  ...PART.flatMap(([pattern, kind]) =>
    firstGroupIn(text, pattern, kind).filter(
      ({ start, end }) =>
        !BENEFIT_CODE.test(text.slice(start, end)) &&
        !OFFICE_CODE.test(text.slice(Math.max(0, start - LONGEST_PART), end)),
    ),
  ),
  ...firstGroupIn(text, ABROAD, 'phone'),
  ...halves(text),
  ...blurred(text),
];

function halves(text: string): Finding[] {
  return firstGroupIn(text, HALF, 'public').flatMap(({ start, end }) => {
    const kind = namedBefore(text, start);
    const isCode = kind === 'pension_certificate' && BENEFIT_CODE.test(text.slice(start, end));
    return kind === null || isCode || isAmount(text, start, end) ? [] : [{ kind, start, end }];
  });
}

function blurred(text: string): Finding[] {
  return firstGroupIn(text, BLURRED, 'public').flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    if (words.replace(/\D/g, '').length < FEWEST_LEGIBLE || isOtherNumber(text, start)) return [];
    const kind = LIKE_NUMBER.find(([shape]) => shape.test(words))?.[1] ?? namedBefore(text, start);
    return kind === null ? [] : [{ kind, start, end }];
  });
}

/** What was named last before the offset. */
function namedBefore(text: string, offset: number): Finding['kind'] | null {
  const before = text.slice(Math.max(0, offset - FAR), offset);
  const last = NAMED.flatMap(([words, kind]) =>
    matchesOf(before, words).map(({ index }) => ({ kind, index })),
  ).sort((a, b) => b.index - a.index)[0];
  return last?.kind ?? null;
}
