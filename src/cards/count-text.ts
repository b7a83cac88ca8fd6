import type { Answer } from '../domain/answers.ts';

type Count = Extract<Answer, { kind: 'count' }>;

/** 3, 2〜9, 101〜: how a number stands in a text box, whatever is counted. */
export function countText({ from, to }: Count): string {
  if (to === from) return String(from);
  return `${from}〜${to ?? ''}`;
}

const COUNT = /^(\d{1,15})(?:(?<open>[~〜-])(\d{1,15})?)?$/u;

/** Reads what `countText` writes, in any width, with or without commas; undefined for everything else. */
export function countFrom(text: string): Count | undefined {
  const match = COUNT.exec(text.normalize('NFKC').replaceAll(/[\s,、]/gu, '').replaceAll(/[‐–—−]/gu, '-'));
  if (!match) return undefined;
  const from = Number(match[1]);
  const upper = match.groups?.open === undefined ? from : match[3] === undefined ? null : Number(match[3]);
  return upper === null || upper >= from ? { kind: 'count', from, to: upper } : undefined;
}
