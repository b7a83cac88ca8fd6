import type { ListedReport } from '../domain/listed-report.ts';
import { columnsBy } from '../domain/report-board.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { personNow, type Surroundings } from './surroundings.ts';
import { readList, rowsOf } from './list-reports.ts';
import type { ListQuery, ReportReader, UnitOfWork } from './ports.ts';
import { recordViews, sinceRepeated } from './record-views.ts';

const AT_ONCE = 200;

type Deps = Surroundings & { reader: ReportReader; unitOfWork: UnitOfWork };

/**
 * Everything that a list or a board shows a person, in its order and to its last page. Whoever may read a report may
 * take it along; of a restricted one it is written down before it leaves, and a sealed one never does.
 */
export function exportReports(
  deps: Deps,
  person: string,
  query: ListQuery,
): Promise<Result<AsyncIterable<ListedReport[]>, Problem>> {
  const known = personNow(deps, person);
  return Promise.resolve(known ? ok(pages(deps, person, query)) : fail({ kind: 'unknown_person' }));
}

async function* pages(deps: Deps, person: string, query: ListQuery): AsyncGenerator<ListedReport[]> {
  // A long file takes longer than a repeated request: what is in it twice is viewed once.
  const since = sinceRepeated(deps);
  for (const part of partsOf(query)) {
    for (let after: ListQuery['after'] = null; ;) {
      const found = await readList(deps, person, { ...part, after }, AT_ONCE);
      if (!found.ok) return;
      const { reports, next } = found.value;
      const ordinary = reports.filter(({ visibility }) => visibility !== 'sealed');
      await recordViews(deps, { person, by: 'export', since }, ordinary);
      if (ordinary.length > 0) yield rowsOf(deps, ordinary);
      if (!next) break;
      after = next;
    }
  }
}

/** A board is seen column by column. */
function partsOf(query: ListQuery): ListQuery[] {
  const { board } = query;
  if (!board || board.column) return [query];
  return columnsBy(board.by).map((column) => ({ ...query, board: { ...board, column } }));
}
