import type { Detector } from './personal-data.ts';
import { PREFECTURE } from './places.ts';

const CODE = /(?<![\d-])\d{3} ?-? ?\d{4}(?!\d| ?-|,\d| ?[枚円件個部人])/g;
const ANNOUNCED =
  /(?:〒|郵便(?:番号)?|ユウビン(?:バンゴウ)?|住所|所在地|postal code|zip(?: code)?|address)(?:番号)?[\s:=はがを「(〔\[旧新正誤→]{0,6}$/iu;
/** 〒旧 123-4567 新 123-4568: a further one of the same line. */
const PUT_RIGHT = /郵便番号[^\n]{0,24}(?:誤|正|旧|新|→)[^\n\d]{0,3}(?:\d{3}-?\d{4}[^\n\d]{1,6})?$/u;
/** 前回は123-4567と印字: three and four, told as what was written. */
const PRINTED = /^と(?:印字|印刷|記載|宛名)/u;
const ANOTHER = /(?:〒|郵便番号)[^\n。\d]{0,6}\d{3}-?\d{4}[^\n。\d]{1,8}$/u;
const ADDRESS_BEHIND = new RegExp(
  `^[\\s)、,]{0,3}(?:${PREFECTURE}|\\p{Script=Han}{1,5}[市区町村郡]|大?字\\p{Script=Han})`,
  'u',
);

/** 3-4 is a fragment of many numbers: it counts only with its sign, its name, or an address behind it. */
export function createPostalCodeDetector(ownAddresses: readonly string[]): Detector {
  return (text) =>
    Array.from(text.matchAll(CODE)).flatMap(({ 0: code, index }) => {
      const end = index + code.length;
      const before = text.slice(Math.max(0, index - 44), index);
      const announced =
        ANNOUNCED.test(before) ||
        ANOTHER.test(before) ||
        PUT_RIGHT.test(before) ||
        PRINTED.test(text.slice(end, end + 4));
      if (!announced && !ADDRESS_BEHIND.test(text.slice(end, end + 12))) return [];
      const digits = code.replace(/\D/g, '');
      const isOwn = ownAddresses.some((address) => address.replace(/\D/g, '').startsWith(digits));
      return isOwn ? [] : [{ kind: 'postal_code', start: index, end }];
    });
}
