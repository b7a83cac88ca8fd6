import type { ReportList } from '../../api-reports.ts';
import { useSay } from '../say.ts';
import { Icon } from '../shell/icon.tsx';
import type { Rows } from './load-rows.ts';

const EMPTY_WORDS: Readonly<Record<ReportList, string>> = {
  mine: 'empty.mine',
  tasks: 'empty.tasks',
  overdue: 'empty.overdue',
  board: 'empty.search',
  all: 'empty.search',
};

export interface ListStateProps {
  list: ReportList;
  loaded: Rows | null;
  failed: boolean;
  /** Narrowed by words, or by filters. */
  searching: boolean;
  filtered: boolean;
  retry: () => void;
  clear: () => void;
  report: () => void;
}

/** What stands in place of rows, or above them when they could not be read again. */
export function ListState({
  list,
  loaded,
  failed,
  searching,
  filtered,
  retry,
  clear,
  report,
}: ListStateProps) {
  const say = useSay();
  if (failed) {
    return (
      <div class={loaded ? 'blank blank-small' : 'blank'} role="alert">
        <p>{say('page.list_failed')}</p>
        <button type="button" onClick={retry}>
          {say('page.retry')}
        </button>
      </div>
    );
  }
  if (!loaded) return <LoadingRows />;
  if (loaded.rows.length > 0) return null;
  return (
    <div class="blank" role="status">
      <Icon name={searching ? 'search' : filtered ? 'filter' : 'list'} />
      <p>{say(filtered ? 'empty.filtered' : searching ? 'empty.search' : EMPTY_WORDS[list])}</p>
      {(searching || filtered) && (
        <button type="button" onClick={clear}>
          {say(filtered ? 'page.filter.clear' : 'page.search_clear')}
        </button>
      )}
      {!searching && !filtered && list === 'mine' && (
        <button type="button" class="primary" onClick={report}>
          {say('btn.report')}
        </button>
      )}
    </div>
  );
}

function LoadingRows() {
  const say = useSay();
  return (
    <div role="status">
      <span class="unseen">{say('page.loading')}</span>
      <div class="ghosts" aria-hidden="true">
        <div />
        <div />
        <div />
        <div />
      </div>
    </div>
  );
}
