import { matchesOf } from '../matches.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };

/** A number in figures, kanji or both, as a source for larger patterns: 1,200 ／ 三十 ／ 84万 ／ 1億2千万. */
export const NUMERAL =
  '(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:千(?:\\d百)?|百)?[万億]?|[一二三四五六七八九十百千〇]+[万億]?)(?:(?<=[万億])(?:\\d[\\d,]*千?|[一二三四五六七八九十百千]+)万?)?';

/** The value of a `NUMERAL`; null when it is none. */
export function numeralValue(numeral: string): number | null {
  let total = 0;
  let section = 0;
  let current: number | null = null;
  for (const [part] of matchesOf(numeral.replaceAll(',', ''), /\d+(?:\.\d+)?|./gu)) {
    if (/^\d/.test(part)) current = Number(part);
    else if (part in DIGITS) current = (current ?? 0) * 10 + (DIGITS[part] ?? 0);
    else if (part in SMALL_UNITS) {
      section += (current ?? 1) * (SMALL_UNITS[part] ?? 1);
      current = null;
    } else if (part in LARGE_UNITS) {
      total += (section + (current ?? (section === 0 ? 1 : 0))) * (LARGE_UNITS[part] ?? 1);
      section = 0;
      current = null;
    } else return null;
  }
  return Math.round(total + section + (current ?? 0));
}
