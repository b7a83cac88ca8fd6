import { lengthOf } from './limits.ts';

/** Where a text is best divided, best first: after a line, a sentence (。！？), a part of one (、，；), a word. */
const ENDS: readonly RegExp[] = [
  /\n/gu,
  /[\u3002\uff01\uff1f!?.]/gu,
  /[\u3001\uff0c\uff1b,;]/gu,
  /[\s\u3000]/gu,
];

/** Below this share of a part a good end is not worth the short part before it. */
const LEAST = 0.5;

/**
 * A text in parts of at most so many characters, as `lengthOf` counts them; joined they are the text again. Divided
 * where it reads best and never inside what a person sees as one sign.
 */
export function splitText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (lengthOf(rest) > most) {
    const part = headOf(rest, most);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

function headOf(text: string, most: number): string {
  const longest = longestHead(text, most);
  for (const end of ENDS) {
    const at = lastEnd(longest, end);
    if (at >= longest.length * LEAST) return longest.slice(0, at);
  }
  return longest;
}

function lastEnd(text: string, end: RegExp): number {
  let at = 0;
  for (const match of text.matchAll(end)) at = match.index + match[0].length;
  return at;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** One sign that is longer than a whole part is divided all the same, between code points: it would never fit. */
function longestHead(text: string, most: number): string {
  let length = 0;
  let at = 0;
  // No more of the text than can fit is looked at.
  for (const { segment } of graphemes.segment(text.slice(0, most + 1))) {
    length += lengthOf(segment);
    if (length > most) break;
    at += segment.length;
  }
  return at > 0 ? text.slice(0, at) : headOfCodePoints(text, most);
}

function headOfCodePoints(text: string, most: number): string {
  let head = '';
  for (const sign of text) {
    if (head !== '' && lengthOf(head + sign) > most) break;
    head += sign;
  }
  return head;
}
