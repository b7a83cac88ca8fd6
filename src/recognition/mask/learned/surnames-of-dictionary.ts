import type { Dictionary } from '../../tokenize.ts';
import { WORD_KIND } from '../../word-kinds.ts';
import { isColleague } from '../name-before-honorific.ts';
import { isWordForPeople } from '../not-names.ts';
import { isOfficial } from '../official.ts';
import type { Detector, Finding } from '../personal-data.ts';
import { matchesOf } from '../../matches.ts';

/** Whether a word is somebody's name and nothing else, though it may end like a role: 前園, 笹部, 隼人. */
export type IsName = (word: string) => boolean;

/** 笹部: two signs that are no word at all. */
const ENDS_LIKE_ROLE = /[部園屋所生方室院手主士行人]$/u;

export function nameKnower({ wordKindsAt }: Dictionary): IsName {
  return (word) => {
    if (word.length < 2 || isWordForPeople(word)) return false;
    const kinds = wordKindsAt(word, 0).find(({ length }) => length === word.length)?.kinds ?? 0;
    if ((kinds & (WORD_KIND.common | WORD_KIND.organisation)) > 0) return false;
    const isRare = word.length === 2 && ENDS_LIKE_ROLE.test(word);
    return isRare || (kinds & (WORD_KIND.surname | WORD_KIND.given)) > 0;
  };
}

const REACH = 28;
const BEFORE_HONORIFIC =
  /(?<![㐀-鿿々〇ヶ])(?<name>[㐀-鿿々〇ヶ]{2,3})(?=(?<honorific>様|さん(?!とい[かけ])|さま|氏(?![名族神])|殿(?![堂下様])))/dgu;

/** 夫 善夫、妻 美津子、: a given name behind whose it is. */
const BEHIND_RELATION =
  /(?<![㐀-鿿々〇])(?:夫|妻|父|母|義[父母]|[長次三]男|[長次三]女|息子|娘|子|孫|兄|弟|姉|妹|配偶者)[ :]?(?<name>[㐀-鿿々〇]{2,3})(?=[、。(\s)]|の\d|$)/dgu;

/** 〔電話番号〕/ 土橋: beside a number at the end of a line. */
const BEHIND_NUMBER = /\uE000」?[ 、「/:]{1,3}(?<name>[㐀-鿿々〇ヶ]{2,3})(?=」|\n|$)/dgu;

/** 泣いてるゆかりさんという方: hiragana goes over into the name. */
const IN_HIRAGANA = /(?<run>[ぁ-ん]{2,10})さん(?:という|っていう|いう|って)(?:方|人|かた|お客|女|男)/dgu;
const LONGEST_IN_HIRAGANA = 5;

/** Names before an honorific that only the dictionary can tell from roles and places. */
export function createDictionaryDetector(isName: IsName): Detector {
  return (text) => [...namesInHiragana(text, isName), ...namesInKanji(text, isName)];
}

function namesInHiragana(text: string, isName: IsName): Finding[] {
  return matchesOf(text, IN_HIRAGANA).flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.['run'] ?? [0, 0];
    const run = groups?.['run'] ?? '';
    for (let length = Math.min(LONGEST_IN_HIRAGANA, run.length); length > 1; length--)
      if (isName(run.slice(-length)))
        return [{ kind: 'name' as const, start: Math.max(start, end - length), end }];
    return [];
  });
}

function namesInKanji(text: string, isName: IsName): Finding[] {
  return [
    ...matchesOf(text, BEFORE_HONORIFIC),
    ...matchesOf(text, BEHIND_RELATION),
    ...matchesOf(text, BEHIND_NUMBER),
  ].flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.['name'] ?? [0, 0];
    if (!isName(groups?.['name'] ?? '') || isOfficial(text, start, end)) return [];
    const honorific = groups?.['honorific'] ?? '';
    const behind = end + honorific.length;
    const isOurs = isColleague(
      text.slice(Math.max(0, start - REACH), start),
      text.slice(behind, behind + REACH),
    );
    if (honorific !== '様' && honorific !== '' && isOurs) return [];
    return [{ kind: 'name' as const, start, end }];
  });
}
