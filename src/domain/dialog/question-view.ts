import { typeOf, type Rules } from '../assessment.ts';
import type { Field } from '../field.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { button, line, type Button, type Line, type View } from '../view.ts';
import type { Draft } from './conversation.ts';

/** One question with its choices as buttons; `before` is what is said first in the same message. */
export function questionView(
  rules: Rules,
  draft: Draft,
  field: Field,
  turn: number,
  before: Line[] = [],
): View {
  const ask = phrase(`field.${draft.type}.${field.id}.ask`);
  const hint =
    field.kind === 'text' && field.options.length === 0
      ? [line(phrase(`field.${draft.type}.${field.id}.hint`), 'quiet')]
      : [];
  return {
    kind: 'question',
    lines: [...before, line(ask), ...hint],
    inputs: [],
    buttons: [...answerButtons(draft, field, turn), ...steering(turn, isFirst(rules, draft, field))],
    fallback: ask,
  };
}

function answerButtons(draft: Draft, field: Field, turn: number): Button[] {
  const press = (value: string) => ({ action: 'answer', value: `${field.id}:${value}`, turn });
  const options = field.options.map((option) =>
    button(press(option.id), phrase(`field.${draft.type}.${field.id}.option.${option.id}`)),
  );
  const days = isDate(field)
    ? [button(press('today'), phrase('btn.today')), button(press('yesterday'), phrase('btn.yesterday'))]
    : [];
  const unknown = field.allowUnknown ? [button(press('unknown'), phrase('btn.unknown'))] : [];
  return [...options, ...days, ...unknown];
}

/** 「ちがう」 stands beside the first question, where the guess is shown; the form beside every one. */
function steering(turn: number, first: boolean): Button[] {
  const wrong = first ? [button({ action: 'wrong_type', turn }, phrase('btn.wrong'))] : [];
  return [...wrong, button({ action: 'open_form', turn }, phrase('btn.form'))];
}

function isFirst(rules: Rules, draft: Draft, field: Field): boolean {
  const asked = typeOf(rules, draft.type).fields.filter((one) => one.ask);
  return (
    asked.findIndex((one) => one.id === field.id) <=
    asked.findIndex((one) => draft.answers[one.id] === undefined)
  );
}

export function isDate(field: Field): boolean {
  return field.kind === 'date' || field.kind === 'datetime';
}

/** A question with a few named answers and nothing else. */
export function choiceView(lines: Phrase[], buttons: Button[]): View {
  const last = lines.at(-1) ?? phrase('ask.type');
  return { kind: 'question', lines: lines.map((one) => line(one)), inputs: [], buttons, fallback: last };
}

export function notice(lines: Phrase[], buttons: Button[] = []): View {
  const first = lines[0] ?? phrase('greet.1');
  return { kind: 'notice', lines: lines.map((one) => line(one)), inputs: [], buttons, fallback: first };
}
