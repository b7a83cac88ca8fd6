import type { Detector } from './personal-data.ts';

const DASHED = (shortest: number, longest: number) =>
  `\\d(?:[ -]?\\d){${shortest - 1},${longest - 1}}(?![\\d,]|-\\d)`;
/** 普通 1234567, 普通預金 口座番号:1234567, (普)1234567. */
const BANK = new RegExp(
  `(?:普通|当座|貯蓄|(?<!\\p{Script=Han})[普当](?=[\\d )])|口座)(?:預金|貯金)?[\\s:、/]{0,2}(?:口座)?(?:番号)?[\\s:はがをの、「()]{0,4}(?:No\\.? ?)?(${DASHED(7, 8)})`,
  'dgu',
);
/** 口座番号は1234567ではなく7654321: a further number of the same sentence. */
const ANOTHER = /(?<=口座[^。\n]{0,12}\d{7}(?!\d)[^。\n\d]{1,14})(?<!\d[\d,-]?)(\d{7})(?![\d,円件人]|-\d)/dgu;
/** 普通1234567→2345678: put right. */
const PUT_RIGHT =
  /(?<=(?:普通|当座|口座)[^。\n\d]{0,8}\d{7}) ?(?:→|から|と|、) ?(\d{7})(?![\d,円件人]|-\d)/dgu;
/** みずほ銀行 番号1234567, 口座 123-1234567: the bank or the word says which number it is. */
const AT_BANK =
  /(?:銀行|信金|信用金庫|農協|労金|通帳|口座)[^。\n\d]{0,8}(?:\d{3}[^。\n\d]{1,8})?(?<!受付|整理|支店|伝票|照会|登録|店)番号[\s:はが]{0,3}(\d{7,8})(?![\d,]|-\d)/dgu;
/** 1234567（普通、…）: the sort stands behind. */
const SORT_BEHIND = /(?<![\d,-])(\d{7}) ?(?:[(←、/]? ?(?:普通|当座)|\((?:普|当)\))/dgu;
/** 口座番号のみ判明 7718204. */
const NAMED = /口座番号[^。\n\d]{1,8}(\d{7})(?![\d,円件]|-\d)/dgu;
const SYMBOL_AGAIN = /(?<=ゆうちょ[^。\n]{0,40}記号)(1\d{3}0)(?![\d,]|-\d)/dgu;
const WITH_BRANCH = /口座[^。\n\d]{0,6}(\d{3}-\d{7})(?![\d,]|-\d)/dgu;
/** 記号11940 番号12345671: the symbol of the post bank is 1xxx0. */
const POST_BANK =
  /記号(?:番号)?[\s:はが「]{0,3}(1\d{3}0(?:-\d(?!\d))?)[\s:、,-]{0,3}(?:の?番号)?[\s:はが「]{0,3}(\d{2,8})(?![\d,]|-\d)/dgu;
const POST_BANK_BARE =
  /(?:ゆうちょ|貯金|口座)[^。\n\d]{0,10}(1\d{3}0) ?-? ?(?:\d ?- ?)?(\d{2,8})(?![\d,]|-\d)/dgu;

export const detectBankAccounts: Detector = (text) =>
  [
    BANK,
    ANOTHER,
    PUT_RIGHT,
    AT_BANK,
    WITH_BRANCH,
    SORT_BEHIND,
    NAMED,
    SYMBOL_AGAIN,
    POST_BANK,
    POST_BANK_BARE,
  ].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ indices }) =>
      (indices ?? []).slice(1).map(([start, end]) => ({ kind: 'bank_account' as const, start, end })),
    ),
  );
