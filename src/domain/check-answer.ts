import { sameAnswer, type Answer } from './answers.ts';
import { isLocalDate, type LocalDate } from './business-time.ts';
import type { Field } from './field.ts';
import { lasts, type Organization } from './organization.ts';
import { phrase, type Phrase } from './phrase.ts';

/** What keeps an answer from being taken, said with what to do; null when it is fine. The same in chat and in forms. */
export function flawOf(
  field: Field,
  answer: Answer,
  today: LocalDate,
  organization: Organization,
): Phrase | null {
  if (answer.kind === 'unknown') return field.allowUnknown ? null : missing(field);
  if (field.options.some((option) => sameAnswer(option.answer, answer))) return null;
  if (!takes(field, answer)) return unreadable(field);
  switch (answer.kind) {
    case 'text':
      return textFlaw(field, answer.text);
    case 'choice':
      return phrase('err.choose');
    case 'date':
      return dateFlaw(field, answer.date, today);
    case 'count':
      return isRange(answer.from, answer.to) ? null : phrase('err.number');
    case 'unit':
      return unitFlaw(answer.unit, today, organization);
  }
}

/** A number of people is no answer to 「回収しましたか」, whoever sends it. */
function takes(field: Field, { kind }: Answer): boolean {
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return kind === 'date';
    case 'count':
    case 'money':
      return kind === 'count';
    case 'text':
    case 'choice':
    case 'unit':
      return kind === field.kind;
  }
}

function dateFlaw(field: Field, date: LocalDate, today: LocalDate): Phrase | null {
  if (!isLocalDate(date)) return phrase('err.date');
  return date > today && !field.allowFuture ? phrase('err.future') : null;
}

function isRange(from: number, to: number | null): boolean {
  return Number.isSafeInteger(from) && from >= 0 && (to === null || (Number.isSafeInteger(to) && to >= from));
}

/** Input that could not be read at all. */
export function unreadable(field: Field): Phrase {
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return phrase('err.date');
    case 'count':
    case 'money':
      return phrase('err.number');
    case 'unit':
      return phrase('err.unit');
    case 'choice':
      return phrase('err.choose');
    case 'text':
      return phrase('err.empty');
  }
}

/** A mandatory question without an answer. */
export function missing(field: Field): Phrase {
  return phrase(field.options.length > 0 ? 'err.choose' : 'err.empty');
}

function textFlaw(field: Field, text: string): Phrase | null {
  const length = [...text].length;
  if (text.trim() === '') return phrase('err.empty');
  if (length > field.maxLength) return phrase('err.long', { n: length - field.maxLength });
  const fewest = field.minLetters ?? 1;
  return fewest > 1 && lettersIn(text) < fewest ? phrase('err.short', { n: fewest }) : null;
}

/** Letters and digits only: 「。。。。。」 says nothing however long it is. */
function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** An abolished office is named together with who took over. */
function unitFlaw(id: string, today: LocalDate, organization: Organization): Phrase | null {
  const unit = organization.units.get(id);
  if (!unit) return phrase('err.unit');
  if (lasts(unit, today)) return null;
  return unit.successor === null
    ? phrase('err.unit')
    : phrase('err.unit_abolished', { unit: { unit: id }, successor: { unit: unit.successor } });
}
