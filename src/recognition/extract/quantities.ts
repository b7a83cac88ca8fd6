import type { Found } from './found.ts';
import { found } from './found.ts';
import { NUMERAL, numeralValue } from './numerals.ts';
import { matchesOf } from '../matches.ts';

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
/** 数人, 数十万, 十数名: from two to nine of what stands behind it. */
const SEVERAL = '十数万?|数[十百千]?[万億]?';
const COUNT = `(?:${SEVERAL}|${NUMERAL})`;
// A count does not begin within a number: without looking back, a long run of digits would be read once for each of them.
const BEGINS = '(?<!\\d[.,]?|[一二三四五六七八九十百千〇])';
const BOUND =
  '以上|超|を超え|を下ら|余り?(?!円)|未満|以下|ほど|程度|くらい|ぐらい|前後|[強弱](?![㐀-鿿々〇])|or more';
const PATTERNS = UNITS.map(([unit, words]) => ({
  unit,
  pattern: new RegExp(
    `${BEGINS}(?<least>少なくとも|最低(?:でも)?|at\\sleast\\s)?(?:約|およそ|おおよそ|だいたい|計|全部で|about\\s|around\\s)?` +
      `(?<first>${COUNT})(?:(?:\\s?[〜ー-]\\s?|から|、|,|\\s(?:to|or)\\s)(?<second>${NUMERAL}))?\\s?(?:${words})(?<bound>${BOUND})?`,
    'gu',
  ),
}));
const YEN_SIGN = new RegExp(`[¥\\\\]\\s?(?<first>${NUMERAL})`, 'gu');

/** 「2人で確認」「職員3人」「30人待ち」「3人目」「一人暮らし」「1人あたり」「2人とも無事」 count no one affected. */
const NOT_AFFECTED_AFTER =
  /^(で(確認|点検|対応|照合|作業|チェック|見)|待ち|体制|がかり|目|(が)?並|前|席|様式|用|暮らし|家族|親|ひとり|[一1]人|[当あ]たり|に(つき|[一1]人)|ずつ|の割合|とも(に)?無(事|傷))/u;
const NOT_AFFECTED_BEFORE =
  /(職員|係員|担当(者)?|当番|警備員|スタッフ|相談員|上司|あと|窓口に|待合(室)?に|ところ|一人)$/u;
const NO_COUNT_AFTER = /^(目|前|以内|[当あ]たり|につき|ずつ|切手|玉|硬貨)/u;
/** 「〔氏名〕様他2名」: whoever is named is one more. */
const BESIDES_ONE = /(様|さん|氏|殿|〕|本人)の?、?(他|ほか|外)に?$/u;

/** Every count and amount in the text. People are only those who may be affected. */
export function findQuantities(text: string): Found<Quantity>[] {
  return [...PATTERNS, { unit: 'yen' as const, pattern: YEN_SIGN }].flatMap(({ unit, pattern }) =>
    matchesOf(text, pattern).flatMap((match) => {
      const range = rangeOf(match.groups ?? {});
      if (range === null || !counts(unit, text, match)) return [];
      return [found(match, { unit, ...withWhoIsNamed(unit, text.slice(0, match.index), range) })];
    }),
  );
}

function withWhoIsNamed(unit: Unit, before: string, { from, to }: Range): Range {
  if (unit !== 'people' || !BESIDES_ONE.test(before.slice(-8))) return { from, to };
  return { from: from + 1, to: to === null ? null : to + 1 };
}

function counts(unit: Unit, text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 6), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
  if (unit !== 'people') return !NO_COUNT_AFTER.test(after);
  return !NOT_AFFECTED_AFTER.test(after) && !NOT_AFFECTED_BEFORE.test(before) && !/^[義称札]/u.test(after);
}

type Range = Omit<Quantity, 'unit'>;

function rangeOf(groups: Readonly<Record<string, string | undefined>>): Range | null {
  const { first = '', second, bound = '', least } = groups;
  const several = severalOf(first);
  if (several !== null) return several;
  const range = second === undefined ? single(first) : pair(first, second);
  if (range === null) return null;
  if (least !== undefined || /^(以上|を下ら|余|or more)/u.test(bound)) return { from: range.from, to: null };
  if (/超/u.test(bound)) return { from: range.from + 1, to: null };
  if (bound === '未満') return { from: 0, to: Math.max(0, range.from - 1) };
  return bound === '以下' ? { from: 0, to: range.from } : range;
}

function severalOf(words: string): Range | null {
  const unit = (numerals: string) => (numerals === '' ? 1 : (numeralValue(numerals) ?? 1));
  if (words.startsWith('十数')) return { from: 11 * unit(words.slice(2)), to: 19 * unit(words.slice(2)) };
  return words.startsWith('数') ? { from: 2 * unit(words.slice(1)), to: 9 * unit(words.slice(1)) } : null;
}

function single(numeral: string): Range | null {
  const value = numeralValue(numeral);
  return value === null ? null : { from: value, to: value };
}

/** 5〜6, but also 2〜3千 (thousands both), 15、6 (15 to 16), and 「番号5、3人」, which is no range. */
function pair(first: string, second: string): Range | null {
  const from = numeralValue(first);
  const to = numeralValue(second);
  if (from === null || to === null) return null;
  const scale = /[百千万億]+$/u.exec(second)?.[0];
  if (scale !== undefined && !/[百千万億]/u.test(first))
    return { from: from * (numeralValue(scale) ?? 1), to };
  const inSameTen = from - (from % 10) + to;
  if (to < from && to < 10 && inSameTen > from) return { from, to: inSameTen };
  return to < from ? single(second) : { from, to };
}
