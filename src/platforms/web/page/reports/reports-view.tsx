import type { ReportList as ListName } from '../../api.ts';
import { useSay } from '../say.ts';
import { ViewHead } from '../shell/view-head.tsx';
import { LIST_WORDS } from './list-words.ts';
import { ListState } from './list-state.tsx';
import { ReportDetails } from './report-details.tsx';
import { ReportList } from './report-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useReports } from './use-reports.ts';

export interface ReportsViewProps {
  list: ListName;
  chosen: string | null;
  /** The person's own conversation: what a report's buttons lead to is answered there. */
  home: string;
  words: string;
  search: (words: string) => void;
  /** Another object after every change that was announced. */
  changes: object;
  report: () => void;
}

/** A list, and beside it the report that was chosen; where there is no room, one of the two. */
export function ReportsView({ list, chosen, home, words, search, changes, report }: ReportsViewProps) {
  const say = useSay();
  const { loaded, failed, more, retry } = useReports(list, words, changes);
  const title = say(LIST_WORDS[list]);

  return (
    <>
      <main class={chosen === null ? 'view' : 'view view-behind'}>
        <ViewHead title={title}>
          <SearchBox key={list} words={words} search={search} />
        </ViewHead>
        <div class="scroll" aria-busy={loaded === null}>
          <ListState
            list={list}
            loaded={loaded}
            failed={failed}
            searching={words !== ''}
            retry={() => void retry()}
            clear={() => search('')}
            report={report}
          />
          {loaded && loaded.rows.length > 0 && (
            <ReportList list={list} rows={loaded.rows} goesOn={loaded.next !== null} chosen={chosen} />
          )}
          {loaded && loaded.next !== null && (
            <button type="button" class="more" onClick={() => void more()}>
              {say('page.more')}
            </button>
          )}
        </div>
      </main>
      {chosen !== null && (
        <ReportDetails key={chosen} list={list} number={chosen} home={home} changes={changes} />
      )}
    </>
  );
}
