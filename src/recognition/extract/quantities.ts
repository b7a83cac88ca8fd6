import type { Found } from './found.ts';
import { found } from './found.ts';
import { NUMERAL, numeralValue } from './numerals.ts';

export type Unit = 'people' | 'cases' | 'papers' | 'yen';

export interface Quantity {
  unit: Unit;
  from: number;
  /** Null when open-ended: 「50名以上」. */
  to: number | null;
}

const UNITS: readonly (readonly [Unit, string])[] = [
  ['yen', '円|yen'],
  ['people', '(?:人|名|件)(?:様)?分|人|名様?|people|persons?|customers?'],
  ['cases', '件|cases?'],
  ['papers', '通|枚|部|冊|letters?|notices?|envelopes?|documents?'],
];
const PATTERNS = UNITS.map(([unit, words]) => ({
  unit,
  pattern: new RegExp(
    `(約|およそ|おおよそ|だいたい|計|全部で|about\\s|around\\s)?(${NUMERAL}|数)(?:(?:\\s?[〜ー-]\\s?|から|、|\\sto\\s)(${NUMERAL}))?\\s?(?:${words})(以上|超|未満|以下|ほど|程度|くらい|ぐらい|前後|or more)?`,
    'gu',
  ),
}));

/** 「2人で確認」「職員3人」「30人待ち」「3人目」 count no one affected. */
const NOT_AFFECTED_AFTER =
  /^(で(確認|点検|対応|照合|作業|チェック|見)|待ち|体制|がかり|目|(が)?並|前|席|様式|用)/u;
const NOT_AFFECTED_BEFORE =
  /(職員|係員|担当(者)?|当番|警備員|スタッフ|相談員|上司|あと|窓口に|待合(室)?に|ところ)$/u;
const ORDINAL_AFTER = /^(目|前|以内)/u;

/** Every count and amount in the text. People are only those who may be affected. */
export function findQuantities(text: string): Found<Quantity>[] {
  return PATTERNS.flatMap(({ unit, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const quantity = readQuantity(unit, match);
      return quantity !== null && counts(unit, text, match) ? [found(match, quantity)] : [];
    }),
  );
}

function counts(unit: Unit, text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 6), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
  if (/[\d.]$/.test(before)) return false;
  if (unit === 'people')
    return (
      !NOT_AFFECTED_AFTER.test(after) && !NOT_AFFECTED_BEFORE.test(before) && !/^[前義称札]/u.test(after)
    );
  return !ORDINAL_AFTER.test(after);
}

function readQuantity(unit: Unit, match: RegExpExecArray): Quantity | null {
  const [, , first = '', second, bound] = match;
  if (first === '数') return { unit, from: 2, to: 9 };
  const lower = numeralValue(first);
  const upper = second === undefined ? lower : numeralValue(second);
  if (lower === null || upper === null || upper < lower) return null;
  if (bound === '以上' || bound === 'or more') return { unit, from: lower, to: null };
  if (bound === '超') return { unit, from: lower + 1, to: null };
  if (bound === '未満') return { unit, from: 0, to: Math.max(0, lower - 1) };
  if (bound === '以下') return { unit, from: 0, to: lower };
  return { unit, from: lower, to: upper };
}
