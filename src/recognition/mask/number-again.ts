import type { Finding, PersonalDataKind } from './personal-data.ts';
import { matchesOf } from '../matches.ts';

/** Shorter numbers resemble each other by chance. */
const FEWEST_DIGITS = 6;
const MOST_NUMBERS = 50;
/** As many digits may differ: two that changed places are two. */
const MOST_DIFFERENT = 2;
const WRITTEN = /(?<![\d.,/])\d{1,18}(?:[- ]\d{1,8}){0,3}(?![\d.,/]|-\d)/gu;
const IN_DIGITS: ReadonlySet<Finding['kind']> = new Set<PersonalDataKind>([
  'basic_pension_number',
  'pension_certificate',
  'my_number',
  'employment_insurance',
  'insurance_symbol',
  'phone',
  'postal_code',
  'bank_account',
  'number',
]);

/**
 * The numbers of one message, remembered while it is read: who writes that a number was mistyped, or should be written
 * without its dash, writes it twice, and the second time with nothing around it that says what it is.
 */
export class NumbersOfMessage {
  readonly #numbers = new Map<string, PersonalDataKind>();

  remember(text: string, { kind, start, end }: Finding): void {
    const digits = text.slice(start, end).replace(/\D/g, '');
    if (kind === 'public' || !IN_DIGITS.has(kind) || digits.length < FEWEST_DIGITS) return;
    if (this.#numbers.size < MOST_NUMBERS) this.#numbers.set(digits, kind);
  }

  /** Where a remembered number stands again, perhaps with a slip, or its end alone. */
  again(text: string): Finding[] {
    if (this.#numbers.size === 0) return [];
    return matchesOf(text, WRITTEN).flatMap(({ 0: words, index }) => {
      const digits = words.replace(/\D/g, '');
      if (digits.length < FEWEST_DIGITS || /^ ?[円件人枚]/u.test(text.slice(index + words.length))) return [];
      const like = [...this.#numbers].find(([number]) => isAlike(number, digits));
      return like === undefined ? [] : [{ kind: like[1], start: index, end: index + words.length }];
    });
  }
}

function isAlike(number: string, digits: string): boolean {
  if (Math.abs(number.length - digits.length) === 1)
    return isOneMore(number, digits) || isOneMore(digits, number);
  const end = number.slice(-digits.length);
  if (end.length !== digits.length) return false;
  const different = [...end].filter((digit, at) => digit !== digits[at]).length;
  return different <= (end === number ? MOST_DIFFERENT : Math.min(MOST_DIFFERENT, digits.length - 4));
}

/** The same digits but for one that was lost. */
function isOneMore(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at);
}
