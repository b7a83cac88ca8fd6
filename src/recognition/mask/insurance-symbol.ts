import { groupsIn } from './matched-groups.ts';
import type { Detector } from './personal-data.ts';

const LINK = '[\\s:はがの、・/「()-]{0,3}';
const NOT_MORE = '(?![\\d,]|-\\d|年|月|日|円|件|桁|文字|枚|番地|番目)';
const CARD = '(?:健康保険|健保|けんぽ|保険証|被保険者証|資格確認書)';
/** 記号12345678 番号123 枝番01; the symbol of a health insurance has seven or eight digits. */
const SYMBOL = new RegExp(
  `記号(?:[・、及びと/ ]{0,2}番号)?${LINK}(\\d{7,8})(?!\\d)(?:${LINK}(?:番号)?${LINK}(\\d{1,7})${NOT_MORE})?(?:${LINK}\\(?(?:枝番号?)?${LINK}(\\d{2})${NOT_MORE})?`,
  'dgu',
);
const BRANCH = new RegExp(
  `枝番号?(?:${LINK}|[^。\\n\\d]{0,4})(\\d{2})(?:[、・/][^。、\\n\\d]{0,3}(\\d{2}))?${NOT_MORE}`,
  'dgu',
);
const NUMBER = new RegExp(`(?<![㐀-鿿々〇])番号${LINK}(\\d{1,8})${NOT_MORE}`, 'dgu');
/** A short symbol counts where the card is named right before it; 健保番号 12345678-123 tells both at once. */
const SHORT_SYMBOL = new RegExp(
  `${CARD}(?:証|等)?(?:の|は)?${LINK}(?:記号(?:[・、及びと/ ]{0,2}番号)?|番号)${LINK}(\\d{1,8})(?!\\d|[,年月日円件桁枚])(?:${LINK}(?:番号)?${LINK}(\\d{1,7})${NOT_MORE})?`,
  'dgu',
);
/** 記号9001 番号33182207: with both named even a short symbol is one. The post bank's is taken by its own rule. */
const BOTH =
  /(?<!整理|事業所)記号[\s:は]{0,2}(\d{2,8})[\s、・/-]{0,2}番号[\s:は]{0,2}(\d{2,8})(?![\d,円件桁]|-\d)/dgu;
/** 記号 さ123 番号 四五六, 記号1184の番号20957, 記号 2170-5561・番号 1029: of a mutual aid or an old card. */
const WRITTEN = '(?:\\d{1,8}|[〇一二三四五六七八九]{1,8})';
const ANY_SYMBOL = new RegExp(
  `(?<!整理|事業所)記号(?:は|が)?[\\s:「『]{0,2}([㐀-鿿々〇ぁ-んァ-ヶA-Z]{0,2}${WRITTEN}(?:-\\d{1,4})?)[\\s、・/」』のでと-]{0,3}(?:保険者)?番号(?:は|が)?[\\s:「『]{0,2}(${WRITTEN})(?![\\d,円件桁]|-\\d)`,
  'dgu',
);
/** 記号番号で「武い 23」「0041187」, 被保険者証の記号・番号 5-12 00345, 国公 334-88712という組合員証: both behind one word, in any writing. */
const SYMBOL_PART = '(?:[㐀-鿿々〇ぁ-んァ-ヶA-Z]{1,4}[- ]?)?\\d{1,8}(?:[- ]\\d{1,4})?';
const APART = '[\\s・、/」』「『(と-]{1,4}(?:番号[\\s:はが]{0,2})?';
const NUMBER_PART = '(\\d{1,8}(?:-\\d{2})?)(?![\\d,円件桁年月日]|-\\d)';
const BEHIND_BOTH = new RegExp(
  `(?:記号[-・と、/]?番号|記番)[\\s:はがで「『(]{1,4}(${SYMBOL_PART})${APART}${NUMBER_PART}`,
  'dgu',
);
/** 共済 記号番号 公立-東京 123456: of a mutual aid and its branch. */
const OF_MUTUAL_AID =
  /記号[-・と、/]?番号[\s:はが「]{0,3}([㐀-鿿々〇]{1,4}-[㐀-鿿々〇]{1,4}) ?(\d{3,8})(?![\d,円件桁年月日]|-\d)/dgu;
