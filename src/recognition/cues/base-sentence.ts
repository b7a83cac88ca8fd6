import type { Token } from '../tokenize.ts';

/** The words of a sentence in their dictionary form, so that a pattern need not know how they are inflected. */
export interface BaseSentence {
  /** All words, one right after the other. */
  plain: string;
  /** Where each word begins in `plain`, and where the last one ends. */
  starts: readonly number[];
  isName: readonly boolean[];
}

/** What the dictionary form would hide: a condition, a prohibition, and the 「ん」 that denies beside the one that explains. */
const KEPT_AS_WRITTEN: ReadonlySet<string> = new Set(['たら', 'だら', 'なら', 'な']);

export function baseSentence(tokens: readonly Token[]): BaseSentence {
  const words = tokens.filter(({ surface }) => surface.trim() !== '');
  const bases = words.map(baseOf);
  const starts = [0];
  for (const base of bases) starts.push((starts.at(-1) ?? 0) + base.length);
  return { plain: bases.join(''), starts, isName: words.map(isName) };
}

/** How many words there are. */
export function lengthOf({ isName }: BaseSentence): number {
  return isName.length;
}

/** The words from one to before another, written as one: words may be cut otherwise than a pattern expects. */
export function wordsBetween({ plain, starts }: BaseSentence, from: number, to: number): string {
  return plain.slice(starts[from], starts[to]);
}

function baseOf({ surface, base, pos }: Token): string {
  if (pos === '助動詞' && KEPT_AS_WRITTEN.has(surface)) return surface;
  if (surface === 'ん' && pos !== '助動詞') return 'の';
  return base;
}

function isName({ names }: Token): boolean {
  return names?.startsWith('人名') === true;
}
