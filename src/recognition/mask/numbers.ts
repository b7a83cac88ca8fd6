import { overlap } from '../span.ts';
import { identityNumber, mayBeSlip, mistypedNumber } from './identity-numbers.ts';
import {
  isAmount,
  isCarried,
  isOfOtherSort,
  isOtherNumber,
  labelBeside,
  labelOf,
  mentionOf,
} from './number-label.ts';
import type { NumberLabel } from './number-label.ts';
import { numberWindows } from './number-window.ts';
import type { NumberWindow } from './number-window.ts';
import type { Detector, Finding } from './personal-data.ts';
import { isLocalPhone, nationalPhone } from './phone.ts';
import { isPublicLine } from './public-line.ts';
import { slipByShape } from './slip-by-shape.ts';

/** Identity numbers and telephone numbers, told apart by shape, check digit and the word that announces them. */
export function createNumberDetector(ownPhones: ReadonlySet<string>): Detector {
  return (text) => {
    const windows = numberWindows(text);
    const whole = windows.flatMap((window) => classify(text, window, ownPhones) ?? []);
    // Only where nothing is written as it should be: the end of one number and the next are no third one.
    const slips = windows.flatMap((window) => slipOf(text, window) ?? []);
    return [...whole, ...slips.filter((slip) => !whole.some((one) => overlap(slip, one)))];
  };
}

/** 基礎年金番号 1234-56789: what is called one is one with a digit too few or too many. */
function slipOf(text: string, window: NumberWindow): Finding | null {
  if (!mayBeSlip(window)) return null;
  const kind =
    mistypedNumber(
      window,
      () =>
        labelBeside(text, window.start) ??
        (isCounted(text, window) ? mentionOf(text, window.start, window.end) : null),
    ) ?? slipByShape(text, window);
  if (kind === null || isSomethingElse(text, window) || isCarried(text, window.start)) return null;
  return { kind, start: window.start, end: window.end };
}

function classify(text: string, window: NumberWindow, ownPhones: ReadonlySet<string>): Finding | null {
  const label = once(() => labelOf(text, window.start, window.end));
  const phone = nationalPhone(text, window);
  if (phone !== null && (ownPhones.has(phone) || (isUnnamed(label()) && isPublicLine(text, window, phone))))
    return phoneFinding('public', text, window);
  const kind =
    identityNumber(window, label, () =>
      phone === null ? mentionOf(text, window.start, window.end) : null,
    ) ?? (phone !== null || isLocalPhone(window, label) ? 'phone' : null);
  if (kind === null || isSomethingElse(text, window)) return null;
  if (kind !== 'phone' && isCarried(text, window.start)) return null;
  if (kind === 'my_number' && label() === null && isOfOtherSort(text, window.start)) return null;
  return kind === 'phone'
    ? phoneFinding('phone', text, window)
    : { kind, start: window.start, end: window.end };
}

/** What is called a pension number is none of a line that everybody may call. */
function isUnnamed(label: NumberLabel | null): boolean {
  return label === null || label === 'phone';
}

const OF_DIGITS = /桁|けた|ケタ/u;

/** 12けたのはずが11けたしかない 25511848733: what is said of its digits. */
function isCounted(text: string, { start, end, shape }: NumberWindow): boolean {
  return (
    /^(?:\d\d?|4-\d+|4-\d+-\d+)$/u.test(shape) &&
    (OF_DIGITS.test(text.slice(Math.max(0, start - REACH), start)) ||
      OF_DIGITS.test(text.slice(end, end + 12)))
  );
}

const REACH = 24;

/** AB-1234567890 is a code, TEL1234567890 is not. */
const PART_OF_CODE = /[A-Za-z]-?(?<!(?:tel|fax|phone|mobile|cell|no)-?)$/iu;

/** 1234-567890みたいに書く and 記入例は 1234-567890 show a form. */
const EXAMPLE_BEFORE = /(?:記入例|記載例|入力例|書き方|例|サンプル)[はが:= 「(]{1,3}$/u;
const EXAMPLE =
  /^ ?」?(?:みたい[にな]|のように|のような|のように書|の形|[の型]?(?:という)?(?:書式|フォーマット)|は(?:決裁|物品|受付|伝票|整理|管理|追跡)番号)/u;

/** 4412-338091(型番). */
const MODEL_BEHIND = /^ ?(?:\(|←|は|が|という)?(?:型番|機番|品番|製番|型式|製造番号|シリアル)/u;

/** What stands around the number says that it is nobody's: of a parcel, a model, a form, an amount. */
export function isSomethingElse(
  text: string,
  { start, end, shape }: Pick<NumberWindow, 'start' | 'end' | 'shape'>,
): boolean {
  // 照会番号 3208-774196 で氏名: whoever has it is named next.
  const isSomebodys = /^ ?(?:で|の|、)? ?(?:氏名|生年月日|お?名前)/u.test(text.slice(end, end + 8));
  if (
    (isOtherNumber(text, start) && !(isSomebodys && shape === '4-6')) ||
    PART_OF_CODE.test(text.slice(Math.max(0, start - 8), start))
  )
    return true;
  if (ENDS_IN_COUNT.test(text.slice(start, end)) && COUNTED.test(text.slice(end, end + 4))) return true;
  if (MODEL_BEHIND.test(text.slice(end, end + 12))) return true;
  if (EXAMPLE_BEFORE.test(text.slice(Math.max(0, start - 10), start))) return true;
  if (EXAMPLE.test(text.slice(end, end + 10)) || /^[0-]+$/.test(text.slice(start, end))) return true;
  return !shape.includes('-') && isAmount(text, start, end);
}

/** 1503-774412 1番違い: what is counted behind a number is no part of it. */
const ENDS_IN_COUNT = /[ \t]\d{1,2}$/u;
const COUNTED =
  /^ ?(?:番(?!号)|件|人|名|円|回|枚|通|歳|才|度|つ|桁|文字|[日月年時分号箱袋部個台階校課室週](?!保険))/u;

const EXTENSION = /^ ?[(、,]? ?内線[ :=は]{0,2}\d{1,5}(?!\d)\)?/u;

/** The opening bracket of (03), the + of +81 and the extension behind belong to the number. */
function phoneFinding(kind: Finding['kind'], text: string, { start, end }: NumberWindow): Finding {
  const lead = /(?:\+ ?|\()$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const opens = lead !== '(' || text.slice(start, end).includes(')');
  const extension = EXTENSION.exec(text.slice(end, end + 16))?.[0].length ?? 0;
  return { kind, start: start - (opens ? lead.length : 0), end: end + extension };
}

function once(ask: () => NumberLabel | null): () => NumberLabel | null {
  let answer: NumberLabel | null | undefined;
  return () => (answer === undefined ? (answer = ask()) : answer);
}
