import { isGivenLike, isNoName, isTitleOrPlace, leadingWordsLength } from './not-names.ts';
import { isOutside } from './official.ts';
import type { Detector } from './personal-data.ts';
import { isSurname, surnameLengthAt } from './surnames.ts';

const HONORIFIC =
  /(?<![様氏殿])(?:様(?![式子々態相])|さま(?!ざま)|サマ(?=ヨリ|カラ|[ガノハヘニヲトモ]|$|[^ァ-ヶー])|さん(?!ざん|か月|とい[かけ]|とあか|かった|でも[えい]|ごと)|サン(?![ァ-ヶー])|氏(?![名族神])|殿(?![堂下様町村山場岡田])|くん(?!です|でし|や[ろんな]|だ[。よね])|ちゃん(?!と)|(?<=\p{Script=Han})君(?!主)|(?<=[\p{Script=Han}ァ-ヶー])はん(?=[がのにはとかもへや、。 ]|$))/gu;
const LOOK_BACK = 32;
/** ツ and ケ only inside: 三ツ橋, 関ケ原. */
const HAN = '(?:[\\p{Script=Han}ヶヵノ]|(?<=\\p{Script=Han})[ツッケ](?=\\p{Script=Han}))';
const WORD = "(?:(?:[A-Z]')?\\p{Lu}\\p{Ll}{1,15}|[A-Z]{2,15})";
// Lookbehinds are matched backwards from the honorific: the cost is that of the name, whatever stands before it.
const ROMAN = endingIn(`(?<![A-Za-z0-9])(${WORD}(?:(?: |, ?|\\. ?|・|-)(?:${WORD}|[A-Z]\\.?)){0,3})`);
const KATAKANA = endingIn(
  '(?<![ァ-ヶーA-Za-z])((?:[ァ-ヶー]{2,12}|[ァ-ヶー](?=・))(?:[ ・=][ァ-ヶー]{2,12}){0,3})',
);
const HIRAGANA = endingIn('(?<![ぁ-んー\\p{Script=Han}ァ-ヶA-Za-z0-9])([ぁ-んー]{2,5}(?: [ぁ-ん]{2,5})?)');
const SURNAME_WITH_KANA = endingIn(`(${HAN}{1,8})( ?(?:[ぁ-んー]{1,4}[子美江代]?|[ァ-ヶー]{2,8}))`);
const KANJI = endingIn(`(?:(${HAN}{1,8}) )?(${HAN}{1,12})`);
/** 一様(にのまえ様), 今様という方: nobody says 一様 or 今様 of a way or a style and goes on so. */
const ONE_SIGN =
  /(?<!\p{Script=Han})[一今多同有王新](?=様(?:という(?:方|お客|人)|\([ぁ-んァ-ヶ]{2,6}(?:様|さん)?\)))/gu;
