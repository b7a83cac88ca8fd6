import { matchesOf } from './matches.ts';

/** Text prepared for recognition, with the way back to the words as the person typed them. */
export interface NormalizedText {
  original: string;
  text: string;
  /** For each UTF-16 unit of `text`, where its source begins in `original`; one extra entry for the end. */
  starts: readonly number[];
}

/** What is classified of a very long message; the whole message is stored and masked elsewhere. */
export const EXCERPT_LENGTH = 4000;

const LONGEST_RUN = 3;
const LETTER_OR_DIGIT = /[a-z\d]/;
/** A base character with the marks that compose with it, so that half-width ｶﾞ becomes one ガ. */
const CLUSTER = /[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\ufe00-\ufe0f]/u;
const LINE_BREAK = /[\n\u2028\u2029]/u;
const BLANK = /[\t\p{Zs}]/u;

/**
 * NFKC, lower case, no control characters, no runs of the same sign longer than three (letters and digits excepted:
 * 1,000,000 and report numbers must stay what they are). Never throws; lone surrogates become U+FFFD.
 */
export function normalize(original: string): NormalizedText {
  const source = original.slice(0, EXCERPT_LENGTH).replace(LONE_SURROGATE, '\ufffd');
  const starts: number[] = [];
  let text = '';
  let previous = '';
  let run = 0;
  for (const match of matchesOf(source, CLUSTER)) {
    for (const sign of canonicalSigns(match[0])) {
      run = sign === previous ? run + 1 : 1;
      previous = sign;
      if (run > LONGEST_RUN && !LETTER_OR_DIGIT.test(sign)) continue;
      for (let unit = 0; unit < sign.length; unit++) starts.push(match.index);
      text += sign;
    }
  }
  starts.push(source.length);
  return { original, text, starts };
}

/** The words as they stand in the message, for a span of the normalised text. */
export function originalWords(normalized: NormalizedText, start: number, end: number): string {
  const from = normalized.starts[start] ?? 0;
  const to = normalized.starts[end] ?? normalized.original.length;
  return normalized.original.slice(from, Math.max(from, to)).trim();
}

function canonicalSigns(cluster: string): string[] {
  if (LINE_BREAK.test(cluster)) return ['\n'];
  if (BLANK.test(cluster)) return [' '];
  const canonical = cluster.normalize('NFKC').toLowerCase().replaceAll('~', '〜');
  return Array.from(canonical).filter((sign) => !INVISIBLE.test(sign));
}
