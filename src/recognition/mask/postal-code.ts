import type { Detector } from './personal-data.ts';
import { PREFECTURE } from './places.ts';

const CODE = /(?<![\d-])\d{3} ?-? ?\d{4}(?!\d| ?-|,\d)/g;
const ANNOUNCED = /(?:〒|郵便番号|住所|所在地|postal code|zip(?: code)?|address)[\s:はがを「(]{0,4}$/iu;
const ADDRESS_BEHIND = new RegExp(`^[\\s)、,]{0,3}(?:${PREFECTURE}|\\p{Script=Han}{1,5}[市区町村郡])`, 'u');

/** 3-4 is a fragment of many numbers: it counts only with its sign, its name, or an address behind it. */
export function createPostalCodeDetector(ownAddresses: readonly string[]): Detector {
  return (text) =>
    Array.from(text.matchAll(CODE)).flatMap(({ 0: code, index }) => {
      const end = index + code.length;
      const announced = ANNOUNCED.test(text.slice(Math.max(0, index - 16), index));
      if (!announced && !ADDRESS_BEHIND.test(text.slice(end, end + 12))) return [];
      const digits = code.replace(/\D/g, '');
      const isOwn = ownAddresses.some((address) => address.replace(/\D/g, '').startsWith(digits));
      return isOwn ? [] : [{ kind: 'postal_code', start: index, end }];
    });
}
