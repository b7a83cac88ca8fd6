import { isAmount, isOfOtherSort, labelOf } from '../number-label.ts';
import { isSomethingElse } from '../numbers.ts';
import { isContact } from './sort-of-number.ts';

const NUMERAL = /[\d〇零一二三四五六七八九]/gu;
/** さんいちはち, ゼロハチハチの, three three two. */
const READ_ALOUD =
  /^(?:ゼロ|ぜろ|れい|まる|いち|に|さん|よん|し|ご|ろく|なな|しち|はち|きゅう|く|レイ|マル|イチ|ニ|サン|ヨン|ゴ|ロク|ナナ|シチ|ハチ|キュウ|zero|oh|one|two|three|four|five|six|seven|eight|nine|[、,の ]){3,}$/iu;
const FEWEST_READ_ALOUD = 3;
const FEWEST = 2;
/** Fewer digits than this count only where a number is spoken of. */
const SHORT = 4;
const OF_NUMBER = /番|末尾|記号|枝|口座|電話|携帯|固定|下\d桁|頭|tel/iu;
/** E1107, #7719, FM-88-40317, 12:30, 4-17 behind 2026-. */
const PIECE_BEFORE = /(?:[A-Za-z]-?(?<!(?:tel|fax|phone|mobile|cell)-?)|#|\d[-.:/,]?|no\. ?)$/iu;
const PIECE_BEHIND = /^(?:[-.:/,]?\d|番台|番線|番目|番地|[A-Za-z])/u;
const DATE_OR_TIME = /\d{4}-\d\d-\d\d(?!\d)|\d\d?:\d\d|^20\d\d(?:0[1-9]|1[0-2])[0-3]\d/u;
/** Lines that everybody may call begin so; behind -0000 lives nobody yet. */
const OF_ALL = /^(?:0120|0570|0800|0990|\d{3}-0000)$/u;
/** 内線4238と4328, 店番は512, 国際電話は010. */
const OF_NOBODY = /(?:内線|国際電話)[^。\n、]{0,10}$|店番(?:号)?[ :はが「]{0,2}$/u;
/** 123-4567, 一二三四五: how somebody writes that any number may stand there. */
const ANY_NUMBER = ['01234567890', '〇一二三四五六七八九'];
/** 番号, 枝番 and 記号 name many things; of somebody they are where an insurance or an account is spoken of. */
const NAMED_AT_LARGE = /(?:枝番|(?<![㐀-鿿々〇])番号|記号)[ :はがの「]{0,3}$/u;
const WIDELY_NAMED = 8;
const OF_SOMEBODY =
  /健康保険|保険証|健保|資格確認書|被保険者|記号[-・と/、]?番号|口座|普通|当座|様|さん|さま/u;
const REACH = 48;
/** マイナンバー987654 is one that nobody has. */
const MY_NUMBER_AT_LEAST = 8;

/** No piece of a longer code, no amount, no number that is called another one, and no number all by itself. */
export function isNumberAt(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - REACH), start);
  if (isContact(words)) return true;
  if (PIECE_BEFORE.test(before) || PIECE_BEHIND.test(text.slice(end, end + 2))) return false;
  if (DATE_OR_TIME.test(words) || OF_ALL.test(words) || OF_NOBODY.test(before)) return false;
  if (!isSpokenOf(before, text.slice(end, end + REACH)) || !isEnough(text, start, words, before))
    return false;
  const shape = words.replace(/\D+/gu, '-');
  return (
    !isSomethingElse(text, { start, end, shape }) &&
    !isAmount(text, start, end) &&
    !isOfOtherSort(text, start)
  );
}

function isSpokenOf(before: string, behind: string): boolean {
  return /\p{L}{2}/u.test(before) || /\p{L}{2}/u.test(behind);
}

/** As many digits as what stands around them asks for. */
function isEnough(text: string, start: number, words: string, before: string): boolean {
  const digits = words.match(NUMERAL) ?? [];
  if (ANY_NUMBER.some((row) => digits.length > FEWEST && row.includes(digits.join('')))) return false;
  if (digits.length < FEWEST) return words.length >= FEWEST_READ_ALOUD && READ_ALOUD.test(words);
  const near = before.slice(-12);
  if (digits.length < SHORT && !OF_NUMBER.test(near)) return false;
  if (labelOf(text, start, start + words.length) === 'my_number') return digits.length >= MY_NUMBER_AT_LEAST;
  const isAtLarge = digits.length <= WIDELY_NAMED && NAMED_AT_LARGE.test(near);
  return !isAtLarge || OF_SOMEBODY.test(before + text.slice(start, start + REACH));
}
