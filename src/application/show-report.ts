import { cardView } from '../domain/card-view.ts';
import { scopeOf } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { reportPageTitle, reportPageView } from '../domain/report-page-view.ts';
import type { Actor } from '../domain/organization.ts';
import type { Report } from '../domain/report.ts';
import type { View } from '../domain/view.ts';
import type { ReportInFull, ReportReader } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';

type Showing = Surroundings & { reader: ReportReader };

/** A report's card for one person: what they may not see does not exist. */
export async function showCard(
  deps: Showing,
  person: string,
  number: string,
): Promise<Result<View, Problem>> {
  const seen = await seenBy(deps, person, number);
  const { catalogue } = deps;
  return seen.ok ? ok(cardView(catalogue, seen.value.report, catalogue.calendar)) : seen;
}

/** The same with everything about it. */
export async function showReport(
  deps: Showing,
  person: string,
  number: string,
): Promise<Result<ReportInFull, Problem>> {
  const seen = await seenBy(deps, person, number);
  if (!seen.ok) return seen;
  const { report, actor } = seen.value;
  const view = reportPageView(deps.catalogue, actor, report, deps.catalogue.calendar);
  return ok({ number: report.number, title: reportPageTitle(report), view });
}

async function seenBy(
  deps: Showing,
  person: string,
  number: string,
): Promise<Result<{ report: Report; actor: Actor }, Problem>> {
  const reader = personNow(deps, person);
  if (!reader) return fail({ kind: 'unknown_person' });
  const actor = actorNow(deps, reader.person);
  const report = await deps.reader.byNumber(scopeOf(actor), number);
  return report ? ok({ report, actor }) : fail({ kind: 'not_found' });
}
