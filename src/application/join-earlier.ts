import { linksOf } from '../domain/links.ts';
import { may } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import { recordAndTell } from './carry-out-deed.ts';
import type { Transaction } from './ports.ts';
import { record } from './record-event.ts';
import { actorNow, moment, personNow, type Surroundings } from './surroundings.ts';

/**
 * 同じ内容です: a report just filed and the earlier one are tied both ways, and its reporter follows the earlier one.
 * What they may not see any more by then does not exist: the report stands by itself.
 * @param number of the earlier report; undefined when the report joins none
 */
export async function joinEarlier(
  deps: Surroundings,
  tx: Transaction,
  report: Report,
  number: string | undefined,
): Promise<Report> {
  const reporter = number === undefined ? null : personNow(deps, report.reporter);
  const earlier = number === undefined ? null : await tx.reports.lock(number);
  if (!earlier || !reporter || !may(actorNow(deps, reporter.person), 'read', earlier)) return report;
  const common = { actor: report.reporter, at: moment(deps).now };
  const facts = { follower: report.reporter, number: report.number, office: report.office };
  await recordAndTell(deps, tx, earlier, [
    { ...common, kind: 'joined', facts, content: null },
    ...linksOf([report], common.actor, common.at),
  ]);
  return record(deps, tx, report, linksOf([earlier], common.actor, common.at));
}
