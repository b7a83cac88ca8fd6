import type { Answer, Answers } from '../domain/answers.ts';
import { checkForm, KEEP_FORM } from '../domain/dialog/form.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { FormValues, Press, View } from '../domain/view.ts';
import { maskText } from './mask-text.ts';
import { sentForm, type FormOpening } from './open-form.ts';
import { moment, personNow, understandingContext } from './surroundings.ts';

export interface ReadForm {
  /** Masked, and read as answers wherever they can be. */
  values: FormValues;
  /** Kinds of personal data that were hidden. */
  hidden: readonly string[];
  /** What would leave, where the form shows it before it is sent. */
  preview: View | null;
}

/** A form is checked while it is still open, so that errors stand beside their fields and nothing typed is lost. */
export async function readForm(
  deps: FormOpening,
  person: string,
  press: Press,
  typed: FormValues,
  unit: string,
): Promise<Result<ReadForm, Problem>> {
  const form = await sentForm(deps, person, press);
  if (!form.ok) return form;
  const { fields, check } = form.value;
  const context = understandingContext(deps, unit);
  const hidden = new Set<string>();
  const values = Object.fromEntries(
    fields.map((field) => {
      const value = maskValue(deps, typed[field.id] ?? null, hidden);
      const read =
        value !== null && 'typed' in value ? deps.recognizer.read(value.typed, field, context) : null;
      return [field.id, read ? { answer: read } : value] as const;
    }),
  );
  const { answers, errors } = checkForm(fields, values, moment(deps).today, deps.catalogue.organization);
  if (press.action === KEEP_FORM)
    return ok({ values: answered(answers), hidden: [...hidden], preview: null });
  if (errors.length > 0) return fail({ kind: 'fields', errors });
  const checked = await check(answers);
  return checked.ok ? ok({ values, hidden: [...hidden], preview: checked.value }) : checked;
}

/** What was not filled in yet takes nothing away, and what could not be read is asked again. */
function answered(answers: Answers): FormValues {
  return Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, { answer }]));
}

/** The same check and the same mask as when it is sent, and what would leave; nothing is kept. */
export async function previewForm(
  deps: FormOpening,
  person: string,
  press: Press,
  values: FormValues,
): Promise<Result<View | null, Problem>> {
  const sender = personNow(deps, person);
  if (!sender) return fail({ kind: 'unknown_person' });
  const read = await readForm(deps, person, press, values, sender.unit);
  return read.ok ? ok(read.value.preview) : read;
}

/** @param hidden gets the kinds of personal data that were hidden */
export function maskValue(
  deps: Parameters<typeof maskText>[0],
  value: FormValues[string],
  hidden: Set<string>,
): FormValues[string] {
  if (value === null) return null;
  const masked = (text: string) => {
    const result = maskText(deps, text);
    result.hidden.forEach((kind) => hidden.add(kind));
    return result.masked;
  };
  if ('typed' in value) return { typed: masked(value.typed) };
  const answer: Answer =
    value.answer.kind === 'text' ? { kind: 'text', text: masked(value.answer.text) } : value.answer;
  return { answer };
}
