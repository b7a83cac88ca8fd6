import { may, scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { reportPageTitle, reportPageView } from '../domain/report-page-view.ts';
import { threadOf } from '../domain/thread.ts';
import { actContext } from './act-context.ts';
import { isWatched } from '../domain/report-views.ts';
import type { ReportInFull, ReportReader, UnitOfWork } from './ports.ts';
import { recordViews, sinceRepeated, sinceToday } from './record-views.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** Who looked, for the audit: more than a page shows at a glance; all of it is in the ledger. */
const VIEWS_SHOWN = 50;

/**
 * A report with everything about it for one person: what they may not see does not exist.
 * @param again read once more by a page that is open: no look of its own, where the person has looked today
 */
export async function showReport(
  deps: Surroundings & { reader: ReportReader; unitOfWork: UnitOfWork },
  person: string,
  number: string,
  again = false,
): Promise<Result<ReportInFull, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, reader.person);
  const report = await deps.reader.byNumber(scopeOf(actor), number);
  if (!report) return fail({ kind: 'not_found' });
  const since = again ? sinceToday(deps) : sinceRepeated(deps);
  await recordViews(deps, { person, by: 'page', since }, [report]);
  const asksWho = isWatched(report) && may(actor, 'see_views', report);
  const views = asksWho ? await deps.reader.views(report.id, VIEWS_SHOWN) : null;
  const on = actContext(deps, actor, report);
  const view = reportPageView(on, views);
  return ok({ number: report.number, title: reportPageTitle(report), view, thread: threadOf(on) });
}
