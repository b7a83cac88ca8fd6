import type { Detector, Finding } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

const NUMBER = '(?:\\d{1,2}|元|[一二三四五六七八九十]{1,3})';
const ERA =
  '(?:明治|大正|昭和|平成|令和|メイジ|タイショウ|ショウワ|ヘイセイ|レイワ|[明大昭平令]|(?<![A-Za-z])[MTSHRmtshr]\\.?)';
const MARK = ' ?(?:年の?|[./-]) ?';
const MONTH_MARK = ' ?(?:月の?|[./-]) ?';
const DATE = new RegExp(
  [
    `(?<era>${ERA}) ?${NUMBER}${MARK}(?<month>${NUMBER})${MONTH_MARK}(?<day>${NUMBER})日?`,
    `(?<![\\d-])(?:18|19|20)\\d\\d${MARK}(?<month2>\\d{1,2})${MONTH_MARK}(?<day2>\\d{1,2})日?`,
    // 1950年(昭和25年)8月3日, 昭和25年(1950年)8月3日.
    `(?<![\\d-])(?:18|19|20)\\d\\d年? ?\\((?<eraInside>${ERA}) ?${NUMBER}年?\\)年? ?(?<month9>\\d{1,2})月 ?(?<day9>\\d{1,2})日`,
    `(?<eraBefore>${ERA}) ?${NUMBER}年? ?\\((?:18|19|20)\\d\\d年?\\)年? ?(?<month10>\\d{1,2})月 ?(?<day10>\\d{1,2})日`,
    `(?<eraDigit>(?<![\\d-])[13579]-?\\d\\d|(?<![A-Za-z])[MTSHR]\\d\\d)(?<month3>\\d\\d)(?<day3>\\d\\d)`,
    `(?<![\\d./-])[13579][.-]\\d\\d[.-](?<month6>\\d\\d)[.-](?<day7>\\d\\d)`,
    `(?<![\\d-])(?:18|19|20)\\d\\d(?<month4>0[1-9]|1[0-2])(?<day4>\\d\\d)`,
    // Without an era, which only the words around it can make a birthday.
    `(?<!\\d)\\d{1,2}年 ?(?<month8>\\d{1,2})月 ?(?<day8b>\\d{1,2})日`,
    `(?<![\\d./-])(?<month5>\\d{1,2})(?:月(?<day5>\\d{1,2})日|[./-](?<day6>\\d{1,2})[./-](?:19|20)\\d\\d)`,
    `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d`,
    `\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?,? (?:19|20)\\d\\d`,
    // Without an era: only words around it can tell.
    `(?<![\\d./-])\\d{1,2}\\.(?<month7>\\d{1,2})\\.(?<day8>\\d{1,2})`,
    `(?:[一二三四五六七八九十]{1,3}年)?[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日`,
    `(?:${ERA} ?${NUMBER}|(?<!\\d)(?:19|20)\\d\\d)年(?!代)(?: ?${NUMBER}月)?`,
  ]
    .map((form) => `(?:${form})(?!\\d|[./-]\\d)`)
    .join('|'),
  'gu',
);
const BORN_BEFORE =
  /(?:生年月日|誕生日|生まれた日|\bdob\b|\bborn(?: on)?|birth ?(?:date|day)|date of birth)[^。\n\d]{0,6}$/iu;
/** 塙 靖(44.12.8): in brackets right behind a name. */
const BEHIND_NAME = /\uE000(?:様|さん|さま|氏|くん|ちゃん)? ?\($/u;
const ENDS_BRACKET = /^ ?(?:生(?:まれ)?)?[)、,]/u;
const BORN_BEHIND =
  /^ ?(?:\([^)\n]{1,8}\) ?)?生(?:まれ|れ|$|[\s。、,)」のです])|^ ?\((?:生年月日|誕生日|明治|大正|昭和|平成)/u;
/** The rules of the pension sort people by dates of birth and take effect on dates: nobody's birthday. */
const RULE_BEHIND =
  /^ ?(?:\([^)\n]{1,8}\) ?)?(?:生まれ)?(?:以前|以後|以降|より前|前の?生|前の(?!お|方の)|前と|前後|を境|をまた|時点|[前後]の(?:加入|制度|法)|施行|改正|制度|の?(?:適用拡大|一元化|法改正|改正|制度)|まで|[~〜]|みたい|のような|という形|の(?:形|書式))/u;
