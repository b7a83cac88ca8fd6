import { codeFrom, NUMBER_ALPHABET } from '../domain/report-number.ts';
import { randomOf } from './random.ts';

const CODES = NUMBER_ALPHABET.length ** 5;

/** Codes from here on begin with a letter. */
const LETTERS = 10 * NUMBER_ALPHABET.length ** 4;

/** A different code for every serial number (0 … some 23 million) that looks drawn by chance. */
export function reportCodes(seed: string): (serial: number) => string {
  const shift = randomOf(`${seed}/codes`).between(0, CODES - 1);
  return (serial) => {
    // A permutation of all codes, followed on from one without a letter: whoever starts at codes with a letter, and
    // ends at such, meets nobody.
    for (let value = scrambled(LETTERS + serial, shift); ; value = scrambled(value, shift)) {
      const code = codeFrom(digitsOf(value));
      if (code !== null) return code;
    }
  };
}

/** Each step can be undone, so that no two numbers meet. */
function scrambled(number: number, shift: number): number {
  let value = (number + shift) % CODES;
  for (let round = 0; round < 3; round++) {
    value = (Math.imul(value, 0x9e3779b1) >>> 0) % CODES;
    value ^= value >>> 13;
  }
  return value;
}

function digitsOf(value: number): number[] {
  return [20, 15, 10, 5, 0].map((bits) => (value >>> bits) & 31);
}
