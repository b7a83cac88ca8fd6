import { groupsIn } from './matched-groups.ts';
import type { Detector } from './personal-data.ts';

const DASHED = (shortest: number, longest: number) =>
  `\\d(?:[ -]?\\d){${shortest - 1},${longest - 1}}(?![\\d,]|-\\d|(?<= \\d{1,2})[番件人円名回枚通])`;
/** 普通 1234567, 普通預金 口座番号:1234567, (普)1234567. */
const BANK = new RegExp(
  `(?:普通|当座|貯蓄|(?<![㐀-鿿々〇])[普当](?=[\\d :)])|口座)(?:預金|貯金)?[\\s:、/]{0,2}(?:口座)?(?:番号)?[\\s:はがをの、「()…]{0,4}(?:No\\.? ?)?(${DASHED(7, 8)})`,
  'dgu',
);
/** 口座番号は1234567ではなく7654321: a further number of the same sentence. */
const ANOTHER =
  /(?=\d{7})(?<=口座[^。\n]{0,12}\d{7}(?!\d)[^。\n\d]{1,14})(?<!\d[\d,-]?)(\d{7})(?![\d,円件人]|-\d)/dgu;
/** 普通1234567→2345678: put right. */
const PUT_RIGHT =
  /(?=[ →から、と])(?<=(?:普通|当座|口座)[^。\n\d]{0,8}\d{7}) ?(?:→|から|と|、) ?(\d{7})(?![\d,円件人]|-\d)/dgu;
/** みずほ銀行 番号1234567, 口座 123-1234567: the bank or the word says which number it is. */
const AT_BANK =
  /(?:銀行|信金|信用金庫|農協|労金|通帳|口座)[^。\n\d]{0,8}(?:\d{3}[^。\n\d]{1,8})?(?<!受付|整理|支店|伝票|照会|登録|店)番号[\s:はが]{0,3}(\d{7,8})(?![\d,]|-\d)/dgu;
/** 母国の銀行(番号 0071004482913), BANK ACC NO 2204 7719: abroad they are longer. */
const ABROAD =
  /(?:銀行[^。\n\d]{0,4}番号|\bACC(?:OUNT)?\.? ?(?:NO|NUMBER)\b|\bIBAN\b)[\s:.はが]{0,3}((?:[A-Z]{2})?\d(?:[ -]?\d){5,20})(?![\d,]|-\d)/dgiu;
/** 1234567（普通、…）: the sort stands behind. */
const SORT_BEHIND = /(?<![\d,-])(\d{7}) ?(?:[(←、/]? ?(?:普通|当座)|\((?:普|当)\))/dgu;
/** 普通 123456(1桁足りない): fewer digits than an account has, called one all the same. */
const TOO_SHORT =
  /(?:口座番号|普通(?:預金)?|当座(?:預金)?)[\s:はがの「]{0,3}(\d{5,6})(?![\d,.円件人名枚]|-\d)/dgu;
/** 口座番号のみ判明 7718204. */
const NAMED = /口座番号[^。\n\d]{1,8}(\d{7})(?![\d,円件]|-\d)/dgu;
/** 口座番号欄に004870261935と12桁, 口座番号が8桁ある。「30174862」, ベトナムの口座、書いてきた番号は0351000927468. */
const OF_ANY_LENGTH =
  /口座(?:番号(?:欄)?|[^。\n\d]{0,10}番号)[はがにも、:「 ]{0,3}(?:\d{1,2}桁[^\d\n]{0,16}「?)?(\d{8,16})(?![\d,円件]|-\d)/dgu;
const SYMBOL_AGAIN =
  /(?=1\d{3}0)(?<=(?:ゆうちょ|通帳|貯金|口座)[^。\n]{0,40}記号[はがも: ]{0,2})(1\d{3}0)(?![\d,]|-\d)/dgu;
const WITH_BRANCH = /口座[^。\n\d]{0,6}(\d{3}-\d{7})(?![\d,]|-\d)/dgu;
/** 記号11940 番号12345671: the symbol of the post bank is 1xxx0. */
const POST_BANK =
  /記号(?:番号)?[\s:はが「〕】)\]]{0,3}(1\d{3}0(?:-\d(?!\d))?)(?:[\s:、,/・-]{0,3}|[でがと、」〔【(]{1,2} ?(?=番号))(?:の?番号)?[\s:はがも「〕】)\]]{0,3}(?:え[ー〜]*っ?と)?、?(\d{2,7}-\d(?!\d)|\d{2,8})(?![\d,件円人枚]|-\d)/dgu;
