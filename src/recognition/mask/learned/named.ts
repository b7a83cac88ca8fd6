import type { Span } from '../../span.ts';
import type { Token } from '../../tokenize.ts';
import type { Called } from './called.ts';

const HONORIFIC = /^ ?(?:様|さん|さま|サマ|サン|氏(?!名)|殿|くん|ちゃん|君)/u;
const LONGEST_HONORIFIC = 4;
const NAMED = /^(?:人名|地域|一般|組織)/u;
const KATAKANA = /^[ァ-ヶー]{2,8}$/u;
const SHORT_KANJI = /^[㐀-鿿々〇]{1,4}$/u;

export function isCalled(text: string, end: number): boolean {
  return HONORIFIC.test(text.slice(end, end + LONGEST_HONORIFIC));
}

/** A name without an honorific: what is said behind it begins at its end. */
export function asNamed({ start, end }: Span): Called {
  return { start, end, honorific: '', behind: end };
}

/** Words without an honorific that the dictionary knows as names of people, places or firms, and those in katakana. */
export function namedIn(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let last: Span | null = null;
  for (const token of tokens) {
    const { start, surface } = token;
    const end = start + surface.length;
    if (!mayBeName(token)) last = null;
    else if (last !== null && goesOn(text, last, token)) last.end = end;
    else {
      last = { start, end };
      spans.push(last);
    }
  }
  return spans.filter(({ end }) => !isCalled(text, end));
}

function mayBeName({ detail, names = '', surface }: Token): boolean {
  return (detail === '固有名詞' && NAMED.test(names)) || KATAKANA.test(surface);
}

function goesOn(text: string, last: Span, { start, surface }: Token): boolean {
  const between = text.slice(last.end, start);
  return between === '' || (between === ' ' && SHORT_KANJI.test(surface));
}
