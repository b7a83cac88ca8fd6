import type { ReportChoices, ReportList as ListName } from '../../api-reports.ts';
import { BoardView } from '../board/board-view.tsx';
import { listHref, reportHref } from '../shell/routes.ts';
import { go, goInstead } from '../shell/use-route.ts';
import type { Asked } from './asked.ts';
import { ListView } from './list-view.tsx';
import { ReportDetails } from './report-details.tsx';

export interface ReportsViewProps {
  list: ListName;
  chosen: string | null;
  asked: Asked;
  choices: ReportChoices | null;
  /** The person's own conversation: what a report's buttons lead to is answered there. */
  home: string;
  /** Another object after every change that was announced. */
  changes: object;
  report: () => void;
}

/** A list or a board, and beside it the report that was chosen; where there is no room, one of the two. */
export function ReportsView({ list, chosen, asked, choices, home, changes, report }: ReportsViewProps) {
  // Whatever is asked of the list, the report beside it stays.
  const hrefOf = (next: Asked) => (chosen === null ? listHref(list, next) : reportHref(list, chosen, next));
  const view = {
    asked,
    chosen,
    choices,
    changes,
    ask: (next: Asked) => go(hrefOf(next)),
    search: (words: string) => goInstead(hrefOf({ ...asked, words })),
  };
  return (
    <>
      {list === 'board' ? <BoardView {...view} /> : <ListView {...view} list={list} report={report} />}
      {chosen !== null && (
        <ReportDetails key={chosen} list={list} number={chosen} asked={asked} home={home} changes={changes} />
      )}
    </>
  );
}
