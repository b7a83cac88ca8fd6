const MY_NUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Check digit of the first eleven digits of a My Number. One random number in ten passes it. */
export function myNumberCheckDigit(eleven: string): number {
  const remainder = MY_NUMBER_WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(eleven[i]), 0) % 11;
  return remainder <= 1 ? 0 : 11 - remainder;
}

export function isMyNumber(digits: string): boolean {
  return /^\d{12}$/.test(digits) && Number(digits[11]) === myNumberCheckDigit(digits.slice(0, 11));
}

/** yyyymmddHHMM with optional seconds and milliseconds: logs and scans are full of them. */
export function isTimestamp(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?$/.test(
    digits,
  );
}
