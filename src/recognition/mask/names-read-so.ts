import { groupsOf } from './matched-groups.ts';
import { namesIn } from './names-in.ts';
import { isNoName } from './not-names.ts';
import type { Finding } from './personal-data.ts';
import { PLACE_SURNAMES } from './places.ts';
import { isSurname } from './surnames.ts';
import { matchesOf } from '../matches.ts';

const HAN = '[㐀-鿿々〇ヶ]';
const KANA = '(?:[ァ-ヶー]{2,8}|[ぁ-ん]{2,6}?)';
/** Where somebody is named already, or where names are spoken of. */
const OF_SOMEBODY =
  /[\uE000㐀-鿿々〇](?:様|さん|さま|氏)|氏名|名前|名字|苗字|姓(?!別)|フリガナ|ふりがな|振り?仮名|カナ|読み(?!込|取)|呼(?:ん|び|ば)/u;
const FAR = 48;

/** 東(ひがし)さん, 「三次(みよし)じゃ」, 源さん(みなもとさん): a name and how it is read. */
const WITH_READING = new RegExp(
  `(?<!${HAN})(?<name>${HAN}{1,4})\\((?<other>[ぁ-ん]{2,7}|[ァ-ヶー]{2,7})\\)(?=さん|様|氏|殿|」?と(?:申|名乗)|(?<=「[^」]{3,14})(?:です|じゃ|や|だ)」)`,
  'dgu',
);
const READ_IN_BRACKETS = new RegExp(
  `(?<!${HAN})(?<name>${HAN}{1,4})(?=(?:さん|様)\\((?:[ぁ-ん]{2,7}|[ァ-ヶー]{2,7})(?:さん|様)\\))`,
  'dgu',
);
/** ワガツマなんかアガツマなんか分からん, カワチではなくコウチ: two ways to read what is named beside them. */
const READ_EITHER =
  /(?:(?<![ァ-ヶー])(?<name>[ァ-ヶー]{2,8})|\uE000)」?(?:なのか|なんか|か、?|では?なく(?:て|、)?|じゃなくて?、?|や(?:のう|なく)て、?)「?(?:(?<other>[ァ-ヶー]{2,8})(?![ァ-ヶー])|\uE000)/dgu;
/** 〔氏名〕様(うめざわ?うめさわ?): read one way or the other. */
const EITHER_IN_BRACKETS =
  /(?<=\uE000(?:様|さん|さま|氏|殿)? ?\()(?:(?<name>[ぁ-ん]{2,7}|[ァ-ヶー]{2,8})|\uE000)(?:[?、/・]|か、?|または|or){1,2}(?<other>[ぁ-ん]{2,7}?|[ァ-ヶー]{2,8})(?=(?:[?]|か[?]?)?\))/dgu;
/** 〔氏名〕さんかむらやまさんか聞き取れず: one of two. */
const ONE_OF_TWO =
  /(?<=\uE000(?:さん|様|さま)か、?)(?<name>[ぁ-ん]{2,5}?|[ァ-ヶー]{2,8})(?=(?:さん|様|さま)か)/dgu;
/** せんだい じゃなくかわうちさん. */
const NOT_SO_BUT =
  /(?:では?なく(?:て|、)?|じゃなくて?、?|や(?:のう|なく)て、?)(?<name>[ぁ-ん]{2,5}?)(?=さん|様)/dgu;
/** 〔氏名〕さんと〔氏名〕さん、両方「むなかた」: both are read so. */
const READ_ALIKE = new RegExp(
  `\\uE000(?:様|さん)?[と、・]\\uE000(?:様|さん)?[^「」。\\n]{0,8}「(?<name>${KANA})」`,
  'dgu',
);
/** フリガナアズマで再入力, フリガナ ガルシア サントス マリア. */
const BEHIND_LABEL =
  /(?:フリガナ|ふりがな|振り?仮名|カナ氏名)[は:「 ]{0,2}(?<name>(?!フリガナ)[ァ-ヶー]{2,10}(?:[ ・][ァ-ヶー]{1,10}){0,4})(?=」|で(?:再|登録|入力|検索|照会|届)|です|と(?:登録|入力|印字|記)|。|、|\n|$)/dgu;
/** ファムの振仮名. */
const WHOSE_READING =
  /(?<![ァ-ヶー])(?<name>[ァ-ヶー]{2,10})(?=の(?:振り?仮名|フリガナ|ふりがな|読み(?:方|仮名)))/dgu;
/** 「ながれと申します: who says so says who it is. */
const INTRODUCED = /「(?<name>(?!そう|こう|なん)[ぁ-ん]{2,6}?)(?=と(?:申し|いいます|言います))/dgu;
/** 「ホーチミン」で入力してほしい. */
const ENTERED_AS = /「(?<name>[ァ-ヶー]{2,12})(?=」で(?:再?入力|再?登録|検索|届))/dgu;
/** Words of offices in kana, and words that are said of readings. */
const WORDS =
  /システム|エラー|チェック|データ|マスタ|コード|サイト|ページ|カナ|フリガナ|ナマエ|シメイ|スペース|ハイフン|キャンセル|クレーム|メール|ハガキ|センター|マイナ|ネット|カード|タイプ|モード|テスト|ミス|ナシ|アリ|ローマ|アルファベット|カタカナ|ヒラガナ|ひらがな|かたかな|ふりがな|ダメ|ズレ|ケース|ボタン|ファイル|メニュー|ラベル|プリン|パソコン|スマホ|サーバ|ログ|ドア|コピー|ファックス|オンライン|アプリ|ブラウザ|ソフト|キー|シート|エクセル|ワード/u;

