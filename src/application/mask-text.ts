import type { Surroundings } from './surroundings.ts';

/** A text as it may be kept, and which kinds of personal data were hidden in it. */
export function maskText(
  { masker }: Pick<Surroundings, 'masker'>,
  text: string,
): { masked: string; hidden: string[] } {
  const result = masker.mask(storable(text));
  return { masked: result.text, hidden: [...new Set(result.found.map((found) => found.kind))] };
}

/** What no database keeps: NUL, and halves of characters. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
