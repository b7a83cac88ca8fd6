import type { NumberLabel } from './number-label.ts';
import type { NumberWindow } from './number-window.ts';

const MOBILE = /^0[5789]0\d{8}$/;
const SERVICE = /^(?:0120|0570|0990)\d{6}$|^0800\d{7}$/;
const FIXED = /^0[1-9]\d{8}$/;
/** Area code, exchange and subscriber: 2-4-4 to 5-1-4; mobile 3-4-4; toll-free 4-3-3. */
export const GROUPING =
  /^(?:2-4-4|3-3-4|4-2-4|5-1-4|3-4-4|4-3-3|4-6|4-3-4|3-4-3|2-8|3-8|3-7|6-4|7-4|5-5|10|11)$/;

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

/** Lines that the organisation announces to everybody. */
const KNOWN_LINES = new Set(
  '0570051165 0367001165 0570054890 0366317521 0570003004 0366302525 0570007123 0368372913 0570058555 0367001144 0352531111'.split(
    ' ',
  ),
);
const FREE_OR_SHARED = /^0(?:120|570|800)/;
const SOMEBODYS =
  /(?:自宅|個人宅|勤務先|勤め先|職場|実家|携帯|連絡先|折り?返し?先?|ご?本人|お客様)[^。\n]{0,6}$/u;
const OF_A_FIRM =
  /ダイヤル|代表|コールセンター|委託|支店|本店|予約|案内|法人|会社|窓口|かけ|つなが|何回|回線|業者|銀行|FAX→|問い?合わ?せ|相談|受付|電力|ガス|水道|メーカー|保守|サポート|協会|通販|カード|チラシ|封筒|フリー|ナビ/u;
const OURS =
  /(?:うち|当所|当課|本部|機構|所内|ダイヤルイン|直通は)の? ?$|(?:うち(?:の[所課])?|当所|当課|本部|機構|所内)(?:の|、)?(?:電話|FAX|TEL|代表|番号|外線)(?:番号)?[\s、:はがの]{0,3}$/u;
/** 外線は03-5344-1100のまま: the line into our house, unless somebody calls from it. */
const LINE_OF_HOUSE =
  /(?<!お客様の?|先方の?|相手の?)(?:外線|代表電話|代表番号|代表)(?:番号)?[\s:はがを「(]{0,3}$/u;
const CALLED_FROM = /^ ?(?:から|より|に?折り?返|へ折り?返|の方(?!が)|様|さん|着信|で(?:着信|入電|受電))/u;
const ANNOUNCED_AS_OURS = /^ ?(?:は|が|も)(?:うち|当所|当課|本部)の|^の代表|^ ?をご?案内/u;
/** 03-0000-0000: no line has such a number. */
const NO_LINE = /0{6}$/;
/** Where everybody may call; an office of a lawyer is a firm. */
const INSTITUTION =
  '(?:年金センター|事務センター|相談センター|お客様相談室|(?<!法律|会計|税理士|労務士?|労務管理|司法書士|行政書士|弁護士|設計|社労士|特許|土地家屋調査士)事務所|分室|庁舎|[市区町村]役所|[町村]役場|役場|税務署|法務局|労働局|労基署|労働基準監督署|ハローワーク|職安|県庁|本省|厚労省|厚生労働省|年金機構|機構本部|協会けんぽ|電力|水道局|警察署?|消防署?|郵便局|保健所|裁判所)';
/** 障害年金センターの直通て、03-…, 年金事務所 お客様相談室 電話 0478-…. */
const LINE_OF_INSTITUTION = new RegExp(
  `${INSTITUTION}(?:(?:の|は|、)?(?:[\\s(:、]{0,2}(?:代表|直通|電話(?:番号)?|TEL|Tel|℡|FAX|Fax|ファックス|問い?合わ?せ先?|番号|外線|窓口)){1,3}[\\s:はが(「って、]{0,3}|[\\s:は(「の]{0,3})$`,
  'u',
);
/** 0479-54-1442の方が佐原年金事務所, 03-5344-1100(本部代表). */
const NAMED_BEHIND = new RegExp(
  `^ ?(?:(?:の方|のほう)?[がは]|\\() ?(?:[^\\s。、()\\n]{0,8}${INSTITUTION}(?!に?勤|の(?:お客|方|人|隣|裏))|[^。、()\\n]{0,8}代表\\))`,
  'u',
);

/** A line of ours or of a firm: nobody's own number begins with 0570, but a firm may be somebody's place of work. */
export function isPublicLine(text: string, { start, end }: NumberWindow, phone: string): boolean {
  if (KNOWN_LINES.has(phone) || NO_LINE.test(phone)) return true;
  const before = text.slice(Math.max(0, start - 28), start);
  const behind = text.slice(end, end + 24);
  if (OURS.test(before) || ANNOUNCED_AS_OURS.test(behind)) return true;
  if (LINE_OF_HOUSE.test(before) && !CALLED_FROM.test(behind)) return true;
  if (SOMEBODYS.test(before)) return false;
  const isOfInstitution = LINE_OF_INSTITUTION.test(before) || NAMED_BEHIND.test(behind);
  const isOfFirm = FREE_OR_SHARED.test(phone) && OF_A_FIRM.test(before + behind);
  return isOfFirm || (isOfInstitution && !CALLED_FROM.test(behind));
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
