import { useState } from 'preact/hooks';
import type { ReportChoices, ReportQuery } from '../../api-reports.ts';
import { exportHref } from '../live/api-client.ts';
import { NARROW, useMedia } from '../live/use-media.ts';
import { countWords } from '../reports/count-words.ts';
import { filtersIn, withoutFilters } from '../reports/asked.ts';
import type { Asked, Filter } from '../reports/asked.ts';
import { useSay } from '../say.ts';
import { Icon } from '../shell/icon.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { chosenWords } from './filter-words.ts';

export interface FilterBarProps {
  asked: Asked;
  /** What is seen now, for the file of it. */
  query: ReportQuery;
  choices: ReportChoices | null;
  ask: (asked: Asked) => void;
  /** How many reports there are; null while that is not known, or said elsewhere. */
  total: number | null;
}

const PANEL = 'filters';

/** What the view is narrowed by, how many are left, and the way to take them along. */
export function FilterBar({ asked, query, choices, ask, total }: FilterBarProps) {
  const say = useSay();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  const chosen = filtersIn(asked);
  const count = total === null ? '' : countWords(total, say);
  const panel = <FilterPanel {...{ asked, choices, ask }} />;

  return (
    <section class="filter-bar" aria-label={say('filter.title')}>
      <div class="filter-line">
        <button
          type="button"
          class="filter-open"
          aria-expanded={narrow ? undefined : open}
          aria-haspopup={narrow ? 'dialog' : undefined}
          aria-controls={narrow ? undefined : PANEL}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" />
          {chosen.length === 0 ? say('filter.title') : say('filter.title_n', { n: chosen.length })}
        </button>
        <Chips {...{ asked, choices, ask, chosen }} />
        <span role="status" class="filter-count">
          {count}
        </span>
        <a class="button bare filter-export" href={exportHref(query)} download="">
          <Icon name="download" />
          {say('page.csv')}
        </a>
      </div>
      {!narrow && (
        <div id={PANEL} class="filter-panel" hidden={!open}>
          {panel}
        </div>
      )}
      {narrow && open && (
        <Sheet title={say('filter.title')} look="filters" close={() => setOpen(false)}>
          {panel}
          <div class="filter-end">
            {chosen.length > 0 && (
              <button type="button" onClick={() => ask(withoutFilters(asked))}>
                {say('page.filter.clear')}
              </button>
            )}
            <button type="button" class="primary" onClick={() => setOpen(false)}>
              {total === null ? say('filter.show') : say('filter.show_n', { count })}
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}

function Chips({
  asked,
  choices,
  ask,
  chosen,
}: Pick<FilterBarProps, 'asked' | 'choices' | 'ask'> & { chosen: readonly Filter[] }) {
  const say = useSay();
  if (chosen.length === 0) return <span class="chips" />;
  return (
    <ul class="chips" aria-label={say('filter.chosen')}>
      {chosen.map((filter) => {
        const words = chosenWords(filter, asked, choices, say);
        return (
          <li key={filter}>
            <button
              type="button"
              class="chip"
              aria-label={say('filter.remove', words)}
              onClick={() => ask({ ...asked, [filter]: undefined })}
            >
              {say('filter.chip', words)}
              <Icon name="close" />
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" class="bare chips-clear" onClick={() => ask(withoutFilters(asked))}>
          {say('page.filter.clear')}
        </button>
      </li>
    </ul>
  );
}
