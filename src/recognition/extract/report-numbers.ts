import type { Found } from './found.ts';
import { found } from './found.ts';
import { matchesOf } from '../matches.ts';

const GAP = '[\\s\\-‐-―ー－−・._/:#]{0,3}';
const PATTERN = new RegExp(
  `(?<![a-z0-9])(inc|prp|voc|cmp|rsk|knw)${GAP}([0-9oil]{2})${GAP}((?:[0-9a-z]${GAP}){4}[0-9a-z])(?![0-9a-z])`,
  'gu',
);

/** Report numbers in any typing, in canonical form (Crockford base 32: O is 0, I and L are 1; at least one letter). */
export function findReportNumbers(text: string): Found<string>[] {
  return matchesOf(text, PATTERN).flatMap((match) => {
    const [, code = '', year = '', body = ''] = match;
    const digits = crockford(year);
    const id = crockford(body.replace(/[^0-9a-z]/gu, ''));
    const valid = /^\d\d$/.test(digits) && /^[0-9A-Z]{5}$/.test(id) && /[A-Z]/.test(id) && !id.includes('U');
    return valid ? [found(match, `${code.toUpperCase()}-${digits}-${id}`)] : [];
  });
}

export function withoutReportNumbers(text: string): string {
  return text.replace(PATTERN, ' ');
}

function crockford(text: string): string {
  return text.toUpperCase().replaceAll('O', '0').replace(/[IL]/gu, '1');
}
