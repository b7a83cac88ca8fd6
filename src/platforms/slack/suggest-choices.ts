import { readyChoices, type Say, type UnitChoice } from '../../cards/input-words.ts';
import { UNKNOWN_VALUE } from '../../cards/input-values.ts';
import { matchingUnits } from '../../domain/match-units.ts';
import { phrase } from '../../domain/phrase.ts';
import type { Input } from '../../domain/view.ts';
import { plain, type Option, type OptionGroup } from './blocks.ts';
import { noChoice, offeredChoices, option } from './choice-options.ts';
import { LIMITS } from './limits.ts';

/** The search of a field with more options than a menu takes. */
export const CHOICE_SEARCH = 'choices';
const UNIT_SEARCH = 'units';

/** What can be picked in a search of units besides one of them. */
export interface UnitExtras {
  unknown: boolean;
  none: boolean;
}

/** Told by the name of the control, so that a search needs no look at the form. */
export function unitSearchAction({ unknown, none }: UnitExtras): string {
  return [UNIT_SEARCH, ...(unknown ? ['unknown'] : []), ...(none ? ['none'] : [])].join('.');
}

/** null when the control searches no units. */
export function readUnitSearchAction(action: string): UnitExtras | null {
  const [name, ...extras] = action.split('.');
  if (name !== UNIT_SEARCH) return null;
  return { unknown: extras.includes('unknown'), none: extras.includes('none') };
}

/** What Slack shows below the search. */
export interface Suggestions {
  option_groups: OptionGroup[];
}

/** The units that what was typed stands for, all of them, under their block; what else can be picked comes first. */
export function suggestUnits(
  units: readonly UnitChoice[],
  query: string,
  extras: UnitExtras,
  say: Say,
): Suggestions {
  const named = units.map(({ id, name, group }) => ({ value: id, title: name, group }));
  const found = matchingUnits(named, query);
  const groups = [...new Set(found.map(({ group }) => group))];
  const other = [
    ...(extras.unknown ? [option(UNKNOWN_VALUE, say(phrase('btn.unknown')))] : []),
    ...(extras.none ? [noChoice(say)] : []),
  ];
  return {
    option_groups: [
      ...grouped(say(phrase('form.other_answers')), other, say),
      ...groups.flatMap((group) => {
        const members = found.filter((unit) => unit.group === group);
        return grouped(
          group,
          members.map(({ value, title }) => option(value, title)),
          say,
        );
      }),
    ],
  };
}

/** Of a field with very many options those that what was typed is part of. */
export function suggestChoices(input: Input, query: string, say: Say): Suggestions {
  const { options } = offeredChoices(input, say);
  const full = readyChoices(input, say).map(({ title }) => title.normalize('NFKC').toLowerCase());
  const words = query.normalize('NFKC').toLowerCase().trim();
  const found = options.filter(
    (_, index) => (full[index] ?? '').includes(words) || full[index] === undefined,
  );
  return { option_groups: grouped(say(input.label), found, say) };
}

/** A group that is longer than Slack takes goes on in the next, under the same heading with its number. */
function grouped(label: string, options: readonly Option[], say: Say): OptionGroup[] {
  const most = LIMITS.optionGroup.options;
  const parts = Math.ceil(options.length / most);
  return Array.from({ length: parts }, (_, part) => ({
    label: plain(parts === 1 ? label : say(phrase('form.part', { label, n: part + 1, of: parts }))),
    options: options.slice(part * most, (part + 1) * most),
  }));
}
