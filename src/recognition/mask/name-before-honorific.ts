import { isColleague } from './is-colleague.ts';
import { nameStart } from './name-start.ts';
import type { Detector } from './personal-data.ts';
import { isSurname } from './surnames.ts';
import { matchesOf } from '../matches.ts';

// What learns asks for it here, and would learn anew if its own text were changed for that.
export { isColleague } from './is-colleague.ts';

const HONORIFIC =
  /(?<![様氏殿])(?:様(?![式子々態相])|さま(?!ざま)|サマ(?=ヨリ|カラ|[ガノハヘニヲトモ]|$|[^ァ-ヶー])|さん(?!ざん|か月|とい[かけ]|とあか|かった|でも[えい]|ごと)|サン(?![ァ-ヶー])|氏(?![名族神])|殿(?![堂下様町村山場岡田])|くん(?!です|でし|や[ろんな]|だ[。よね])|ちゃん(?!と)|(?<=[㐀-鿿々〇])君(?!主)|(?<=[㐀-鿿々〇ァ-ヶー])はん(?=[がのにはとかもへや、。 ]|$))/gu;
const LOOK_BACK = 32;
/** 一様(にのまえ様), 今様という方: nobody says 一様 or 今様 of a way or a style and goes on so. */
const ONE_SIGN =
  /(?<![㐀-鿿々〇])[一今多同有王新](?=様(?:という(?:方|お客|人)|\([ぁ-んァ-ヶ]{2,6}(?:様|さん)?\)))/gu;

export interface KnownNames {
  offices: ReadonlySet<string>;
  staff: ReadonlySet<string>;
}

/** Names before 様・さん・氏・殿: kanji, kana and Latin letters, with and without a space. */
export function createHonorificDetector(known: KnownNames): Detector {
  return (text) => [
    ...matchesOf(text, ONE_SIGN).map(({ index }) => ({
      kind: 'name' as const,
      start: index,
      end: index + 1,
    })),
    ...matchesOf(text, HONORIFIC).flatMap(({ 0: honorific, index }) => {
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
