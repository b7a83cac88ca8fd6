import type { Sights } from './sights.ts';
import { SPACE } from './sights.ts';

/** Distances are told apart up to here. */
export const FAR = 9;
const HONORIFICS = /様|さん|さま|氏|殿|くん|ちゃん|君/u;
const OPENS = /[:=(「【〔|]/u;

/** Where the run that a sign belongs to begins and ends. */
export interface Runs {
  starts: Int32Array;
  ends: Int32Array;
}

/** Runs of signs of one sort. */
export function runsOf({ sorts }: Sights, alike: (sort: number) => number): Runs {
  const starts = new Int32Array(sorts.length);
  const ends = new Int32Array(sorts.length);
  for (let start = 0; start < sorts.length;) {
    let end = start + 1;
    while (end < sorts.length && alike(sorts[end] ?? 0) === alike(sorts[start] ?? 0)) end++;
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    start = end;
  }
  return { starts, ends };
}

/** Runs of signs of one token. */
export function tokenRuns({ tokens, text }: Sights): Runs {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (const { start, surface } of tokens) {
    starts.fill(start, start, start + surface.length);
    ends.fill(start + surface.length, start, start + surface.length);
  }
  return { starts, ends };
}

export interface Lines {
  /** Which word announces the sign: the one before the last : = ( or space of its line. */
  labels: Int32Array;
  /** The first word of its line. */
  firsts: Int32Array;
  /** How far it stands behind that, or behind a comma. */
  froms: Int32Array;
  /** How far an honorific stands behind it. */
  honorifics: Uint8Array;
}

export function linesOf(sights: Sights): Lines {
  return { ...labelsOf(sights), honorifics: honorificsOf(sights) };
}

function labelsOf({ text, signs, sorts, tokenAt, words }: Sights): Omit<Lines, 'honorifics'> {
  const [labels, firsts, froms] = [0, 1, 2].map(() => new Int32Array(text.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const wordAt = (at: number) => words[tokenAt[at] ?? -1] ?? 0;
  let [label, first, from] = [0, wordAt(0), 0];
  for (let at = 0; at < text.length; at++, from++) {
    const sign = text[at] ?? '';
    if (sign === '\n') [label, first, from] = [0, wordAt(at + 1), 0];
    labels[at] = label;
    firsts[at] = first;
    froms[at] = from;
    const isGap = sorts[at] === SPACE && (sorts[at - 1] ?? SPACE) !== SPACE;
    if (OPENS.test(sign) || isGap) label = wordAt(at - 1) * 3 + (signs[at] ?? 0);
    if (OPENS.test(sign) || isGap || /[。、]/u.test(sign)) from = 0;
  }
  return { labels, firsts, froms };
}

function honorificsOf({ text, tokens, tokenAt }: Sights): Uint8Array {
  const honorifics = new Uint8Array(text.length);
  let distance = FAR;
  for (let at = text.length - 1; at >= 0; at--) {
    const isHonorific = HONORIFICS.test(tokens[tokenAt[at] ?? -1]?.surface ?? '');
    const isEnd = /[。、\n:()「」/]/u.test(text[at] ?? '');
    distance = isHonorific ? 0 : isEnd ? FAR : Math.min(FAR, distance + 1);
    honorifics[at] = distance;
  }
  return honorifics;
}
