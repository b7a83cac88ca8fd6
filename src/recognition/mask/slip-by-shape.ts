import { isOfOtherSort, labelOf, type NumberLabel } from './number-label.ts';
import type { NumberWindow } from './number-window.ts';
import type { PersonalDataKind } from './personal-data.ts';

const MOBILE = /^0[5789]0/;
/** What is parted as a number of a telephone is, and begins like one, is one with a digit lost or doubled. */
const LIKE_MOBILE = /^(?:3-[3-5]-[2-5]|3-[6-9]|[678]-[3-5]|3-\d-\d-\d{1,2})$/;
const LIKE_LANDLINE = /^(?:[2-5]-[1-4]-[2-5]|[2-5]-\d-\d)$/;
/** 048-266-7…: as far as it was heard. */
const LIKE_PART = /^[2-5]-[1-4]-[1-3]$/;
/** 3310-445566-135: four and six, and an end that is too short or too long. */
const LIKE_CERTIFICATE = /^(?:4-6-[235]|4-[57]-4|[35]-6-4)$/;
/** 4417-88213: four and six, but for a digit. */
const LIKE_PENSION_NUMBER = /^(?:4-[57]|[35]-6|5-5|2-8|3-7|6-4)$/;
/** 6123-4456-78901. */
const LIKE_MY_NUMBER = /^(?:4-4-[35]|4-[35]-4|[35]-4-4|\d\d)$/;

/** What people say of a number that is not as it should be. */
const OF_SLIP =
  /桁|けた|ケタ|(?:1|一|ひと)(?:つ|文字)(?:多|少|足)|足り(?:な|ず|ん)|足ら[なん]|余(?:分|計)|抜(?:け|か)|多い|少ない|欠け|区切|ハイフン|ずれ|ズレ|形式|検索しても|該当(?:なし|しな|者)|打ち?間違|読めな|聞き?取/u;
const OF_CALL =
  /電話|TEL|℡|☎|携帯|ケータイ|FAX|着信|入電|折り?返|折電|かけ(?:て|た|直|る)|連絡先|切れ(?:た|て|ま)|留守電|まで(?:しか|で)|途中/iu;
const NEAR = 32;
const FAR = 72;

/**
 * A number that is told apart by how it is written although a digit was lost, doubled or not read, and that no word next
 * to it announces. `null` where what is said around it does not bear it out.
 */
export function slipByShape(text: string, window: NumberWindow): PersonalDataKind | null {
  const { start, end, digits, shape, joints } = window;
  if (joints === 'dotted' || isOfOtherSort(text, start)) return null;
  const near = text.slice(Math.max(0, start - NEAR), start) + text.slice(end, end + NEAR);
  if (isLikePhone(digits, shape, text.slice(Math.max(0, start - FAR), end + NEAR))) return 'phone';
  if (joints === 'bracketed') return null;
  if (LIKE_CERTIFICATE.test(shape) && !/^(?:0|20)/.test(digits)) return 'pension_certificate';
  if (!OF_SLIP.test(near)) return null;
  if (LIKE_MY_NUMBER.test(shape) && digits.length >= 11 && isCalled(text, window, 'my_number'))
    return 'my_number';
  return LIKE_PENSION_NUMBER.test(shape) ? 'basic_pension_number' : null;
}

function isLikePhone(digits: string, shape: string, around: string): boolean {
  if (MOBILE.test(digits) && LIKE_MOBILE.test(shape))
    return digits.length < 11 || OF_CALL.test(around) || OF_SLIP.test(around);
  if (!/^0[1-9]/.test(digits)) return false;
  if (LIKE_LANDLINE.test(shape) && digits.length >= 9 && digits.length <= 11) return true;
  return LIKE_PART.test(shape) && digits.length >= 6 && OF_CALL.test(around);
}

function isCalled(text: string, { start, end }: NumberWindow, label: NumberLabel): boolean {
  return labelOf(text, start, end) === label;
}