/** 4月1日生まれなら, 昭和36年4月2日から昭和41年4月1日生まれの女性: a year's crowd, nobody of it. */
const CROWD_BEHIND = /^ ?生まれ(?:なら|だと|の(?:方|人|場合|女性|男性|お客))/u;
const SPAN_BEHIND = /^ ?(?:から|[~〜]) ?[昭大平令STHR\d][^。、\n]{3,14}生まれ/u;
const PERIOD_BEHIND =
  /^ ?(?:\([^)\n]{1,8}\) ?)?(?:から(?:施行|適用|[昭大平令\dSTHR])|[~〜-] ?[昭大平令\dSTHR])/u;
const EVENT_BEFORE =
  /(?:発生|受付|取得|喪失|入社|退職|施行|加入|判明|処理|届出|提出|支払|交付|発送|送付|改正|裁定|決定|日付|期限|満了|死亡|婚姻|離婚|転入|転出|作成|記入|変更|認定|初診|資格)(?:年月)?日?[\s:はが「(]{0,3}$|[~〜]$|から$/u;
const EVENT_BEHIND =
  /^(?! ?\S{1,4} ?[:(]?(?:令和?|平成?|昭和?|[SHR]|20)\d) ?(?:付け?|に?(?:資格)?(?:発生|受付|取得|喪失|入社|退職|加入|就職|結婚|婚姻|死亡|提出|届出|開始|設立|制定|施行|改正)| ?(?:満了|期限|付|施行|改訂|更新))/u;
/** The same years in the other counting, told to the day. */
const OLD_YEAR =
  /^(?:18[6-9]\d|19[0-7]\d|198[0-8])(?:年 ?\d{1,2}月 ?\d{1,2}日|([./-])\d{1,2}\1\d{1,2}|\d{4})$/u;
const OLD_ERA = /^(?:明治|大正|昭和|メイジ|タイショウ|ショウワ|[明大昭MTSmts])/u;

/** 申込書は5-380714、委任状は5-380741: an era and six digits, which a slip may have made no date at all. */
const SHORTHAND = /(?<![\d.,-])[13579]-\d{6}(?![\d,]|-\d)/gu;
/** 生年月日を「5の21の03の14」と: as it is read out. */
const SAID =
  /(?=[13579]の\d)(?<=(?:生年月日|誕生日|生まれ)[^。\n\d]{0,8})([13579]の\d{1,2}の\d{1,2}の\d{1,2})(?!\d)/gu;
/** No.1 〔氏名〕 S61.05.22 喪失 R7.10.31: beside a name the first of two dates. */
const BESIDE_NAME = /\uE000 $/u;
const EVENT_NEXT = /^ (?:資格)?(?:喪失|取得|入社|退職|転入|死亡)日? ?[:(]?(?:令和?|平成?|[HR]|20)\d/u;
const OF_BIRTH = /生年月日|誕生日|生年/u;
const OTHER_NUMBER = /(?:様式|帳票|伝票|型番|品番|機番|コード|番号)(?:第|の|は|が|:| ){0,2}$/u;
const FAR = 60;
/** 子〔氏名〕ちゃん令和6年2月11日: in a list of a family. */
const BEHIND_CHILD =
  /(?:\uE000(?:ちゃん|くん|君)|(?:子|[長次二三四]男|[長次二三四]女|孫|娘|息子|弟|妹)(?:は|の|:| )?\uE000(?:さん|様)?)[ (]?$/u;
const BEHIND_ADULT =
  /(?:妻|夫|母|父|祖母|祖父|配偶者|被扶養者|兄|姉|本人)(?:は|の|:| )?\uE000(?:さん|様)?[ (]?$/u;
const ENDS_ENTRY =
  /^ ?(?:生(?:まれ)?)?(?:$|[。)\n/・]|[、, ](?! ?(?:に|受|取|喪|来|届|提|窓口|電話|持参|本人|お?母)))/u;

/** A date is a birth date where the words say so, or by itself in an era in which most customers were born. */
export const detectBirthDates: Detector = (text) => {
  const dates = matchesOf(text, DATE).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const isDate = isCalendarDate(match.groups ?? {}) || isSlip(text, start, match[0]);
    if (!isDate || !isBirthDate(text, start, end, match)) return [];
    // (昭和42年生まれ): a year by itself fills the bracket.
    const born = /年$/u.test(match[0]) && text[start - 1] === '(' && text.startsWith('生まれ)', end) ? 3 : 0;
    return [{ kind: 'birth_date' as const, start, end: end + born }];
  });
  const said = matchesOf(text, SAID).map(({ 0: words, index: start }) => ({
    kind: 'birth_date' as const,
    start,
    end: start + words.length,
  }));
  return [...dates, ...said, ...inShorthand(text, dates)];
};

/** 生年月日 昭和30年13月45日: what is called a birth date is one with a slip in it. */
function isSlip(text: string, start: number, date: string): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  return /\d日?$/u.test(date) && BORN_BEFORE.test(before) && !OTHER_NUMBER.test(before);
}

function inShorthand(text: string, dates: readonly Finding[]): Finding[] {
  return matchesOf(text, SHORTHAND).flatMap(({ 0: words, index: start }) => {
    const end = start + words.length;
    const before = text.slice(Math.max(0, start - FAR), start);
    const isNamed = OF_BIRTH.test(before + text.slice(end, end + FAR / 3));
    const isAnother = dates.some((date) => date.end <= start && start - date.end < FAR / 2);
    if (
      RULE_BEHIND.test(text.slice(end, end + 24)) ||
      !(isNamed || isAnother) ||
      OTHER_NUMBER.test(before) ||
      EVENT_BEFORE.test(before)
    )
      return [];
    return [{ kind: 'birth_date' as const, start, end }];
  });
}

/** Dates by which the law sorts people. */
function isOfRule(text: string, start: number, end: number, isWithoutYear: boolean): boolean {
  const behind = text.slice(end, end + 24);
  if (RULE_BEHIND.test(behind) || SPAN_BEHIND.test(behind)) return true;
  const isEndOfSpan = /(?:から|[~〜]) ?$/u.test(text.slice(Math.max(0, start - 4), start));
  // The years of the law begin and end on these days.
  const isLimit = /(?:[年./-]0?4[月./-]0?[12]日?)$/u.test(text.slice(start, end));
  return CROWD_BEHIND.test(behind) && (isWithoutYear || isEndOfSpan || isLimit);
}

function isBirthDate(text: string, start: number, end: number, { groups }: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(end, end + 16);
  if (isOfRule(text, start, end, groups?.['day5'] !== undefined)) return false;
  if (isToldAsBirth(before, text.slice(start, end), behind)) return true;
  if (PERIOD_BEHIND.test(behind)) return false;
  const isWholeOldDate =
    ['era', 'eraInside', 'eraBefore'].some((era) => OLD_ERA.test(groups?.[era] ?? '')) ||
    /^(?:[135]-|[MTS])/u.test(groups?.['eraDigit'] ?? '') ||
    OLD_YEAR.test(text.slice(start, end));
  return isWholeOldDate && !EVENT_BEFORE.test(before) && !EVENT_BEHIND.test(behind);
}

function isToldAsBirth(before: string, date: string, behind: string): boolean {
  if (BORN_BEFORE.test(before) || BORN_BEHIND.test(behind)) return true;
  if (!/\d日?$/u.test(date)) return false;
  if (BEHIND_NAME.test(before) && ENDS_BRACKET.test(behind)) return true;
  if (BESIDE_NAME.test(before) && (EVENT_NEXT.test(behind) || /^ ?\uE000/u.test(behind))) return true;
  if (!ENDS_ENTRY.test(behind)) return false;
  return BEHIND_CHILD.test(before) || (BEHIND_ADULT.test(before) && !/^(?:令|R|20[12])/u.test(date));
}

/** What looks like a birth date to a reader of examples, and is the date of a rule or an event, or no date at all. */
export function isOtherDate(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(end, end + 16);
  const inside = matchesOf(text.slice(start, end), DATE);
  if (OTHER_NUMBER.test(before)) return true;
  if (/[~〜]/u.test(text.slice(start, end)) || inside.some(({ groups }) => !isCalendarDate(groups ?? {})))
    return true;
  if (
    isOfRule(
      text,
      start,
      end,
      inside.some(({ groups }) => groups?.['day5'] !== undefined),
    )
  )
    return true;
  if (BORN_BEFORE.test(before) || BORN_BEHIND.test(behind)) return false;
  return PERIOD_BEHIND.test(behind) || EVENT_BEFORE.test(before) || EVENT_BEHIND.test(behind);
}

function isCalendarDate(groups: Record<string, string | undefined>): boolean {
  const named = (part: string) =>
    Object.entries(groups).find(([name, words]) => name.startsWith(part) && words !== undefined)?.[1];
  return isWithin(named('month'), groups['day6'] ? 31 : 12) && isWithin(named('day'), 31);
}

function isWithin(words: string | undefined, greatest: number): boolean {
  if (words === undefined || !/^\d+$/.test(words)) return true;
  return Number(words) >= 1 && Number(words) <= greatest;
}