/** 「安孫子」様: quoted, and addressed. */
const QUOTED =
  /「(?<name>[㐀-鿿々〇ヶ]{1,4}(?: ?[㐀-鿿々〇]{1,3})?|[ァ-ヶー]{2,8}(?: [ァ-ヶー]{2,8})?)(?=」(?:様|さま|氏(?!名)|殿))/dgu;
/** 到達者のゆうとくん: a child, called so. */
const CHILD = /(?<=[㐀-鿿々〇ァ-ヶー]の)(?<name>[ぁ-ん]{2,4})(?=くん(?!だ|な)|ちゃん)/dgu;
const NO_CHILD =
  /^(?:お[じばにね]|おっ|[じばとか]っ|あか|あん|わん|にゃん|ぼっ|あの|その)|[じば]い?$|ばあ|じい|にい|ねえ|とう$|かあ$|の/u;
/** 山崎でなく山﨑と念押し: two spellings of one name share a sign. */
const SPELT =
  /(?<![㐀-鿿々〇])(?<name>[㐀-鿿々〇]{2,4})(?:では?なく(?:て|、)?|じゃなくて?、?|やなく)「?(?<other>[㐀-鿿々〇]{2,4})(?=」?(?:と|で|が|です|さん|様|や))/dgu;
/** 執行家の世帯全員. */
const HOUSE =
  /(?<![㐀-鿿々〇])(?<name>[㐀-鿿々〇]{2,3})(?=家(?:の(?:世帯|全員|皆|ご家族|家族全員)|全員|一同|宛))/dgu;
const NO_HOUSE = /^(?:一軒|農|実|空|民|隣|母子|父子|親|国|専門|作|建売|借|貸|持|二世|旧|新|本|別|当|各|全)/u;
/** SITI NURHALIZA、AGUS SALIMの2名: a further one of a list. */
const NEXT_IN_LATIN =
  /(?<=\uE000(?:、|・|と|, ?))(?<name>[A-Z]{2,14}(?: [A-Z]{2,14}){1,3})(?=の\d名|の(?:2人|二人|両名)|さん|様|[、。)]|$)/dgu;
/** 旧姓の下見でも検索. */
const FORMER = /旧姓の(?<name>[㐀-鿿々〇]{2,3})(?=でも?(?:検索|照会|調べ|引|名寄せ|確認))/dgu;
const NO_FORMER = /記録|登録|氏名|表示|名義|届|証|情報|名前|番号|漢字|読み|欄|カナ/u;

/** Names told by how they are read or spelt, or by how somebody is called. */
export function namesReadSo(text: string, offices: ReadonlySet<string>): Finding[] {
  const wordsOf = ({ start, end }: Finding) => text.slice(start, end);
  const isOfSomebody = ({ start, end }: Finding) =>
    OF_SOMEBODY.test(text.slice(Math.max(0, start - FAR), start) + text.slice(end, end + FAR)) &&
    !WORDS.test(text.slice(start, end));
  const isPlace = (name: string) => PLACE_SURNAMES.has(name) || offices.has(name);
  return [
    ...namesIn(text, NEXT_IN_LATIN),
    ...namesIn(text, WITH_READING).filter((found) => !isPersonWord(wordsOf(found))),
    ...namesIn(text, READ_IN_BRACKETS).filter((found) => !isPersonWord(wordsOf(found))),
    ...[EITHER_IN_BRACKETS, ONE_OF_TWO].flatMap((pattern) => namesIn(text, pattern)),
    ...[READ_EITHER, READ_ALIKE, BEHIND_LABEL, WHOSE_READING, INTRODUCED, ENTERED_AS].flatMap((pattern) =>
      namesIn(text, pattern).filter(isOfSomebody),
    ),
    ...namesIn(text, QUOTED).filter((found) => !isNoName(wordsOf(found))),
    ...[...namesIn(text, CHILD), ...namesIn(text, NOT_SO_BUT).filter(isOfSomebody)].filter(
      (found) => !NO_CHILD.test(wordsOf(found)),
    ),
    ...spellings(text).filter((found) => !isPlace(wordsOf(found))),
    ...namesIn(text, HOUSE).filter((found) => !NO_HOUSE.test(wordsOf(found))),
    ...namesIn(text, FORMER).filter((found) => !NO_FORMER.test(wordsOf(found))),
  ];
}

/** お客さん(おばあさん), 担当者(たんとうしゃ)さん: who it is, without a name. One sign alone (源, 神) may well be a name. */
function isPersonWord(word: string): boolean {
  if (isSurname(word)) return false;
  return word.length > 1 ? isNoName(word) : /[客皆奥母父娘孫姉妹兄弟夫妻嫁婿親隣他同各]/u.test(word);
}

function spellings(text: string): Finding[] {
  return matchesOf(text, SPELT).flatMap((match) => {
    const { name = '', other = '' } = match.groups ?? {};
    const isAlike = [...name].some((sign) => other.includes(sign));
    return isAlike && isSurname(name) && isSurname(other) ? groupsOf(match, 'name') : [];
  });
}
