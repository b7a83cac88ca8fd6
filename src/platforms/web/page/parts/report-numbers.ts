const NUMBER = /\b[A-Z]{3}-\d{2}-[0-9A-HJKMNP-TV-Z]{5}\b/g;

/** A text as its stretches, in order: report numbers and what stands between them. */
export function splitNumbers(text: string): { text: string; isNumber: boolean }[] {
  const stretches: { text: string; isNumber: boolean }[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (index > end) stretches.push({ text: text.slice(end, index), isNumber: false });
    stretches.push({ text: number, isNumber: true });
    end = index + number.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), isNumber: false });
  return stretches;
}

/** As one says it aloud: INC 26 7 K Q 4 M. */
export function spelled(number: string): string {
  const [type, year, code = ''] = number.split('-');
  return [type, year, ...code].join(' ');
}
