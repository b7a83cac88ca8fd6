/** What a report number looks like as people type it: any width, any case, with or without signs between its parts. */
const TYPED = /([A-Z]{3})[^0-9A-Z]*([0-9]{2})[^0-9A-Z]*([0-9A-Z]{5})$/;

/**
 * The report number that was typed, as it is written; null where there is none. O is read as 0, I and L as 1, which no
 * number has.
 */
export function typedNumber(text: string): string | null {
  const match = TYPED.exec(text.normalize('NFKC').toUpperCase().trim());
  if (!match) return null;
  const [, type = '', year = '', code = ''] = match;
  return `${type}-${year}-${code.replaceAll('O', '0').replace(/[IL]/g, '1')}`;
}
