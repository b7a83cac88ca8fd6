import { addMonths, type LocalDate } from './business-time.ts';

/** Crockford's base 32: no I, L, O, U, so that a number can be read aloud and typed back. */
export const NUMBER_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Type, fiscal year, five characters with at least one letter: never mistaken for personal data.
 * @param code five Crockford characters
 */
export function reportNumber(typeCode: string, date: LocalDate, code: string): string {
  const year = String(fiscalYear(date) % 100).padStart(2, '0');
  return `${typeCode}-${year}-${code}`;
}

/** The Japanese fiscal year, April 1 to March 31. */
export function fiscalYear(date: LocalDate): number {
  return Number(addMonths(date, -3).slice(0, 4));
}

/** Five characters from five random bytes; null when they hold no letter and others must be drawn. */
export function codeFrom(bytes: readonly number[]): string | null {
  const code = bytes
    .slice(0, 5)
    .map((byte) => NUMBER_ALPHABET[byte % 32])
    .join('');
  return /[A-Z]/.test(code) ? code : null;
}