/** A colleague in the role of a colleague; said with さん, never with 様. */
const COLLEAGUE =
  /(?:職員|担当|担当者|係員|係|課|(?<!同)室|班|(?<!一)部|センター|(?<!社労士|会計|法律|税理士|行政書士|司法書士|労務)事務所|本部|総務|隣の席|ブロック|相談員|窓口|同僚|先輩|後輩|上司|部下|主任|新人|派遣|再雇用|当所|うち|受付|[所課室部係次副局班]長|責任者|管理|推進員|SV|リーダー|内線 ?\d{2,5}|職員番号 ?\d{3,8} ?|(?:適用|徴収|給付|記録|支払|国年|厚年|審査)(?:第?[一二三四五\d]{1,2})?|グループ|チーム|オペレーター?|当直)(?:の|\() ?$|(?:当番|配置|シフト)[^。\n]{0,24}$|(?:に|へ)(?:異動|転勤|着任|赴任)(?:した|する|になった|予定の)$|(?:職員|担当者?|相談員|係員|うち|SV) ?$|(?:対応|応対|説明|案内|接客)(?:を?して)?(?:くれ|くださっ|下さっ|いただい|頂い|もらっ)た$/u;
/** 議事録は木村さん, 司会は来週から木村さん, 窓口は非常勤の小林さん, シス担の小林さん: who has a task of ours. */
const HAS_TASK =
  /(?:司会|進行|議事録|書記|議長|幹事|当番|日直|講師|窓口|担当|対応者?)役?(?:は|:)(?:[^。、\n]{0,8}から|[^。、\n]{1,6}の)?$|(?:シス|[適徴給庶総経記国厚])担の$|(?:前任|後任|前担当|引継ぎ元)の$|(?<![A-Za-z\d])@$/u;
/** 鍵の返却は石田さんまで. */
const HANDED_TO = /(?:返却|提出|申し?込み?|質問|参加希望|出欠|詳細|不明点)は$/u;
/** 今井さんありがとうございます: in front of a message a colleague is spoken to. */
const SPOKEN_TO =
  /^[、, !]{0,2}(?:いつも|昨日は|先日は|先ほどは)?(?:ありがとう(?:ございま(?:す|した))?(?!と|ござい)|お疲れ|おつかれ|例の件)/u;
/** 内藤さん、昼休憩どうぞ; 青柳さん、目を通してもらえますか: what one colleague asks another. */
const ASKED =
  /^、[^。、\n「」]{0,20}(?:お願い(?:します|いたします|ね)|どうぞ|(?:し|見|通し|貸し|教え|送っ|来|入っ)て(?:ください|下さい|もらえますか|くれますか|ほしいです)|でしたっけ)(?:ね|よ)?(?:[。!?\n]|$)/u;
/** 岩渕さんの職場だった。滞納の話を同僚の及川さんに: a customer's colleague. */
const COLLEAGUE_OF_CUSTOMER = /(?:職場|勤務先|勤め先|会社)[^\n]{0,30}(?:同僚|上司|部下|先輩|後輩)の$/u;
/** 奥村さんの机の下, 西尾さんが上げてくれてます. */
const HAS_DESK =
  /^の(?:机|席|デスク|引き出し|内線)|^が(?:上げ|入っ|代わっ|まとめ|共有し|対応し|引き継い)[てで]くれ/u;
/** 松本さんが書いた手順, 高木さんに代わって私が, 上野さん(システム担当), 原さん(適用課). */
const WORKS_HERE =
  /^が(?:書い|作っ|作成し|まとめ|更新し|共有し)(?:た|てくれた)(?:手順|マニュアル|マクロ|エクセル|テンプレ|ひな形|FAQ|記事|スクリプト)|^に(?:代わ|かわ)って(?:私|自分)が|^の(?:後任|前任)|^ ?\([^\s()の、]{1,6}(?:[課係室班]|担当)\)/u;
/** 田中さんいますか asks for a colleague. */
const AT_WORK =
  /^という(?:職員|担当|相談員)|^ ?\((?:適用|徴収|給付|国年|厚年|庶務|総務|記録)\)|^(?:[と、・]\p{Script=Han}{1,4}さん)?(?:が|は|も)?(?:本日|今日|明日|午後|急に)?(?:は|から|も)?お?(?:休み(?:です(?!と)|な|の(?:ため|間|代わ)|で代|につき|、代)|年休|有休|公休|遅番|早番|当番)|^(?:は|って)? ?(?:いますか|います\?|いる\?|いらっしゃいますか|(?:今日は?)?(?:お休み|出勤|在席|不在ですか|不在のため代わ|休みのため|休暇|有休|代休|離席|席に))/u;
/** 総務の砂川さん(株式会社…): a firm's. */
const OF_FIRM = /^ ?\((?:\([株有]\)|株式|有限|合同|合資|医療法|社会福|一般社|学校法)/u;
/** Hiragana that ends like a verb or a particle: 見ている様です. */
const INFLECTED = /^[ぁ-ん]{3,}[のるたいな]$|^[ぁ-ん]{2,}は$/u;
/** Words that end in 様 and are no names: 調達仕様, 全班同様. */
const WORD_WITH_SAMA = /[同仕多異模何]$/u;
/** 田中 妻様: nobody's given name. */
const RELATION = /[客皆奥母父娘孫姉妹兄弟夫妻嫁婿親隣他同各御]/u;
/** In dialect さん denies a verb, and くん ends one: 出さん, 書くんか. */
const VERB_STEM = /^[出押回返話貸探指差消示隠離残戻落壊許試流移書泣空届働続置引着咲聞]$/u;
/** 印押さんと, 線引くんか: with what it is done to. */
const WITH_OBJECT = /^\p{Script=Han}[押引渡返貸消隠壊届]$/u;
/** 王様 is a king, 王さん a person. */
const ONLY_WITH_SAN = /^[王文]$/u;
const LONGEST_NAME = 6;
const LONGEST_GIVEN = 3;

export interface KnownNames {
  offices: ReadonlySet<string>;
  staff: ReadonlySet<string>;
}

/** Names before 様・さん・氏・殿: kanji, kana and Latin letters, with and without a space. */
export function createHonorificDetector(known: KnownNames): Detector {
  return (text) => [
    ...Array.from(text.matchAll(ONE_SIGN), ({ index }) => ({
      kind: 'name' as const,
      start: index,
      end: index + 1,
    })),
    ...Array.from(text.matchAll(HONORIFIC)).flatMap(({ 0: honorific, index }) => {
      const from = Math.max(0, index - LOOK_BACK);
      const before = text.slice(from, index).replace(/ $/, '');
      const start = nameStart(before, honorific);
      if (start === null) return [];
      const behind = text.slice(index + honorific.length, index + honorific.length + 32);
      if (isKnown(before, start, honorific, behind, known)) return [];
      return [{ kind: 'name' as const, start: from + start, end: from + before.length }];
    }),
  ];
}

function isKnown(
  before: string,
  start: number,
  honorific: string,
  behind: string,
  known: KnownNames,
): boolean {
  const name = before.slice(start);
  if (known.staff.has(name.replace(/\s/g, ''))) return true;
  if (honorific === '様') return false;
  return isColleague(before.slice(0, start), behind) || (known.offices.has(name) && !isSurname(name));
}

/** Whether what stands before a name with さん, or behind it, tells that it is one of us. */
export function isColleague(front: string, behind: string): boolean {
  const isCalledSo = (COLLEAGUE.test(front) && !COLLEAGUE_OF_CUSTOMER.test(front)) || HAS_TASK.test(front);
  return (
    (isCalledSo && !isOutside(front) && !OF_FIRM.test(behind)) ||
    AT_WORK.test(behind) ||
    ((WORKS_HERE.test(behind) ||
      HAS_DESK.test(behind) ||
      (HANDED_TO.test(front) && /^まで(?:$|[。、\n]|お|ご)/u.test(behind))) &&
      !isOutside(front)) ||
    ((front === '' || front.endsWith('\n')) && (SPOKEN_TO.test(behind) || ASKED.test(behind)))
  );
}

/** Where the name that ends this text begins, or null when what stands there is no name. */
function nameStart(before: string, honorific: string): number | null {
  return kanjiNameStart(before, honorific) ?? mixedNameStart(before, honorific) ?? plainNameStart(before);
}

function kanjiNameStart(before: string, honorific: string): number | null {
  const [, left, run] = matchEnd(KANJI, before);
  if (run === undefined) return null;
  const runStart = before.length - run.length;
  if (honorific !== '様' && ONLY_WITH_SAN.test(run)) return runStart;
  if (isWordBefore(run, honorific)) return null;
  const isGiven = isGivenLike(run) || (run.length === 1 && !RELATION.test(run));
  if (left !== undefined && isGiven && isSurname(left)) return runStart - 1 - left.length;
  const inRun = startInRun(run, /\d ?$/.test(before.slice(0, runStart)));
  if (left === undefined || inRun !== 0 || run.length > LONGEST_GIVEN)
    return inRun === null ? null : runStart + inRun;
  const surname = surnameAtEnd(left, run);
  return surname === null ? runStart : runStart - 1 - left.length + surname;
}

/** The surname before a space: 山田 太郎様, 本日山田 太郎様; 本日 山田様 has none. */
function surnameAtEnd(left: string, given: string): number | null {
  const known = knownSurnameEnding(left);
  if (known > 0) return left.length - known;
  const cut = leadingWordsLength(left);
  const rest = left.slice(cut);
  const isWord = isNoName(rest) || /[様氏殿]$/u.test(rest) || leadingWordsLength(`${rest}一`) > 0;
  return rest.length <= 4 && given.length <= LONGEST_GIVEN && !isWord ? cut : null;
}

function knownSurnameEnding(words: string): number {
  return [3, 2].find((length) => surnameLengthAt(words, words.length - length) === length) ?? 0;
}

/** The honorific is the end of another word: 仕様, 出さんで, 書くんです. */
function isWordBefore(run: string, honorific: string): boolean {
  if (isSurname(run) || knownSurnameEnding(run) > 0 || surnameLengthAt(run, 0) > 0) return false;
  if (honorific === '様') return WORD_WITH_SAMA.test(run);
  const rest = run.slice(leadingWordsLength(run));
  return (honorific === 'さん' || honorific === 'くん') && (VERB_STEM.test(rest) || WITH_OBJECT.test(rest));
}

function startInRun(run: string, isAfterNumber: boolean): number | null {
  const cut = leadingWordsLength(run, isAfterNumber);
  for (let i = 0; i < run.length; i++) {
    const length = surnameLengthAt(run, i);
    const given = run.slice(i + length);
    if (length === 0 || given.length > 3) continue;
    return isTitleOrPlace(given) || (given.length > 1 && isNoName(given) && !isGivenLike(given))
      ? null
      : startBefore(run, cut, i, given);
  }
  const rest = run.slice(cut);
  if (isSurname(rest.slice(0, 1)) && isGivenLike(rest.slice(1))) return cut;
  if (/^[〇○]+$/u.test(rest) || (isNoName(rest) && !isSurname(rest)) || isNoName(run)) return null;
  return Math.max(cut, run.length - LONGEST_NAME);
}

/** 勅使河原 and 小石川 end in a common surname and are one. */
function startBefore(run: string, cut: number, surname: number, given: string): number {
  const front = run.slice(cut, surname);
  const isPartOfName = front.length <= 2 && given === '' && !front.startsWith('ノ') && !isNoName(front);
  return isPartOfName ? Math.min(cut, surname) : surname;
}

/** 佐藤みゆき様, 山田タロウ様. */
function mixedNameStart(before: string, honorific: string): number | null {
  const [, han, kana] = matchEnd(SURNAME_WITH_KANA, before);
  if (han === undefined || kana === undefined) return null;
  const surname = knownSurnameEnding(han);
  const given = kana.trim();
  if (/^[のはがをにとへもやでな]|^お子?$/u.test(given) || isNoName(given)) return null;
  if (surname > 0) return before.length - kana.length - surname;
  const cut = leadingWordsLength(han);
  const rest = han.slice(cut);
  const isRare =
    !/^(?:くん|ちゃん)$/u.test(honorific) &&
    (rest.length >= 2 || isSurname(rest)) &&
    rest.length <= 4 &&
    !/[るたいなのはがをにで]$/u.test(given);
  return isRare && !isNoName(rest) ? before.length - kana.length - rest.length : null;
}

function plainNameStart(before: string): number | null {
  const name = [KATAKANA, ROMAN, HIRAGANA].map((pattern) => matchEnd(pattern, before)[1]).find(Boolean);
  if (name === undefined || [name, ...name.split(/[ ・]/u)].some(isNoName)) return null;
  if (/^[A-Z]+$/.test(name) && !isSpeakable(name)) return null;
  // たくさん; 〔氏名〕のおじさん.
  if (/[ぁ-ん]たく$|^の[おごじば]|^(?:と|って)?いう/u.test(name)) return null;
  return INFLECTED.test(name) ? null : before.length - name.length;
}

/** SATO is made of Japanese syllables, NTT and KDDI are not. */
function isSpeakable(word: string): boolean {
  return /^(?:(?:[KSTNHMRGZDBPJWYF]Y?|SH|CH|TS)?[AIUEO]|N(?![AIUEOY]))+H?$/.test(word);
}

function endingIn(source: string): RegExp {
  return new RegExp(`(?<=${source})`, 'uy');
}

function matchEnd(pattern: RegExp, text: string): readonly (string | undefined)[] {
  pattern.lastIndex = text.length;
  return pattern.exec(text) ?? [];
}
