import { LEAVE_FORM } from '../acts/act-form-view.ts';
import type { Answer, Answers } from '../answers.ts';
import { applicable } from '../applicable.ts';
import { typeOf, type Rules } from '../assessment.ts';
import { flawOf, missing, unreadable } from '../check-answer.ts';
import type { LocalDate } from '../business-time.ts';
import type { Field } from '../field.ts';
import type { Organization } from '../organization.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { button, line, type FormValues, type Input, type View } from '../view.ts';
import type { Draft } from './conversation.ts';
import { isDate } from './question-view.ts';

export interface FieldError {
  field: string;
  message: Phrase;
}

/** The whole form of a draft at once, with what is known filled in: the same fields and rules as one by one. */
export function formView(rules: Rules, draft: Draft): View {
  const title = phrase('form.title', { type: phrase(`type.${draft.type}`) });
  return {
    kind: 'form',
    lines: [line(title, 'strong')],
    inputs: formFields(rules, draft).map((field) => inputOf(draft, field)),
    buttons: [
      button({ action: 'draft_form', value: draft.id }, phrase('btn.review'), 'primary'),
      button({ action: LEAVE_FORM }, phrase('btn.cancel')),
    ],
    fallback: title,
  };
}

/** Whether it is the form of a draft: what is in order in it is stored before the report is sent. */
export function isDraftForm({ buttons }: Pick<View, 'buttons'>): boolean {
  return buttons.some(({ press }) => press.action === 'draft_form');
}

/** The press that closes the form of a draft unsent: what is in order in it is kept, and asked on from there. */
export const KEEP_FORM = 'keep_form';

/** Everything that can be said before sending; follow-up and final fields come later. */
export function formFields(rules: Rules, draft: Draft): Field[] {
  return applicable(typeOf(rules, draft.type), draft).filter(
    (field) => field.screen === 'first' || field.screen === 'more',
  );
}

/** The hint of a date says how to write one, and in a form it is picked. */
function inputOf(draft: Draft, field: Field): Input {
  const key = `field.${draft.type}.${field.id}`;
  return {
    id: field.id,
    kind: field.kind,
    label: phrase(`${key}.label`),
    hint: isDate(field) ? null : phrase(`${key}.hint`),
    screen: field.screen === 'first' ? 'first' : 'more',
    required: field.required,
    allowUnknown: field.allowUnknown,
    options: field.options.map((option) => ({ ...option, label: phrase(`${key}.option.${option.id}`) })),
    maxLength: field.maxLength,
    value: draft.answers[field.id] ?? null,
    typed: null,
    error: null,
  };
}

/** What was filled in, or what has to be mended in each field. Empty optional fields take their answer away. */
export function checkForm(
  fields: readonly Field[],
  values: FormValues,
  today: LocalDate,
  organization: Organization,
): { answers: Answers; emptied: string[]; errors: FieldError[] } {
  const answers: Record<string, Answer> = {};
  const emptied: string[] = [];
  const errors: FieldError[] = [];
  for (const field of fields) {
    const value = values[field.id];
    const flaw = valueFlaw(field, value, today, organization);
    if (flaw) errors.push({ field: field.id, message: flaw });
    else if (value && 'answer' in value) answers[field.id] = value.answer;
    else if (field.id in values) emptied.push(field.id);
  }
  return { answers, emptied, errors };
}

function valueFlaw(
  field: Field,
  value: FormValues[string] | undefined,
  today: LocalDate,
  organization: Organization,
): Phrase | null {
  if (value === undefined || value === null) return field.required ? missing(field) : null;
  if ('typed' in value) return unreadable(field);
  return flawOf(field, value.answer, today, organization);
}