/** 番号9923461、記号10150. */
const NUMBER_FIRST =
  /番号[\s:はが「]{0,3}(\d{2,8})[^。\n\d]{0,4}記号[\s:はが「]{0,3}(1\d{3}0)(?![\d,]|-\d)/dgu;
/** 10340-41827761: both in one, where the message speaks of such an account before or behind. */
const IN_ONE = /(?<![\d-])(1\d{3}0(?:-|の| - )(?:\d-)?\d{2,8})(?![\d,号件円]|-\d)/dgu;
/** 17850の31940221, 14020-3と8812341: in one, apart by a space or a word, or all thirteen digits. */
const IN_TWO =
  /(?<![\d-])(1\d{3}0(?:-\d)?)(?: ?[ ・/、_] ?|と|番号| ?で ?|」 ?「)(\d{6,8})(?![\d,号件円]|-\d)/dgu;
const WHOLE = /(?<![\d-])(1\d{3}0\d{7}1)(?![\d,号件円]|-\d)/dgu;
const OF_POST_BANK = /ゆうちょ|ユウチョ|郵貯|通帳|口座|貯金|振込先|振替先|記号/u;
const OF_SOMETHING_ELSE =
  /(?:伝票|追跡|受付|受理|管理|整理|照会|様式|型|品|機)番号?[\s:は]{0,2}$|様式[\s:は]{0,2}$/u;
const FAR = 64;
const POST_BANK_BARE =
  /(?:ゆうちょ|貯金|口座|郵貯|振込先|振替先)[^。\n\d]{0,10}(?<!(?:伝票|追跡|受付|受理|管理|整理|照会)番号[\s:は]?)(1\d{3}0) ?-? ?(?:\d ?- ?)?(\d{2,8})(?![\d,]|-\d)/dgu;

/** 口座相違。正→3071944 誤→3071994: seven digits that nothing calls something else, where an account is spoken of. */
const SEVEN =
  /(?<![\d.\-¥〒A-Za-z])(?<!(?<!\d)\d{1,3},)(?!0?123456)(\d{7})(?![\d.円件人枚名]|,\d{3}(?![\d-])|-\d)/dgu;
const OF_ACCOUNT = /口座|普通(?!郵便|徴収|の)|当座|通帳|振込先|コウザ|フツウ|\([普当]\)/u;
const NAMED_OTHERWISE =
  /(?:番号|コード|ID|No\.?|記号|〒|内線|電話|様式|型|[〇○]*(?:月|年|日|計|額|合計|件数)|例)(?:番号)?[\s:はがの「]{0,3}$/u;
/** 11150 8834021 in columns, 10340の41827761: the two numbers of the post bank, where it is named. */
const OF_POST =
  /(?:ゆうちょ|ユウチョ|郵貯|郵便局|貯金)[^。\n\d]{0,24}?(1\d{3}0)[ \t]?[\t ・/、のノ-][ \t]?(\d{2,8})(?![\d,円件]|-\d)/dgu;

const PATTERNS = [
  BANK,
  TOO_SHORT,
  ANOTHER,
  PUT_RIGHT,
  AT_BANK,
  WITH_BRANCH,
  SORT_BEHIND,
  ABROAD,
  NAMED,
  OF_ANY_LENGTH,
  SYMBOL_AGAIN,
  POST_BANK,
  OF_POST,
  POST_BANK_BARE,
  NUMBER_FIRST,
];

export const detectBankAccounts: Detector = (text) => {
  const apart = PATTERNS.flatMap((pattern) => groupsIn(text, pattern, 'bank_account'));
  const inOne = [IN_ONE, IN_TWO, WHOLE]
    .flatMap((pattern) => groupsIn(text, pattern, 'bank_account'))
    .filter(({ start, end }) => {
      if (apart.some((one) => one.start === start)) return false;
      const before = text.slice(Math.max(0, start - FAR), start);
      return (
        (OF_POST_BANK.test(before) || OF_POST_BANK.test(text.slice(end, end + FAR / 2))) &&
        !OF_SOMETHING_ELSE.test(before)
      );
    });
  const seven = groupsIn(text, SEVEN, 'bank_account').filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - FAR), start);
    const isNamed = NAMED_OTHERWISE.test(before) && !/口座番号[\s:はがの「]{0,3}$/u.test(before);
    return !isNamed && (OF_ACCOUNT.test(before) || OF_ACCOUNT.test(text.slice(end, end + FAR / 2)));
  });
  return [...apart, ...inOne, ...seven];
};
