import { isBeforePublicPlace } from '../address-end.ts';
import { isOtherDate } from '../birth-date.ts';
import { isGivenLike, isNoName, leadingWordsLength } from '../not-names.ts';
import { isOfficial } from '../official.ts';
import { isWard, MUNICIPALITY, PREFECTURE } from '../places.ts';
import type { IsName } from './surnames-of-dictionary.ts';
import { isSurname, surnameLengthAt } from '../surnames.ts';
import { isNumberAt } from './is-plausible-number.ts';
import type { LearnedKind } from './tag-chain.ts';

const KATAKANA = /[ァ-ヶー]/u;
const LATIN = /[A-Za-z]/u;
/** Dates of today's work; a child's birthday stands in brackets behind its name, or a rule sees its label. */
const OF_LATE = /^(?:令和?|R|20(?:19|2\d))/u;
/** Words of forms: 明・大・昭・平, 旧 ゆうちょ. */
const OF_FORMS =
  /^(?:カナ|マイナ|旧 |(?:雇保|健保|厚年|国年|基年|個番|基番|年番)(?![㐀-鿿々〇])|ゆう(?:ち|$)|[明大昭平令](?:[・/ ][明大昭平令])+|明治|大正|昭和|平成|令和)/u;
const JAPANESE = /[㐀-鿿々〇ぁ-んァ-ヶ]/u;

/** 直方市, a title without its name, 東館3, 払込先の, 東→西, 氏名 漢字. */
const NO_WHOLE_NAME =
  /^(?:資格)?(?:取得|喪失)$|^[東西南北出入見書]$|^不明$|^(?:漢字|カタカナ|フリガナ|ひらがな)|^水田$|^(?:アリ|ナシ|ヨリ|マデ|ゴロ|シンセイ.*|イニンジョウ|ツウチ.*|ショウショ|トドケ.*|ダイリ|フツウ|トウザ|ズーム|ミーティング|ウマレ|セイネン.*|デンワ.*|ジュウショ)$|^[㐀-鿿々〇]{2,4}[市区県郡]$|^(?:北海道|東京都|京都府|大阪府)$|(?:ビル|空港|公園|組合|[館棚側階駅])$|^(?:さん|様|さま)|\d$|[㐀-鿿々〇]の$/u;
/** 読み〔たいとの〕こと, 「〔しちがつ〕」, 「〔きばん〕→基礎年金番号」, 〔たまたま〕です; but まこと, and ます and こと as grandmothers are called. */
const NO_NAME_IN_HIRAGANA =
  /^[ぁ-んー]{2,}(?:との|から|まで|です|ます|もの|って)$|^[ぁ-んー]+(?:とのこと|がつ|ばん)$|^[ぁ-んー]*を[ぁ-んー]*$|^([ぁ-んァ-ヶ]{2})\1$/u;
/** 「〔なかったことにしよ〕」って: a sentence without a character that a place is written with. */
const NO_ADDRESS_IN_HIRAGANA = /^[ぁ-んー]*(?:こと|を|って|った)[ぁ-んー]*$/u;
/** 第二子: which of several it is. */
const ORDINAL = /^第[\d一二三四五六七八九十]+(?:子|回|号|位)?$/u;
/** STATUS, TEAM A: of Latin letters a name is two words; one with an honorific is seen by a rule. */
const LATIN_NAME = /[㐀-鿿々〇ァ-ヶ]|^[A-Z][A-Za-z'-]+(?:[,.]? [A-Z][A-Za-z'-]+)+$/u;

/** What no examples can unteach. */
export const isPlausible: Record<
  LearnedKind,
  (text: string, start: number, end: number, isName: IsName) => boolean
> = {
  name: isNameAt,
  address: isAddressAt,
  number: isNumberAt,
  birth_date: (text, start, end) =>
    isDate(text, start, end) &&
    !/\d/.test(text[end] ?? '') &&
    (!OF_LATE.test(text.slice(start, end)) || text[start - 1] === '(') &&
    !isOtherDate(text, start, end),
};

/** Articles of law, numbers of letters, floors and extensions are numbered as well; a station stands in no address. */
const NUMBERED_OTHERWISE =
  /^(?:内線|第?\d+[条章節款項編表図]|[一二三四五六七八九十]+月[一二三四五六七八九十]+日|\d*条第|.?発第)|[条項]第\d|^[㐀-鿿々〇]?\d+階 ?\d+号室|施行令|[東西南北本新旧別]館\d階$|\d桁/u;
/** 北1条西2丁目交差点, taken in with the address before it. */
const OF_PUBLIC_PLACE = /(?:交差点|バス停|駅)(?:付近|前)?$/u;
/** 一二三四五: counted, without anything that is counted. */
const BARE_NUMERALS = /^[〇一二三四五六七八九十\d -]+$/u;
const MUNICIPALITY_ALONE = new RegExp(`^(?:${PREFECTURE})?(?:${MUNICIPALITY})[。、]?$`, 'u');

function isAddressAt(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  if (NUMBERED_OTHERWISE.test(words) || MUNICIPALITY_ALONE.test(words)) return false;
  if (isWard(text, start, end) || NO_ADDRESS_IN_HIRAGANA.test(words)) return false;
  if (OF_PUBLIC_PLACE.test(words) || BARE_NUMERALS.test(words)) return false;
  if (/^[市区郡桁]/u.test(text[end] ?? '') || isBeforePublicPlace(text, end)) return false;
  if (/(?:株式|有限|合同)会?$/u.test(text.slice(Math.max(0, start - 3), start))) return false;
  return JAPANESE.test(words.replace(/[丁目番地号の]/gu, ''));
}