/** 国保 東12・3344556: the card's own word is enough where the symbol is long or holds a letter. */
const BEHIND_CARD = new RegExp(
  `(?:国保|国民健康保険|健保|協会けんぽ|共済|保険証|資格確認書)[\\s:はがのを「『(]{0,4}((?:[㐀-鿿々〇ぁ-んァ-ヶA-Z]{1,2} ?\\d{1,6}|\\d{3,8}))(?:[・/ 、-]|」「)(\\d{2,8}(?:-\\d{2})?)(?![\\d,:円件桁年月日時分人名/]|-\\d)`,
  'dgu',
);
/** 健保組合の番号1234-56. */
const OF_UNION =
  /(?:健保|健康保険|保険証|資格確認書|国保)(?:組合)?の?番号[\s:はが「]{0,3}(\d{2,8}-\d{1,7})(?![\d,円件桁]|-\d)/dgu;
/** 後期高齢 被保険者番号01234567, 介護保険の番号は0012345678. */
const OF_THE_OLD =
  /(?:後期高齢者?|介護保険?|国保|国民健康保険)[^。\n\d]{0,14}(?<!(?<!被)保険者)番号[\s:はが「]{0,3}(\d{6,10})(?![\d,円件桁]|-\d)/dgu;
const BEFORE_CARD = new RegExp(
  `(?<![㐀-鿿々〇\\d])([㐀-鿿々〇]{1,3} ?\\d{1,6})[-・]${NUMBER_PART}(?=[^。\\n\\d]{0,8}(?:組合員証|保険証|資格確認書|被保険者証))`,
  'dgu',
);
/** 記号:3715 0019 番号:52-00: with a branch behind. */
const WITH_BRANCH = new RegExp(
  `(?<!整理|事業所)記号[\\s:は「]{0,3}(\\d{2,8}(?: \\d{2,4})?)[\\s、・/」-]{0,3}番号[\\s:はが「]{0,3}(\\d{1,7}-\\d{2})(?![\\d,円件桁]|-\\d)`,
  'dgu',
);
/** 番号1184、記号は21070056: the number first. */
const NUMBER_FIRST =
  /(?<![㐀-鿿々〇])番号[\s:はが]{0,2}(\d{1,7})[^。\n\d]{0,4}(?<!整理|事業所)記号[\s:はが]{0,2}(\d{4,8})(?![\d,円件桁]|-\d)/dgu;
/** 健康保険の記号だけ25044: behind its name, where a card is spoken of. */
const SYMBOL_ALONE =
  /(?<!整理|事業所)記号[^。\n\d]{0,4}?(?:(?:どちら|いずれ|両方と|2人と|二人と|お二人と)も)?(\d{4,8})(?![\d,円件桁]|-\d)/dgu;
