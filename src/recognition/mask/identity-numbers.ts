import { isMyNumber, isTimestamp } from './check-digit.ts';
import type { NumberLabel } from './number-label.ts';
import type { NumberWindow } from './number-window.ts';
import type { PersonalDataKind } from './personal-data.ts';

/** A number that the law or the organisation gives to a person. */
export interface IdentityNumber {
  kind: PersonalDataKind;
  label: NumberLabel;
  digits: number;
  /** Grouping that no other number has: enough by itself. */
  shape: string | null;
  /** Whether the digits in one piece, or grouped otherwise, are enough without a word that announces them. */
  isEvident: (digits: string) => boolean;
}

/** The last four digits of a certificate are the code of the benefit; these occur most. */
const BENEFIT_CODES = /(?:1150|1350|1450|5350|5950|6350)$/;
/** Toll-free and navigation numbers are written 4-6 as well. */
const SERVICE_PREFIX = /^(?:0120|0570|0800|0990)/;

export const IDENTITY_NUMBERS: readonly IdentityNumber[] = [
  {
    kind: 'access_key',
    label: 'access_key',
    digits: 17,
    shape: '17',
    isEvident: (digits) => !isTimestamp(digits),
  },
  {
    kind: 'pension_certificate',
    label: 'certificate',
    digits: 14,
    shape: '4-6-4',
    isEvident: (digits) => BENEFIT_CODES.test(digits) && !isTimestamp(digits),
  },
  // With a further group of four, as some forms print it.
  {
    kind: 'pension_certificate',
    label: 'certificate',
    digits: 18,
    shape: '4-6-4-4',
    isEvident: () => false,
  },
  {
    kind: 'my_number',
    label: 'my_number',
    digits: 12,
    shape: null,
    isEvident: (digits) => isMyNumber(digits) && !isTimestamp(digits),
  },
  { kind: 'employment_insurance', label: 'employment', digits: 11, shape: '4-6-1', isEvident: () => false },
  {
    // Ten digits in one piece look like a landline: only the announcing word tells.
    kind: 'basic_pension_number',
    label: 'pension',
    digits: 10,
    shape: '4-6',
    isEvident: () => false,
  },
];

/**
 * `label` is what the words next to the number call it, `mention` what the message speaks of further away.
 * Both are asked for only when the digits fit: looking for them costs more than all the rest.
 * A number announced as a My Number is hidden even when its check digit is wrong: a slip of the finger tells nearly all.
 */
export function identityNumber(
  window: NumberWindow,
  label: () => NumberLabel | null,
  mention: () => NumberLabel | null,
): PersonalDataKind | null {
  if (window.joints === 'bracketed') return null;
  for (const number of IDENTITY_NUMBERS) {
    if (window.digits.length !== number.digits) continue;
    if (
      (window.joints === 'plain' && isUnmistakable(number, window)) ||
      (label() ?? mentionIn(window, mention)) === number.label
    )
      return number.kind;
  }
  return null;
}

/** As many digits as a slip leaves of a number of each sort, or adds to it. */
const SLIPS: readonly { label: NumberLabel; kind: PersonalDataKind; fewest: number; most: number }[] = [
  { label: 'pension', kind: 'basic_pension_number', fewest: 7, most: 12 },
  { label: 'my_number', kind: 'my_number', fewest: 9, most: 14 },
  { label: 'certificate', kind: 'pension_certificate', fewest: 10, most: 16 },
  { label: 'employment', kind: 'employment_insurance', fewest: 9, most: 13 },
  { label: 'access_key', kind: 'access_key', fewest: 14, most: 18 },
  { label: 'phone', kind: 'phone', fewest: 8, most: 13 },
];

/** Whether the digits may be a number with a slip: dates are none. */
export function mayBeSlip({ digits, joints }: NumberWindow): boolean {
  return joints === 'plain' && digits.length >= 6 && !isTimestamp(digits) && !IS_DATE.test(digits);
}

const IS_DATE = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** A number announced right before it, of which a digit was lost, doubled or not read. */
export function mistypedNumber(
  { digits }: NumberWindow,
  label: () => NumberLabel | null,
): PersonalDataKind | null {
  const named = label();
  const slip = SLIPS.find((one) => one.label === named);
  if (slip === undefined || digits.length < slip.fewest || digits.length > slip.most) return null;
  // 80-1234-5678: the 0 in front is what is lost most.
  return slip.kind === 'phone' && !/^(?:0|[5789]0\d{8}$)/.test(digits) ? null : slip.kind;
}

/** From afar a word counts only for a number that is written as one, and not as a date and a time. */
function mentionIn(
  { digits, shape, joints }: NumberWindow,
  mention: () => NumberLabel | null,
): NumberLabel | null {
  const isParted =
    digits.length === 10 && /^[2-5](?:-[2-6]){2,3}$/.test(shape) && !/^(?:19|20)\d\d[01]/.test(digits);
  const isWrittenSo =
    joints === 'plain' &&
    (isParted || /^(?:1\d|4-4-4|6-6|4-6|4-6-4|4-6-1)$/.test(shape)) &&
    /^[1-9]|^0[1-9]0?[1-9]/.test(digits);
  return isWrittenSo && !isTimestamp(digits) ? mention() : null;
}

function isUnmistakable(number: IdentityNumber, { digits, shape }: NumberWindow): boolean {
  if (isTimestamp(digits)) return false;
  if (shape === number.shape) return number.kind !== 'basic_pension_number' || !SERVICE_PREFIX.test(digits);
  return isGroupedUsually(shape) && number.isEvident(digits);
}

/** In one piece, in fours or in halves: 12-34-5678-9018 is no way to write a My Number. */
function isGroupedUsually(shape: string): boolean {
  return /^(?:\d\d|4-4-4|4-8|8-4|6-6|3-3-3-3|4-6-4|10-4|4-10)$/.test(shape);
}
