import { useId } from 'preact/hooks';
import type { ReportChoices } from '../../api-reports.ts';
import type { Choice } from '../../api.ts';
import { FILTERS } from '../reports/asked.ts';
import type { Asked, Filter } from '../reports/asked.ts';
import { useSay } from '../say.ts';
import { choicesFor, FILTER_WORDS } from './filter-words.ts';
import { UnitBox } from './unit-box.tsx';

export interface FilterPanelProps {
  asked: Asked;
  choices: ReportChoices | null;
  ask: (asked: Asked) => void;
}

/** Every filter with what is chosen of it; a choice counts at once. */
export function FilterPanel({ asked, choices, ask }: FilterPanelProps) {
  const say = useSay();
  return (
    <div class="filters">
      {FILTERS.map((filter) => (
        <FilterField
          key={filter}
          filter={filter}
          value={asked[filter] ?? ''}
          choices={choicesFor(filter, choices, say)}
          choose={(value) => ask({ ...asked, [filter]: value === '' ? undefined : value })}
        />
      ))}
    </div>
  );
}

interface FilterFieldProps {
  filter: Filter;
  value: string;
  choices: readonly Choice[] | null;
  choose: (value: string) => void;
}

function FilterField({ filter, value, choices, choose }: FilterFieldProps) {
  const say = useSay();
  const id = useId();
  return (
    <div class="filter-field">
      <label for={id}>{say(FILTER_WORDS[filter])}</label>
      {choices === null ? (
        <input id={id} type="date" value={value} onChange={(event) => choose(event.currentTarget.value)} />
      ) : filter === 'office' || filter === 'unit' ? (
        <UnitBox key={choices.length} id={id} value={value} choices={choices} choose={choose} />
      ) : (
        <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{say('filter.any')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
