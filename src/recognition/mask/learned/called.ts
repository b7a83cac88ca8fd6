import { nameStart } from '../name-start.ts';
import type { Span } from '../../span.ts';
import { matchesOf } from '../../matches.ts';

/** Who is called so may be a colleague; 様 says a customer. */
const HONORIFIC =
  /(?<![様氏殿])(?:さん(?!ざん|か月|とい[かけ]|とあか|かった|でも[えい]|ごと)|サン(?![ァ-ヶー])|氏(?![名族神])|くん(?!です|でし|や[ろんな]|だ[。よね])|ちゃん(?!と)|(?<=[㐀-鿿々〇])君(?!主))/gu;
const LOOK_BACK = 32;

/** Where a name stands, and where the text goes on behind its honorific. */
export interface Called extends Span {
  honorific: string;
  behind: number;
}

/** Every name that is called さん and the like, a colleague's or a customer's. */
export function calledIn(text: string): Called[] {
  return matchesOf(text, HONORIFIC).flatMap(({ 0: honorific, index }) => {
    const from = Math.max(0, index - LOOK_BACK);
    const before = text.slice(from, index).replace(/ $/, '');
    const start = nameStart(before, honorific);
    const called = { end: from + before.length, honorific, behind: index + honorific.length };
    return start === null ? [] : [{ start: from + start, ...called }];
  });
}
