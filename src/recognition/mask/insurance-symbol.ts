import type { Detector, Finding } from './personal-data.ts';

const LINK = '[\\s:はがの、・/「()-]{0,3}';
const NOT_MORE = '(?![\\d,]|-\\d|年|月|日|円|件|桁|文字|枚|番地|番目)';
const CARD = '(?:健康保険|健保|けんぽ|保険証|被保険者証|資格確認書)';
/** 記号12345678 番号123 枝番01; the symbol of a health insurance has seven or eight digits. */
const SYMBOL = new RegExp(
  `記号(?:[・、及びと/ ]{0,2}番号)?${LINK}(\\d{7,8})(?!\\d)(?:${LINK}(?:番号)?${LINK}(\\d{1,7})${NOT_MORE})?(?:${LINK}\\(?(?:枝番号?)?${LINK}(\\d{2})${NOT_MORE})?`,
  'dgu',
);
const BRANCH = new RegExp(`枝番号?${LINK}(\\d{2})${NOT_MORE}`, 'dgu');
const NUMBER = new RegExp(`(?<!\\p{Script=Han})番号${LINK}(\\d{1,8})${NOT_MORE}`, 'dgu');
/** A short symbol counts where the card is named right before it; 健保番号 12345678-123 tells both at once. */
const SHORT_SYMBOL = new RegExp(
  `${CARD}(?:証|等)?(?:の|は)?${LINK}(?:記号(?:[・、及びと/ ]{0,2}番号)?|番号)${LINK}(\\d{1,8})(?!\\d|[,年月日円件桁枚])(?:${LINK}(?:番号)?${LINK}(\\d{1,7})${NOT_MORE})?`,
  'dgu',
);
/** 記号9001 番号33182207: with both named even a short symbol is one. The post bank's is taken by its own rule. */
const BOTH =
  /(?<!整理|事業所)記号[\s:は]{0,2}(\d{2,8})[\s、・/-]{0,2}番号[\s:は]{0,2}(\d{2,8})(?![\d,円件桁]|-\d)/dgu;
/** 協会けんぽ 52018833 64. */
const BARE = new RegExp(
  `${CARD}[\\s:]{0,2}(\\d{7,8})[ ・/-]{1,2}(\\d{1,7})(?![\\d,年月日円件桁枚]|-\\d)`,
  'dgu',
);
/** 41160078-212の方(記号-番号): the words behind. */
const NAMED_BEHIND = /(?<![\d-])(\d{7,8})[-・/ ](\d{1,7})[^。\n\d]{0,4}\(?記号[-・と/]?番号/dgu;
/** 番号18・27・103: those of further people. */
const FURTHER =
  /(?<=番号[\s:はがの]{0,3}(?:\d{1,7}[・、,と/ ]{1,2}){1,6})(\d{1,7})(?![\d,]|-\d|年|月|日|円|件|桁|枚)/dgu;
const HEALTH_INSURANCE = /記号|健康保険|保険証|健保|資格確認書|被保険者証/u;
const CONTEXT = 40;

/** 番号 and 枝番 alone name many things; they count only where a health insurance was spoken of: 枝番 also just behind. */
export const detectInsuranceSymbols: Detector = (text) => [
  ...groupsOf(text, SYMBOL),
  ...groupsOf(text, BRANCH).filter(({ start, end }) =>
    HEALTH_INSURANCE.test(text.slice(Math.max(0, start - CONTEXT), end + CONTEXT)),
  ),
  ...[SHORT_SYMBOL, BOTH, BARE, NAMED_BEHIND].flatMap((pattern) => groupsOf(text, pattern)),
  ...[...groupsOf(text, NUMBER), ...groupsOf(text, FURTHER)].filter(({ start }) =>
    HEALTH_INSURANCE.test(text.slice(Math.max(0, start - CONTEXT), start)),
  ),
];

function groupsOf(text: string, pattern: RegExp): Finding[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ indices }) =>
    ((indices ?? []).slice(1) as ([number, number] | undefined)[]).flatMap((span) =>
      span ? [{ kind: 'insurance_symbol' as const, start: span[0], end: span[1] }] : [],
    ),
  );
}
