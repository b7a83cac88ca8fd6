import type { NumberLabel } from './number-label.ts';
import type { NumberWindow } from './number-window.ts';

const MOBILE = /^0[5789]0\d{8}$/;
const SERVICE = /^(?:0120|0570|0990)\d{6}$|^0800\d{7}$/;
const FIXED = /^0[1-9]\d{8}$/;
/** Area code, exchange and subscriber: 2-4-4 to 5-1-4; mobile 3-4-4; toll-free 4-3-3; the last four told by twos. */
export const GROUPING =
  /^(?:2-4-4|3-3-4|4-2-4|5-1-4|3-4-4|4-3-3|4-6|4-3-4|3-4-3|2-8|3-8|3-7|6-4|7-4|5-5|2-4-2-2|3-3-2-2|3-4-2-2|4-2-2-2|10|11)$/;

/** A national number, `0` first, or null. Understands +81 with and without (0). */
export function nationalPhone(text: string, window: NumberWindow): string | null {
  const { digits, shape, start } = window;
  if (/^(?:00|010)81/.test(digits)) return dialable(digits.replace(/^(?:00|010)81/, ''));
  const isAnnounced = /\+ ?$/.test(text.slice(Math.max(0, start - 2), start)) || shape === '2-2-4-4';
  if (digits.startsWith('81') && isAnnounced) {
    return dialable(digits.slice(2));
  }
  return GROUPING.test(shape) && isDialable(digits) ? digits : null;
}

function dialable(behindCountryCode: string): string | null {
  const national = behindCountryCode.replace(/^0?/, '0');
  return isDialable(national) ? national : null;
}

function isDialable(digits: string): boolean {
  return MOBILE.test(digits) || SERVICE.test(digits) || (FIXED.test(digits) && !/^0[5789]0/.test(digits));
}

/** A digit too many or too few, in what the words call a telephone number. */
function isMistyped({ digits, shape }: NumberWindow): boolean {
  return /^0[1-9]\d{7,10}$/.test(digits) && /^[2-5]-[1-5]-[2-5]$/.test(shape);
}

/** Local numbers without area code, and those with a slip, count only where the words say that they are telephone numbers. */
export function isLocalPhone(window: NumberWindow, label: () => NumberLabel | null): boolean {
  const isLocal = /^[1-9]/.test(window.digits) && /^(?:4-4|3-4|2-4)$/.test(window.shape);
  return (isLocal || isMistyped(window)) && label() === 'phone';
}
