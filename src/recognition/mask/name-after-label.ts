import { isNoName, leadingWordsLength } from './not-names.ts';
import type { Detector, Finding } from './personal-data.ts';
import { isSurname, surnameLengthAt } from './surnames.ts';
import { matchesOf } from '../matches.ts';

const LABEL =
  /(?:氏 ?名|お?名前|お?なまえ|姓名|名義人?|表札|シメイ|ナマエ|フリガナ|ふりがな|宛名|通称名|カ(?:タカ)?ナ名|お客(?:様|さま)名)欄?(?:\([^)\n]{1,6}\))?(?<link> ?[:=→「『【(] ?| ?[はが] ?「?|(?<=欄)に ?「?| |(?<=氏名|名義)(?=[㐀-鿿々〇ァ-ヶ])|(?<=氏名|なまえ|名前)(?=[ぁ-ん]{2,5} [ぁ-ん]{2,5}(?:[(。、\n]|です|$)))/gu;
/** Who it is rather than what they are called: what stands there may as well be another description. */
const PERSON =
  /(?:来所者|来訪者|相談者|対象者|請求者|申請者|届出人|受給者|被保険者|世帯主|相手方)名? ?[:=・] ?/gu;
const END =
  '(?=$|[\\s。、,.)」』】/|\\uE000\\d(]|です|でし|だっ|と(?:いう|の|申|名乗|言|記)|様|さん|さま|氏|殿|に|へ|の|から|宛|生年月日|\\uE000)';
const HAN = '(?:(?![様氏殿])[㐀-鿿々〇ヶヵノ])';
const NEXT_LABEL =
  '(?!住所|電話|生年|性別|年齢|番号|続柄|基礎|年金|口座|フリガナ|カナ|です|でし|だっ|とい|との|と申|と名|から|さん|さま)';
const WORD = '[A-Z][A-Za-z]{1,15}';
const CANDIDATE = new RegExp(
  `(?:(?<kanji>${HAN} ${HAN} ${HAN}(?: ${HAN})?|${HAN}{1,6}(?: ?${NEXT_LABEL}(?:${HAN}{1,4}|[ぁ-ん]{2,4}?|[ァ-ヶー]{2,6}))?)|(?<other>[ァ-ヶー]{2,12}(?:[ ・][ァ-ヶー]{1,12}){0,3}|[ぁ-ん]{2,6} [ぁ-ん]{2,6}?|${WORD}(?:,? ${WORD}){0,3})|(?<hiragana>[ぁ-ん]{3,10}?))${END}`,
  'uy',
);
const LONGEST_CANDIDATE = 48;
/** What is said about a name instead of the name. */
const ABOUT_NAMES =
  /^本[部当]|所内|不明|匿名|後日|重複|[上下左右前後]記|[前後]述|別[紙添途表]|同上|仮名|実名|伏せ|非公開|秘匿|削除|修正|統一|必要|不要|不備|欠落|抜け|漏れ|照合|特定|判明|頭文字|苗字|名字|姓のみ|記載|記入|確認|変更|住所|電話|番号|生年|年月|性別|年齢|続柄|別人|本人|家族|旧姓|相違|漢字|文字|化け|同[姓名じ一]|一致|省略|空欄|空白|誤|間違|違|似|類|読|表示|印字|入力|登録|欄|順|届|様式|訂正|なし|ナシ|フメイ|無|逆|^カナ|ローマ|アルファベット|フリガナ|シール|ラベル|部分|検索|外字|異体字|以外|以下|両方|全員|複数|会社|法人|組合|商店|商会|工務店|製作所|銀行|信金|協会|財団|機構|事務所|センター|病院|医院|店舗|未|検|必須|任意|公開|入り|付き|だけ|のみ/u;

/** Not わしの名前は出さんといて: a verb, denied. */
const HONORIFIC_BEHIND = /^(?:様|さん(?!と(?:い[てか]|あか))|さま|氏|殿)/u;

/** Names behind 氏名：, お名前は, 相談者： and their like. */
export const detectLabelledNames: Detector = (text) => [
  ...namesBehind(LABEL, text, isName),
  ...namesBehind(PERSON, text, isNameOfPerson),
];

type Judge = (candidate: RegExpExecArray, link: string) => boolean;

function namesBehind(label: RegExp, text: string, isName: Judge): Finding[] {
  return matchesOf(text, label).flatMap(({ 0: words, index, groups }) => {
    const start = index + words.length;
    const window = text.slice(start, start + LONGEST_CANDIDATE);
    CANDIDATE.lastIndex = 0;
    const match = CANDIDATE.exec(window);
    if (!match || !isName(match, groups?.['link'] ?? '')) return [];
    return [{ kind: 'name' as const, start, end: start + match[0].length }];
  });
}

function isNameOfPerson({ 0: words }: RegExpExecArray): boolean {
  const parts = words.split(' ');
  if (ABOUT_NAMES.test(words) || [words, ...parts].some(isNoName)) return false;
  return surnameLengthAt(words, 0) > 0 || isSurname(words) || parts.length === 2;
}

function isName({ 0: words, groups, index, input }: RegExpExecArray, link: string): boolean {
  if (ABOUT_NAMES.test(words)) return false;
  if (HONORIFIC_BEHIND.test(input.slice(index + words.length))) return !isNoName(words);
  if (link === '') return isAtLabel(words, input.slice(index + words.length));
  const isList = /[:=「『【(]/u.test(link);
  // 名前は手帳に書いた: an unknown word is a name only where the name ends the clause.
  const endsClause = /^(?:$|[\s。、,.)」』】/|\uE000\d(]|です|でし|だっ|と)/u.test(
    input.slice(index + words.length),
  );
  if (groups?.['kanji'] !== undefined) return isKanjiName(words, link, endsClause);
  return groups?.['hiragana'] === undefined ? endsClause || isList : isList;
}

function isKanjiName(words: string, link: string, endsClause: boolean): boolean {
  if (surnameLengthAt(words, 0) > 0 || isSurname(words)) return true;
  // 宛名が前住人: who it is, without the name.
  if (isNoName(words)) return false;
  // 名前は書かない: behind は and が an unknown word counts only when it is kanji throughout.
  const isPlausible =
    /[:=「『【(]/u.test(link) || /^[㐀-鿿々〇][㐀-鿿々〇 ァ-ヶー]+$/u.test(words) || isRareName(words, link);
  return isPlausible && (endsClause || /[:=「]/u.test(link)) && leadingWordsLength(words) === 0;
}

/** 氏名帯刀 恵理生年月日: what stands right at its label may as well be a longer word (氏名変更, 名義貸). */
function isAtLabel(words: string, behind: string): boolean {
  if (!/^(?:$|[\s、。,()]|です|生年月日|\uE000)/u.test(behind) || words.split(' ').some(isNoName))
    return false;
  return (
    surnameLengthAt(words, 0) > 0 ||
    /^(?:[㐀-鿿々〇ァ-ヶー]{1,6} [㐀-鿿々〇ァ-ヶー]{1,6}|[ぁ-ん]{2,5} [ぁ-ん]{2,5})$/u.test(words)
  );
}

/** 氏名 野原みさえ, but not 名前が聞きづらい. */
function isRareName(words: string, link: string): boolean {
  return (
    !link.includes('が') &&
    /^[㐀-鿿々〇]{2,4} ?[ぁ-ん]{1,3}[^るたいなのはがをにでくすぎずり\P{Script=Hiragana}]$/u.test(words)
  );
}
