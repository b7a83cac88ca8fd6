import { isGivenLike, isNoName, isTitleOrPlace, leadingWordsLength } from './not-names.ts';
import { isSurname, surnameLengthAt } from './surnames.ts';

/** ツ and ケ only inside: 三ツ橋, 関ケ原. */
const HAN = '(?:[㐀-鿿々〇ヶヵノ]|(?<=[㐀-鿿々〇])[ツッケ](?=[㐀-鿿々〇]))';
const WORD = "(?:(?:[A-Z]')?\\p{Lu}\\p{Ll}{1,15}|[A-Z]{2,15})";
// Lookbehinds are matched backwards from the honorific: the cost is that of the name, whatever stands before it.
const ROMAN = endingIn(`(?<![A-Za-z0-9])(${WORD}(?:(?: |, ?|\\. ?|・|-)(?:${WORD}|[A-Z]\\.?)){0,3})`);
const KATAKANA = endingIn(
  '(?<![ァ-ヶーA-Za-z])((?:[ァ-ヶー]{2,12}|[ァ-ヶー](?=・))(?:[ ・=][ァ-ヶー]{2,12}){0,3})',
);
const HIRAGANA = endingIn('(?<![ぁ-んー㐀-鿿々〇ァ-ヶA-Za-z0-9])([ぁ-んー]{2,5}(?: [ぁ-ん]{2,5})?)');
const SURNAME_WITH_KANA = endingIn(`(${HAN}{1,8})( ?(?:[ぁ-んー]{1,4}[子美江代]?|[ァ-ヶー]{2,8}))`);
const KANJI = endingIn(`(?:(${HAN}{1,8}) )?(${HAN}{1,12})`);
/** Hiragana that ends like a verb or a particle: 見ている様です. */
const INFLECTED = /^[ぁ-ん]{3,}[のるたいな]$|^[ぁ-ん]{2,}は$/u;
/** Words that end in 様 and are no names: 調達仕様, 全班同様. */
const WORD_WITH_SAMA = /[同仕多異模何]$/u;
/** 田中 妻様: nobody's given name. */
const RELATION = /[客皆奥母父娘孫姉妹兄弟夫妻嫁婿親隣他同各御]/u;
/** In dialect さん denies a verb, and くん ends one: 出さん, 書くんか. */
const VERB_STEM = /^[出押回返話貸探指差消示隠離残戻落壊許試流移書泣空届働続置引着咲聞]$/u;
/** 印押さんと, 線引くんか: with what it is done to. */
const WITH_OBJECT = /^[㐀-鿿々〇][押引渡返貸消隠壊届]$/u;
/** 王様 is a king, 王さん a person. */
const ONLY_WITH_SAN = /^[王文]$/u;
const LONGEST_NAME = 6;
const LONGEST_GIVEN = 3;

/** Where the name that ends this text begins, or null when what stands there is no name. */
export function nameStart(before: string, honorific: string): number | null {
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
