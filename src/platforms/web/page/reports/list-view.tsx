import type { ReportChoices, ReportList as ListName } from '../../api-reports.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useSay } from '../say.ts';
import { ViewHead } from '../shell/view-head.tsx';
import { filtersIn, withoutFilters } from './asked.ts';
import type { Asked } from './asked.ts';
import { LIST_WORDS } from './list-words.ts';
import { ListState } from './list-state.tsx';
import { ReportList } from './report-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useReports } from './use-reports.ts';

export interface NarrowedViewProps {
  asked: Asked;
  chosen: string | null;
  choices: ReportChoices | null;
  changes: object;
  /** Goes to the same view, narrowed otherwise. */
  ask: (asked: Asked) => void;
  search: (words: string) => void;
}

/** A list page by page, with what it is narrowed by. */
export function ListView({
  list,
  asked,
  chosen,
  choices,
  changes,
  ask,
  search,
  report,
}: NarrowedViewProps & { list: Exclude<ListName, 'board'>; report: () => void }) {
  const say = useSay();
  const query = { ...asked, list };
  const { loaded, failed, more, retry } = useReports(query, changes);
  const words = asked.words ?? '';
  const filtered = filtersIn(asked).length > 0;

  return (
    <main class={chosen === null ? 'view' : 'view view-behind'}>
      <ViewHead title={say(LIST_WORDS[list])}>
        <SearchBox key={list} words={words} search={search} />
      </ViewHead>
      <FilterBar {...{ asked, choices, ask, query }} total={loaded?.total ?? null} />
      <div class="scroll" aria-busy={loaded === null}>
        <ListState
          list={list}
          loaded={loaded}
          failed={failed}
          searching={words !== ''}
          filtered={filtered}
          retry={() => void retry()}
          clear={() => (filtered ? ask(withoutFilters(asked)) : search(''))}
          report={report}
        />
        {loaded && loaded.rows.length > 0 && (
          <ReportList
            list={list}
            rows={loaded.rows}
            goesOn={loaded.next !== null}
            chosen={chosen}
            asked={asked}
          />
        )}
        {loaded && loaded.next !== null && (
          <button type="button" class="more" onClick={() => void more()}>
            {say('page.more')}
          </button>
        )}
      </div>
    </main>
  );
}
