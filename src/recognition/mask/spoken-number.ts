import type { Detector, Finding } from './personal-data.ts';

/** 年番4102の638815, 基番 4102/638815: as it is read out; only behind its name. */
const SPOKEN =
  /(?:基礎年金(?:番号|No\.?)|年金番号|基礎番号?|年番|基番)[\s:=はがの「(]{0,4}(\d{4} ?[、,のノ/・] ?\d{6})(?![\d,]|-\d)/dgu;

/** (6104/882013): four and six as only this number has them. */
const SLASHED = /(?<![\d/,.-])(\d{4}\/\d{6})(?![\d/,.-])/dgu;
/** 正 1234-567890 誤 1234-56789: a digit lost or doubled in copying. */
const MISTYPED =
  /(?<=(?:基礎年金番号|年金番号|年番|基番)[^。]{0,24}誤[ :=はが「]{0,3})(\d{4}-\d{5,7})(?![\d,]|-\d)/dgu;
/** Beside somebody's name ten digits that no telephone begins with are the number they have here. */
const BESIDE_NAME = /(?<=\uE000(?:様|さん|さま|氏)? ?[(:/、, ]{1,2})([1-9]\d{9})(?![\d,円件]|-\d)/dgu;
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
        `(?:${words})の?(?:後ろ|うしろ|下|末尾|最後|頭|前|先頭|上)の?[3-8一-八]桁[^。\\n\\d]{0,4}(\\d{3,8})(?![\\d,円件桁人]|-\\d)`,
        'dgu',
      ),
      kind,
    ] as const,
);
/** 17桁のやつ 5520 8814 3097 2264 1. */
const KEY =
  /(?=\d{2,6}[ -])(?<=(?:アクセスキー|17桁)[^。\n\d]{0,10})(\d{2,6}(?:[ -]\d{1,6}){2,8})(?![\d,]|-\d)/dgu;
/** +55 11 98214 7730: a number abroad. */
const ABROAD = /(\+(?!81)[1-9]\d{0,2}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,5}){1,4})(?![\d,])/dgu;
/** 058 - 239 - 0 4 7 1, 電 話 behind it: typed with gaps. */
const GAPPED = /(?<![\d-])(0(?: ?\d){1,4} ?- ?\d(?: ?\d){0,3} ?- ?\d(?: \d){3})(?! ?\d)/dgu;

/** 090の1234の5678, 090*1234*5678. */
const MOBILE = /(?<![\d,.-])(0[5789]0 ?[のノ*~〜…/・、] ?\d{4} ?[のノ*~〜…/・、] ?\d{4})(?![\d,]|-\d)/dgu;

export const detectSpokenNumbers: Detector = (text) => [
  ...found(text, SPOKEN, 'basic_pension_number'),
  ...found(text, BESIDE_NAME, 'basic_pension_number'),
  ...found(text, SLASHED, 'basic_pension_number'),
  ...found(text, MISTYPED, 'basic_pension_number'),
  ...found(text, KEY, 'access_key').filter(
    ({ start, end }) => text.slice(start, end).replace(/\D/g, '').length === 17,
  ),
  ...PART.flatMap(([pattern, kind]) => found(text, pattern, kind)),
  ...found(text, MOBILE, 'phone'),
  ...found(text, ABROAD, 'phone'),
  ...found(text, GAPPED, 'phone'),
];

function found(text: string, pattern: RegExp, kind: Finding['kind']): Finding[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    return [{ kind, start, end }];
  });
}
