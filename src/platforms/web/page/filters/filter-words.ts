import { DUE_SPANS } from '../../../../domain/due-span.ts';
import { HOLDERS } from '../../../../domain/list-filter.ts';
import { LEVELS } from '../../../../domain/severity.ts';
import { PHASES } from '../../../../domain/workflow.ts';
import type { ReportChoices } from '../../api-reports.ts';
import type { Choice } from '../../api.ts';
import type { Asked, Filter } from '../reports/asked.ts';
import type { Say } from '../say.ts';

/** What each filter is called. */
export const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  type: 'filter.type',
  phase: 'term.state',
  level: 'term.severity',
  due: 'term.due',
  holder: 'filter.holder',
  office: 'filter.office',
  unit: 'term.dept',
  from: 'filter.from',
  until: 'filter.until',
  drill: 'term.drill',
};

/** What can be chosen for a filter; null for a date. */
export function choicesFor(
  filter: Filter,
  choices: ReportChoices | null,
  say: Say,
): readonly Choice[] | null {
  switch (filter) {
    case 'type':
      return choices?.types ?? [];
    case 'phase':
      return PHASES.map((value) => ({ value, title: say(`phase.${value}`) }));
    case 'level':
      return LEVELS.toReversed().map((level) => ({ value: String(level), title: say(`severity.s${level}`) }));
    case 'due':
      // The rest of the week is a column of the board, not what anybody looks for.
      return DUE_SPANS.filter((span) => span !== 'rest_of_week').map((value) => ({
        value,
        title: say(`due.${value}`),
      }));
    case 'holder':
      return HOLDERS.map((value) => ({ value, title: say(`holder.${value}`) }));
    case 'office':
      return choices?.offices ?? [];
    case 'unit':
      return choices?.units ?? [];
    case 'drill':
      return ['yes', 'no'].map((value) => ({ value, title: say(`drill.${value}`) }));
    case 'from':
    case 'until':
      return null;
  }
}

/** A filter as it was chosen, in words: the value itself where nothing is known of it (yet). */
export function chosenWords(
  filter: Filter,
  asked: Asked,
  choices: ReportChoices | null,
  say: Say,
): { name: string; value: string } {
  const value = asked[filter] ?? '';
  const title = choicesFor(filter, choices, say)?.find((choice) => choice.value === value)?.title;
  return { name: say(FILTER_WORDS[filter]), value: title ?? value };
}
