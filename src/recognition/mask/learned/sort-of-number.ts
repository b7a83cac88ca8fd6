import { labelOf, type NumberLabel } from '../number-label.ts';
import type { PersonalDataKind } from '../personal-data.ts';

const BY_LABEL: Readonly<Record<NumberLabel, PersonalDataKind>> = {
  pension: 'basic_pension_number',
  certificate: 'pension_certificate',
  my_number: 'my_number',
  employment: 'employment_insurance',
  access_key: 'access_key',
  phone: 'phone',
  postal: 'postal_code',
  account: 'bank_account',
  // Of a firm; what was learned says that it is somebody's all the same.
  corporate: 'number',
};
const CONTACT = /[A-Za-z\d._-] ?@|アットマーク|あっとまーく/u;
const OF_INSURANCE = /(?:記号|枝番|保険証|健保)[^。\n]{0,16}$/u;
/** 電話0857-28-3341が正。メモは「28-3314」. */
const OF_PHONE = /(?:電話|携帯|ケータイ|tel)[^〒]{0,32}$/iu;
const LIKE_PHONE = /^0\d{8,10}$/u;
const MY_NUMBER_DIGITS = 12;

/** An address of somebody's mail; of a domain alone nobody reads the mail. */
export function isContact(words: string): boolean {
  return CONTACT.test(words);
}

/** What a number is, by the words around it, or else by its digits; `number` where neither says so. */
export function sortOfNumber(text: string, start: number, end: number): PersonalDataKind {
  const words = text.slice(start, end);
  if (isContact(words)) return 'email';
  const label = labelOf(text, start, end);
  if (label !== null) return BY_LABEL[label];
  if (OF_INSURANCE.test(text.slice(Math.max(0, start - 24), start))) return 'insurance_symbol';
  const digits = words.replace(/\D/gu, '');
  if (LIKE_PHONE.test(digits)) return 'phone';
  if (/^\d{2,4}-\d{4}$/u.test(words) && OF_PHONE.test(text.slice(Math.max(0, start - 40), start)))
    return 'phone';
  if (/^\d{3}-\d{4}$/u.test(words)) return 'postal_code';
  return digits.length === MY_NUMBER_DIGITS ? 'my_number' : 'number';
}