const NUMERAL = '[\\d一二三四五六七八九十元]';
const WITH_ERA = /明治|大正|昭和|平成|令和|[明大昭平令MTSHR]|(?:18|19|20)\d\d/u;
const LIKE_DATE = new RegExp(`${NUMERAL}.{0,3}${NUMERAL}`, 'su');
const OF_BIRTH = /生|誕|うまれ|DOB|歳|才/u;

/** A year counted from no era is one of birth only where birth is spoken of; 2-18-3 is a number of a form. */
function isDate(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const digits = words.replace(/\D/g, '').length;
  if (!LIKE_DATE.test(words) && !/年/u.test(words)) return false;
  const groups = words.match(/[\d元]+|[一二三四五六七八九十]+/gu)?.length ?? 0;
  // H3-00 is an error's.
  if (digits < 6 && groups < 3 && !/年/u.test(words)) return false;
  if (WITH_ERA.test(words) || (digits >= 6 && /^\d[\d-]{5,9}$/u.test(words))) return true;
  return OF_BIRTH.test(text.slice(Math.max(0, start - 24), start) + text.slice(end, end + 12));
}

/** みずほ 新宿支店. */
const OF_BANK = /^ ?[㐀-鿿々〇ァ-ヶー]{0,6}(?:支店|銀行|信金|信用金庫)|^[㐀-鿿々〇]{1,4} (?:普通|当座)/u;
/** みずほ 普通, りそな〔口座番号〕. */
const BANK =
  /^(?:みずほ|りそな|三井住友|三菱(?:UFJ)?|ゆうちょ|楽天|イオン|セブン|住信|八十二|七十七|百五|百十四|十六|十八|池田泉州|常陽|足利|群馬|横浜|静岡|スルガ|北洋|北陸|京都|南都|紀陽|伊予|四国|西日本|肥後|琉球|沖縄)$/u;
/** 記入例:年金 太郎. */
const OF_EXAMPLE = /(?:記入例|記載例|見本|サンプル)[: ]{0,2}(?:年金)? ?$/u;
/** プロジェクト名は「ハヤブサ」: the name of a thing. */
const OF_THING =
  /(?:プロジェクト|システム|サービス|ファイル|フォルダー?|サーバー?|アプリ|ソフト|画面|帳票|様式|商品|製品|機種|チーム|イベント|研修|会社|事業所|店舗|支店|病院|施設|建物|ビル|学校|路線|駅)名(?:が|は|:)? ?「?$/u;
/** 普通、紀陽. */
const BEHIND_SORT = /(?:普通|当座)[、 /]$/u;

/** What stands before says that no person is named. */
function isBehindOtherLabel(before: string): boolean {
  return OF_EXAMPLE.test(before) || OF_THING.test(before) || BEHIND_SORT.test(before);
}

const HAN_BEFORE = /[㐀-鿿々〇]{1,8}$/u;
/** What may follow a name without a particle: 様, 宛, 来所, 分, 名義, 社労士. */
const FOLLOWS = /^[様氏殿君宛方本先社税弁司行来再持退死逝未滞返不帰書提相照請申訂転夫親兄姉両家分名宅一]/u;

/** 延滞〔金率〕, 〔金種〕票: what stands right beside it belongs to it, and neither dictionary nor list knows it as a name. */
function isPieceOfWord(text: string, start: number, end: number, isName: IsName): boolean {
  const words = text.slice(start, end);
  const first = words.split(' ')[0] ?? '';
  const isKnown = surnameLengthAt(words, 0) > 0 || isSurname(first) || isName(first);
  if (isKnown || !/^[㐀-鿿々〇]/u.test(words)) return false;
  const front = HAN_BEFORE.exec(text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  if (front !== '' && leadingWordsLength(`${front}一`) < front.length) return true;
  const behind = text.slice(end, end + 1);
  return /[㐀-鿿々〇]/u.test(behind) && /[㐀-鿿々〇]$/u.test(words) && !FOLLOWS.test(behind);
}

/** 窓口, ご苦労(様). */
function isWordForRole(word: string): boolean {
  return isNoName(word.replace(/^[おご](?=[㐀-鿿々〇]{2})/u, '')) && !isGivenLike(word);
}

/** No piece of a longer word, no role, no office, no firm; in an English sentence only the rules know names. */
function isNameAt(text: string, start: number, end: number, isName: IsName): boolean {
  const words = text.slice(start, end);
  const isCut = [KATAKANA, LATIN].some(
    (letter) =>
      (letter.test(words[0] ?? '') && letter.test(text[start - 1] ?? '')) ||
      (letter.test(words.at(-1) ?? '') && letter.test(text[end] ?? '')),
  );
  if (isPieceOfWord(text, start, end, isName)) return false;
  const around = text.slice(Math.max(0, start - 24), start) + text.slice(end, end + 24);
  const isEnglish = LATIN.test(words) && !JAPANESE.test(around);
  if (isCut || isEnglish || !/\p{L}/u.test(words)) return false;
  if ([NO_WHOLE_NAME, OF_FORMS, NO_NAME_IN_HIRAGANA, ORDINAL].some((other) => other.test(words)))
    return false;
  if (LATIN.test(words) && !LATIN_NAME.test(words)) return false;
  if (isBehindOtherLabel(text.slice(Math.max(0, start - 12), start))) return false;
  if (BANK.test(words) && /普通|当座|支店|口座/u.test(around)) return false;
  if (OF_BANK.test(text.slice(end, end + 10))) return false;
  const isRole = words.split(' ').some((part) => isWordForRole(part) && !isName(part));
  return !isRole && !isOfficial(text, start, end);
}
