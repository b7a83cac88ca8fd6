import { readyChoices, type Say } from '../../cards/input-words.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Input, Line } from '../../domain/view.ts';
import { plain, type Option } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { titlesWithin } from './numbered.ts';

/** Value of the choice that takes a choice back: Slack's clients cannot unpick one. No option has this id. */
export const NO_CHOICE = '~none';

/** The ready answers of an input as options, and the lines in which titles too long for an option stand in full. */
export interface Offered {
  options: Option[];
  lines: Line[];
}

/** Ready answers in their order, 分からない among them; last the way back where the field may stay empty. */
export function offeredChoices(input: Input, say: Say): Offered {
  const ready = readyChoices(input, say);
  const { titles, lines } = titlesWithin(
    ready.map(({ title }) => title),
    LIMITS.option.text,
    say,
  );
  const options = ready.map(({ value }, index) => option(value, titles[index] ?? ''));
  return { options: takesNothing(input) ? [...options, noChoice(say)] : options, lines };
}

export function option(value: string, title: string): Option {
  return { text: plain(title), value };
}

export function noChoice(say: Say): Option {
  return option(NO_CHOICE, say(phrase('form.no_choice')));
}

/** Beside a box to write in nothing needs to be picked, whether the field is required or not. */
function takesNothing(input: Input): boolean {
  return !input.required || input.kind !== 'choice';
}
