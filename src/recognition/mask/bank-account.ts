import type { Detector } from './personal-data.ts';

const DASHED = (shortest: number, longest: number) =>
  `\\d(?:[ -]?\\d){${shortest - 1},${longest - 1}}(?![\\d,]|-\\d)`;
/** 普通 1234567, 普通預金 口座番号:1234567, (普)1234567. */
const BANK = new RegExp(
  `(?:普通|当座|貯蓄|(?<!\\p{Script=Han})[普当](?=[\\d )])|口座)(?:預金|貯金)?(?:口座)?(?:番号)?[\\s:はがをの、「()]{0,4}(?:No\\.? ?)?(${DASHED(7, 8)})`,
  'dgu',
);
/** 口座番号は1234567ではなく7654321: a further number of the same sentence. */
const ANOTHER = /(?<=口座[^。\n]{0,12}\d{7}(?!\d)[^。\n\d]{1,14})(?<!\d[\d,-]?)(\d{7})(?![\d,円件人]|-\d)/dgu;
/** 記号11940 番号12345671: the symbol of the post bank is 1xxx0. */
const POST_BANK =
  /記号(?:番号)?[\s:はが「]{0,3}(1\d{3}0(?:-\d(?!\d))?)[\s:、,-]{0,3}(?:の?番号)?[\s:はが「]{0,3}(\d{2,8})(?![\d,]|-\d)/dgu;
const POST_BANK_BARE =
  /(?:ゆうちょ|貯金|口座)[^。\n\d]{0,10}(1\d{3}0) ?-? ?(?:\d ?- ?)?(\d{2,8})(?![\d,]|-\d)/dgu;

export const detectBankAccounts: Detector = (text) =>
  [BANK, ANOTHER, POST_BANK, POST_BANK_BARE].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ indices }) =>
      (indices ?? []).slice(1).map(([start, end]) => ({ kind: 'bank_account' as const, start, end })),
    ),
  );
