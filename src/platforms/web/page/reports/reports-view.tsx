import type { ReportChoices, ReportList as ListName } from '../../api-reports.ts';
import { BoardView } from '../board/board-view.tsx';
import { listHref, readRoute, reportHref } from '../shell/routes.ts';
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
  const hrefOf = (next: Asked) => hrefIn(list, chosen, next);
  const view = {
    asked,
    chosen,
    choices,
    changes,
    ask: (next: Asked) => go(hrefOf(next)),
    search: (words: string) => searchIn(list, words),
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

/** Where somebody just clicked comes before what is still drawn: the search must not take them back. */
function searchIn(list: ListName, words: string): void {
  const now = readRoute(location.hash);
  if (now.view !== 'reports' || now.list !== list) return;
  goInstead(hrefIn(list, now.number, { ...now.asked, words }));
}

function hrefIn(list: ListName, chosen: string | null, asked: Asked): string {
  return chosen === null ? listHref(list, asked) : reportHref(list, chosen, asked);
}
