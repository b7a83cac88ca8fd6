import type { ActContext } from '../domain/acts/act.ts';
import type { Actor } from '../domain/organization.ts';
import type { Report } from '../domain/report.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** What an act is decided by, without what only some acts need. */
export function actContext(deps: Surroundings, actor: Actor, report: Report, value?: string): ActContext {
  const { now, today } = moment(deps);
  const nothing = { others: new Map<string, Report>(), recentReasons: [] };
  return {
    rules: deps.catalogue,
    report,
    actor,
    now,
    today,
    ...nothing,
    ...(value !== undefined && { value }),
  };
}
