import type { LocalDate } from './business-time.ts';

/** One answer to a form field. `unknown` is an answer: 分からない is always allowed where the field says so. */
export type Answer =
  | { kind: 'unknown' }
  | { kind: 'text'; text: string }
  | { kind: 'choice'; choice: string }
  /** `time` is HH:MM where the organisation works. */
  | { kind: 'date'; date: LocalDate; time?: string }
  /** People, cases or yen. 約 and 〜 give a range; `to: null` is open-ended (101人以上). */
  | { kind: 'count'; from: number; to: number | null }
  /** A department or an office by its id. */
  | { kind: 'unit'; unit: string };

/** Answers of one report by field id. */
export type Answers = Readonly<Record<string, Answer>>;

export function exactly(n: number): Answer {
  return { kind: 'count', from: n, to: n };
}

/** Structural equality: a correction to the same value is no correction. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(answer: Answer | undefined): unknown {
  return answer && Object.entries(answer).sort(([x], [y]) => (x < y ? -1 : 1));
}
