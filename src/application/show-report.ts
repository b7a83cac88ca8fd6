import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { reportPageTitle, reportPageView } from '../domain/report-page-view.ts';
import { actContext } from './act-context.ts';
import type { ReportInFull, ReportReader } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

/** A report with everything about it for one person: what they may not see does not exist. */
export async function showReport(
  deps: Surroundings & { reader: ReportReader },
  person: string,
  number: string,
): Promise<Result<ReportInFull, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, reader.person);
  const report = await deps.reader.byNumber(scopeOf(actor), number);
  if (!report) return fail({ kind: 'not_found' });
  const view = reportPageView(actContext(deps, actor, report));
  return ok({ number: report.number, title: reportPageTitle(report), view });
}
