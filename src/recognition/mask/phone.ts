import type { NumberLabel } from './number-label.ts';
import type { NumberWindow } from './number-window.ts';

const MOBILE = /^0[5789]0\d{8}$/;
const SERVICE = /^(?:0120|0570|0990)\d{6}$|^0800\d{7}$/;
const FIXED = /^0[1-9]\d{8}$/;
/** Area code, exchange and subscriber: 2-4-4 to 5-1-4; mobile 3-4-4; toll-free 4-3-3. */
const GROUPING = /^(?:2-4-4|3-3-4|4-2-4|5-1-4|3-4-4|4-3-3|4-6|4-3-4|3-4-3|2-8|3-8|3-7|6-4|7-4|5-5|10|11)$/;

/** A national number, `0` first, or null. Understands +81 with and without (0). */
export function nationalPhone(text: string, window: NumberWindow): string | null {
  const { digits, shape, start } = window;
  if (/^(?:00|010)81/.test(digits)) return dialable(digits.replace(/^(?:00|010)81/, ''));
  if (digits.startsWith('81') && /\+ ?$/.test(text.slice(Math.max(0, start - 2), start))) {
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

/** Lines that the organisation announces to everybody. */
const KNOWN_LINES = new Set(
  '0570051165 0367001165 0570054890 0366317521 0570003004 0366302525 0570007123 0368372913 0570058555 0367001144'.split(
    ' ',
  ),
);
const FREE_OR_SHARED = /^0(?:120|570|800)/;
const SOMEBODYS = /(?:自宅|勤務先|実家|携帯|連絡先|折り?返し?先?|ご?本人|お客様)[^。\n]{0,6}$/u;
const OF_A_FIRM =
  /ダイヤル|代表|コールセンター|委託|支店|本店|予約|案内|法人|会社|窓口|かけ|つなが|何回|回線|業者|銀行|FAX→/u;
const OURS = /(?:うち|当所|当課|本部|機構|所内|ダイヤルイン|直通は)の? ?$/u;
/** 外線は03-5344-1100のまま: the line into our house, unless somebody calls from it. */
const LINE_OF_HOUSE =
  /(?<!お客様の?|先方の?|相手の?)(?:外線|代表電話|代表番号|代表)(?:番号)?[\s:はがを「(]{0,3}$/u;
const CALLED_FROM = /^ ?(?:から|より|に?折り?返|へ折り?返|の方|様|さん|着信|で(?:着信|入電|受電))/u;
const ANNOUNCED_AS_OURS = /^ ?(?:は|が|も)(?:うち|当所|当課|本部)の/u;

/** A line of ours or of a firm: nobody's own number begins with 0570, but a firm may be somebody's place of work. */
export function isPublicLine(text: string, { start, end }: NumberWindow, phone: string): boolean {
  if (KNOWN_LINES.has(phone)) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 20);
  if (OURS.test(before) || ANNOUNCED_AS_OURS.test(behind)) return true;
  if (LINE_OF_HOUSE.test(before) && !CALLED_FROM.test(behind)) return true;
  return FREE_OR_SHARED.test(phone) && !SOMEBODYS.test(before) && OF_A_FIRM.test(before + behind);
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
