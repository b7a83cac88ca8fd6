import type { Answers } from '../answers.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Problem } from '../problems.ts';
import type { Report } from '../report.ts';
import { ok, type Result } from '../result.ts';
import { typedNumber } from '../typed-number.ts';
import type { ActContext, ActInput } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';
import { faulty } from './field-error.ts';

const FIELD = 'number';
/** Longer than any number in any typing. */
const LONGEST = 40;

/** Another report by its number. */
export function numberInput(): ActInput {
  return textInput({
    id: FIELD,
    label: phrase('act.number'),
    hint: phrase('act.number.hint'),
    maxLength: LONGEST,
  });
}

/** For `needs.reports`. */
export function numbersNamed(answers: Answers, field = FIELD): string[] {
  const number = typedNumber(textIn(answers, field));
  return number === null ? [] : [number];
}

/** As numbers are written, where it is one. */
export function reportNumberIn(answers: Answers, field = FIELD): string {
  const text = textIn(answers, field);
  return typedNumber(text) ?? text;
}

/** The report that was named; one that the actor may not read is answered like one that does not exist. */
export function namedReport({ report, others }: ActContext, answers: Answers): Result<Report, Problem> {
  const [number] = numbersNamed(answers);
  if (number === report.number) return wrongNumber(phrase('err.same_report'));
  const other = number === undefined ? undefined : others.get(number);
  return other && other.type !== 'compliance' ? ok(other) : wrongNumber(phrase('problem.not_found'));
}

export function wrongNumber(message: Phrase): Result<never, Problem> {
  return faulty(FIELD, message);
}