/** 21700023・145と手書きで記号と番号が: told of both. */
const TOLD_OF = /(?<![\d-])(\d{7,8}) ?[・/、 ] ?(\d{1,7})(?![\d,円件桁年月日]|-\d)(?=[^。\n]{0,16}記号)/dgu;
/** 協会けんぽ 52018833 64. */
const BARE = new RegExp(
  `${CARD}[\\s:]{0,2}(\\d{7,8})[ ・/の-]{1,2}(\\d{1,7})(?:[ ・/-](\\d{2}))?(?![\\d,年月日円件桁枚]|-\\d)`,
  'dgu',
);
/** 41160078-212の方(記号-番号): the words behind. */
const NAMED_BEHIND = /(?<![\d-])(\d{7,8})[-・/ ](\d{1,7})[^。\n\d]{0,4}\(?記号[-・と/]?番号/dgu;
/** 番号18・27・103: those of further people; 番号55→56, 55でなく56: put right. */
const FURTHER =
  /(?=\d)(?<=番号[\s:はがの]{0,3}(?:\d{1,7}(?:[・、,と/ ]{1,2}| ?(?:→|⇒|->) ?|(?:では?|じゃ)なく(?:て)?、?)){1,6})(\d{1,7})(?![\d,]|-\d|年|月|日|円|件|桁|枚)/dgu;
/** 記号1502 0033番号88: a symbol written in two. */
const IN_TWO =
  /(?<!整理|事業所)記号[\s:は]{0,2}(\d{2,4} \d{2,4})[\s、・/のと-]{0,2}番号[\s:はが]{0,2}(\d{1,8})(?![\d,円件桁]|-\d)/dgu;
/** 80120045-17と80120045-71: symbol and number in one, where the message speaks of a health insurance. */
const IN_ONE =
  /(?<![\d,.-])(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d)(\d{7,8}-\d{1,7}(?:-\d{2})?)(?![\d,件円枚]|-\d)/dgu;
const OF_CARD =
  /健康保険|健保|けんぽ|保険証|資格確認書|被保険者(?!番号|数)|被扶養者|任継|任意継続|協会(?!病院)|組合員証|記号[-・と/、]?番号|記番/u;
const SOMETHING_ELSE =
  /(?:伝票|追跡|受付|受理|管理|整理|照会|送り状|問い?合わ?せ|引受|書留|製造|物品|帳票)番号[\s:はが]{0,2}$|(?:型番|品番|機番|様式|S\/N|伝票)[\s:はが]{0,2}$/u;
/** 整理記号 01-イロハ 番号 12: a business has a symbol and a number as well. */
const OF_BUSINESS = /(?:整理|事業所)記号/gu;
const BUSINESS_BEFORE = /(?:(?:整理|事業所)記号|\d{2}-[ァ-ヶ]{1,4})[^。\n]{0,14}$/u;
const FAR = 64;
const NEAR_BEHIND = 24;
const HEALTH_INSURANCE = /記号|健康保険|保険証|健保|資格確認書|被保険者証/u;
const CONTEXT = 40;

/** 番号 and 枝番 alone name many things; they count only where a health insurance was spoken of: 枝番 also just behind. */
export const detectInsuranceSymbols: Detector = (text) => {
  const apart = groupsIn(text, SHORT_SYMBOL, 'insurance_symbol');
  return [
    ...apart,
    ...groupsIn(text, SYMBOL, 'insurance_symbol'),
    ...groupsIn(text, BRANCH, 'insurance_symbol').filter(({ start, end }) =>
      HEALTH_INSURANCE.test(text.slice(Math.max(0, start - CONTEXT), end + CONTEXT)),
    ),
    ...groupsIn(text, SYMBOL_ALONE, 'insurance_symbol').filter(({ start }) =>
      HEALTH_INSURANCE.test(text.slice(Math.max(0, start - CONTEXT), start).replace(/記号/gu, '')),
    ),
    ...[
      BOTH,
      NUMBER_FIRST,
      ANY_SYMBOL,
      TOLD_OF,
      IN_TWO,
      BARE,
      NAMED_BEHIND,
      BEHIND_BOTH,
      OF_MUTUAL_AID,
      BEFORE_CARD,
      BEHIND_CARD,
      OF_THE_OLD,
      WITH_BRANCH,
    ].flatMap((pattern) => groupsIn(text, pattern, 'insurance_symbol')),
    ...groupsIn(text, OF_UNION, 'insurance_symbol').filter(
      ({ start }) => !apart.some((one) => one.start === start),
    ),
    ...groupsIn(text, IN_ONE, 'insurance_symbol').filter(({ start, end }) => {
      // 健保番号 12345678-123: told apart already.
      if (apart.some((one) => one.start === start)) return false;
      const before = text.slice(Math.max(0, start - FAR), start);
      return OF_CARD.test(before + text.slice(end, end + NEAR_BEHIND)) && !SOMETHING_ELSE.test(before);
    }),
    ...[...groupsIn(text, NUMBER, 'insurance_symbol'), ...groupsIn(text, FURTHER, 'insurance_symbol')].filter(
      ({ start }) => {
        const before = text.slice(Math.max(0, start - CONTEXT), start);
        return HEALTH_INSURANCE.test(before.replace(OF_BUSINESS, '')) && !BUSINESS_BEFORE.test(before);
      },
    ),
  ];
};
