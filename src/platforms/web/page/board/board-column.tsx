import { useEffect, useId } from 'preact/hooks';
import type { ReportQuery } from '../../api-reports.ts';
import { countWords } from '../reports/count-words.ts';
import type { Asked } from '../reports/asked.ts';
import { useReports } from '../reports/use-reports.ts';
import { useSay } from '../say.ts';
import { reportHref } from '../shell/routes.ts';
import { BoardCard } from './board-card.tsx';
import type { Column } from './board-columns.ts';

export interface BoardColumnProps {
  column: Column;
  query: ReportQuery;
  asked: Asked;
  chosen: string | null;
  changes: object;
  /** Id of what says how one moves by keys. */
  hint: string;
  hidden: boolean;
  told: (column: string, count: number) => void;
}

/** One column, read page by page; the rest of the board waits for none of it. */
export function BoardColumn(props: BoardColumnProps) {
  const { column, query, asked, chosen, changes, hint, hidden, told } = props;
  const say = useSay();
  const heading = useId();
  const { loaded, failed, more, retry } = useReports(query, changes);
  const total = loaded?.total ?? null;
  useEffect(() => {
    if (total !== null) told(column.id, total);
  }, [total]);
  // One place to stop at with Tab: the report that is open, or the first.
  const stop = loaded?.rows.find(({ number }) => number === chosen) ?? loaded?.rows[0];

  return (
    <section class="column" aria-labelledby={heading} aria-busy={loaded === null} hidden={hidden}>
      <h2 class="column-head" id={heading}>
        {say(column.words)}
        {total !== null && <span class="column-count">{countWords(total, say)}</span>}
      </h2>
      <div class="column-body">
        {failed && <ColumnFailure retry={() => void retry()} />}
        {!loaded && !failed && <p class="unseen">{say('page.loading')}</p>}
        {loaded?.rows.length === 0 && <p class="column-note">{say('board.empty')}</p>}
        {loaded && loaded.rows.length > 0 && (
          <ul class="cards" aria-labelledby={heading} aria-describedby={hint}>
            {loaded.rows.map((row) => (
              <BoardCard
                key={row.number}
                row={row}
                href={reportHref('board', row.number, asked)}
                chosen={row.number === chosen}
                stop={row === stop}
              />
            ))}
          </ul>
        )}
        {loaded && loaded.next !== null && (
          <button type="button" class="more" onClick={() => void more()}>
            {say('page.more')}
          </button>
        )}
      </div>
    </section>
  );
}

function ColumnFailure({ retry }: { retry: () => void }) {
  const say = useSay();
  return (
    <div class="column-note" role="alert">
      <p>{say('page.list_failed')}</p>
      <button type="button" onClick={retry}>
        {say('page.retry')}
      </button>
    </div>
  );
}
