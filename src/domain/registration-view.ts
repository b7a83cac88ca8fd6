import { unitInput } from './acts/act-inputs.ts';
import type { Locale } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';
import type { Problem } from './problems.ts';
import { fail, ok, type Result } from './result.ts';
import { button, line, saidIn, type FormValues, type Press, type View } from './view.ts';

/** Sends the form; pressed by somebody whom the house does not know yet. */
export const REGISTER: Press = { action: 'register' };
const UNIT = 'unit';

/**
 * Somebody whom no file names says once where they work.
 * @param language null leaves it to the reader
 */
export function registrationForm(language: Locale | null = null): View {
  const title = phrase('register.title');
  const form: View = {
    kind: 'form',
    lines: [line(title, 'strong'), line(phrase('register.ask')), line(phrase('register.why'))],
    inputs: [unitInput({ id: UNIT, label: phrase('register.unit') })],
    buttons: [button(REGISTER, phrase('btn.register'), 'primary')],
    fallback: title,
  };
  return saidIn(form, language);
}

type FieldsProblem = Extract<Problem, { kind: 'fields' }>;

/** None was chosen, or none that is there. */
export const NO_SUCH_UNIT: FieldsProblem = {
  kind: 'fields',
  errors: [{ field: UNIT, message: phrase('err.choose') }],
};

/** The office or department that was chosen in the form. */
export function chosenUnit(values: FormValues): Result<string, FieldsProblem> {
  const value = values[UNIT];
  return value && 'answer' in value && value.answer.kind === 'unit'
    ? ok(value.answer.unit)
    : fail(NO_SUCH_UNIT);
}

/** What whoever has just registered is told. */
export function registeredWords(unit: string): Phrase[] {
  return [phrase('register.done', { unit: { unit } }), phrase('register.write_again')];
}
