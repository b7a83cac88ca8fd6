import type { Answer } from '../domain/answers.ts';

type Count = Extract<Answer, { kind: 'count' }>;

/** 3, 2〜9, 101〜: how a number stands in a text box, whatever is counted. */
export function countText({ from, to }: Count): string {
  if (to === from) return String(from);
  return `${from}〜${to ?? ''}`;
}

/** At most 15 digits: every such number is exact. */
const COUNT = /^(?<from>\d{1,15})(?<range>[~〜-](?<to>\d{1,15})?)?$/u;

/** Reads what `countText` writes, in any width, with or without commas; undefined for everything else. */
export function countFrom(text: string): Count | undefined {
  const groups = COUNT.exec(plain(text))?.groups;
  if (!groups) return undefined;
  const from = Number(groups['from']);
  const to = groups['range'] === undefined ? from : upperBound(groups['to']);
  return to === null || to >= from ? { kind: 'count', from, to } : undefined;
}

function upperBound(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function plain(text: string): string {
  const narrow = text.normalize('NFKC').replaceAll(/[\s,、]/gu, '');
  return narrow.replaceAll(/[‐–—−]/gu, '-');
}
