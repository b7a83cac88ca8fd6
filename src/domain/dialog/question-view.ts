import type { Field } from '../field.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { button, line, type Button, type View } from '../view.ts';
import type { Draft } from './conversation.ts';

/** One question with its choices as buttons. `first`: nothing was answered yet, so that the guess itself may be wrong. */
export function questionView(draft: Draft, field: Field, turn: number, first: boolean): View {
  const ask = phrase(`field.${draft.type}.${field.id}.ask`);
  // What can be written shows how, also beside the few answers that can be pressed.
  const free = field.kind === 'text' || field.kind === 'money';
  const hint = free ? [line(phrase(`field.${draft.type}.${field.id}.hint`), 'quiet')] : [];
  return {
    kind: 'question',
    lines: [line(ask, 'strong'), ...hint],
    inputs: [],
    buttons: [...answerButtons(draft, field, turn), ...steering(turn, first)],
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
