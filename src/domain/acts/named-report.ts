import type { Answers } from '../answers.ts';
import { phrase, type Phrase } from '../phrase.ts';
import type { Problem } from '../problems.ts';
import type { Report } from '../report.ts';
import { fail, ok, type Result } from '../result.ts';
import { typedNumber } from '../typed-number.ts';
import type { ActContext, ActInput } from './act.ts';
import { textIn } from './act-answers.ts';
import { textInput } from './act-inputs.ts';

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
export function numbersNamed(answers: Answers): string[] {
  const number = typedNumber(textIn(answers, FIELD));
  return number === null ? [] : [number];
}

export function numberIn(answers: Answers): string {
  return typedNumber(textIn(answers, FIELD)) ?? textIn(answers, FIELD);
}

/** The report that was named; one that the actor may not read is answered like one that does not exist. */
export function namedReport({ report, others }: ActContext, answers: Answers): Result<Report, Problem> {
  const [number] = numbersNamed(answers);
  if (number === report.number) return wrongNumber(phrase('err.same_report'));
  const other = number === undefined ? undefined : others.get(number);
  return other && other.type !== 'compliance' ? ok(other) : wrongNumber(phrase('problem.not_found'));
}

export function wrongNumber(message: Phrase): Result<never, Problem> {
  return fail({ kind: 'fields', errors: [{ field: FIELD, message }] });
}
