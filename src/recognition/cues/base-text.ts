import type { Token } from '../tokenize.ts';
import { NAME, WORD } from './pattern.ts';

/** What the dictionary form would hide: a condition, a prohibition, and the 「ん」 that denies beside the one that explains. */
const KEPT_AS_WRITTEN: ReadonlySet<string> = new Set(['たら', 'だら', 'なら', 'な']);

/** The words of a sentence in their dictionary form, so that a pattern need not know how they are inflected. */
export function baseText(tokens: readonly Token[]): string {
  return tokens
    .filter(({ surface }) => surface.trim() !== '')
    .map((token) => `${WORD}${baseOf(token)}${isName(token) ? NAME : ''}`)
    .join('');
}

function baseOf({ surface, base, pos }: Token): string {
  if (pos === '助動詞' && KEPT_AS_WRITTEN.has(surface)) return surface;
  if (surface === 'ん' && pos !== '助動詞') return 'の';
  return base;
}

function isName({ names }: Token): boolean {
  return names?.startsWith('人名') === true;
}
