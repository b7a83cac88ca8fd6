import { groupsOf } from './matched-groups.ts';
import { isNoName } from './not-names.ts';
import type { Detector, Finding } from './personal-data.ts';
import { isFullName, surnameLengthAt } from './surnames.ts';
import { matchesOf } from '../matches.ts';

/** ハナダ ショウヘイ beside 花田 翔平: a form asks for the name and for how it is read. */
const KANA = '[ァ-ヶー]{2,8}[ ・][ァ-ヶー]{2,8}';
const BESIDE = ' ?[/(、,:|\\t\\n ] ?';
const KANJI = '[㐀-鿿々〇]{1,4} (?:[㐀-鿿々〇]{1,4}|[ぁ-ん]{2,4}|[㐀-鿿々〇][ぁ-ん]{1,3})|[㐀-鿿々〇]{3,6}';
const KANA_FIRST = new RegExp(
  `(?<![ァ-ヶー・]|[ァ-ヶー] )(?<kana>${KANA})(?![ァ-ヶー・])(?=${BESIDE}(?<kanji>${KANJI})(?![㐀-鿿々〇]))`,
  'dgu',
);
const KANJI_FIRST = new RegExp(
  `(?<![㐀-鿿々〇]|[㐀-鿿々〇] )(?<kanji>${KANJI})(?=${BESIDE}(?<kana>${KANA})(?![ァ-ヶー・A-Za-z]))`,
  'dgu',
);
/** PHAM VAN DUC(ファム ヴァン ドゥック), and the other way about. */
const WORD = "[A-Z][A-Za-z'-]{0,15}";
const LATIN_FIRST = new RegExp(
  `(?<![A-Za-z] ?)(?<latin>${WORD}(?:,? ${WORD}){1,4}) ?[(/] ?(?:(?<kana>[ァ-ヶー]{2,10}(?:[ ・][ァ-ヶー]{1,10}){1,4})(?= ?(?:[)/、]|$))|(?=\\uE000))`,
  'dgu',
);
const LATIN_BEHIND = new RegExp(
  `(?:(?<![ァ-ヶー・]|[ァ-ヶー] )(?<kana>[ァ-ヶー]{2,10}(?:[ ・][ァ-ヶー]{1,10}){1,4})|\\uE000) ?[(/] ?(?<latin>${WORD}(?:,? ${WORD}){1,4})(?= ?(?:[)/、]|$))`,
  'dgu',
);
/** Google Chrome(グーグル クローム): products are read out as well. */
const PRODUCTS =
  /\b(?:Google|Chrome|Edge|Windows|Microsoft|Teams|Office|Outlook|Excel|Word|Adobe|Acrobat|Reader|Internet|Explorer|Web|Zoom|Slack|Cloud|Server|Data|System|Service|Center|Support|Code|Mail|Phone|Smart|Card|Number|My|Help|Desk|Project|Team|Group|Version|Network|Security|Access|Point|App|Store|Play|Face|Book|Line|Works|Pay|Bank|Company|Corporation|Pension|Hotel|Station|Hall|Plaza|Building|Museum|Park|Tower|Street|Meeting|Call|Room)\b/iu;
const OF_FORMS = /氏名|名前|窓口|対応|電話|住所|受付|番号|記入|入力|表示|通知|届出|請求|年金/u;
const NO_READING =
  /フリガナ|ナマエ|シメイ|ネンキン|キバン|ショウカイ|フリコミ|デンワ|バンゴウ|ジュウショ|システム|エラー|センター|サービス|ページ|ナンバー|コード|カード|メール|オンライン/u;

/** Names that stand beside themselves in another script. */
export const detectNamesInTwoScripts: Detector = (text) =>
  [
    ...pairs(text, KANA_FIRST).filter(({ kanji }) => isPersonal(kanji)),
    ...pairs(text, KANJI_FIRST).filter(({ kanji }) => isPersonal(kanji)),
    ...[...pairs(text, LATIN_FIRST), ...pairs(text, LATIN_BEHIND)].filter(
      ({ latin, kana }) => !PRODUCTS.test(latin) && (kana === '' || isReadSo(latin, kana)),
    ),
  ].flatMap(({ kana, found }) => (NO_READING.test(kana) ? [] : found));

interface Pair {
  kanji: string;
  kana: string;
  latin: string;
  found: Finding[];
}

function pairs(text: string, pattern: RegExp): Pair[] {
  return matchesOf(text, pattern).map((match) => ({
    kanji: match.groups?.['kanji'] ?? '',
    kana: match.groups?.['kana'] ?? '',
    latin: match.groups?.['latin'] ?? '',
    found: groupsOf(match, 'name'),
  }));
}

function isPersonal(kanji: string): boolean {
  const parts = kanji.split(' ');
  if (OF_FORMS.test(kanji) || [kanji, ...parts].some(isNoName)) return false;
  return surnameLengthAt(kanji, 0) > 0 ? isFullName(kanji) : parts.length === 2;
}

/** As many words as were said. */
function isReadSo(latin: string, kana: string): boolean {
  return latin.split(' ').length === kana.split(/[ ・]/u).length;
}
