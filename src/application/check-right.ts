import type { Action } from '../domain/grants.ts';
import type { Actor } from '../domain/organization.ts';
import { may, rolesFor } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { fail, ok, type Result } from '../domain/result.ts';

/** What may not be seen does not exist; what may be seen but not done is refused with who can. */
export function checkRight(actor: Actor, action: Action, report: Report | null): Result<Report, Problem> {
  if (!report || !(may(actor, 'read', report) || may(actor, action, report)))
    return fail({ kind: 'not_found' });
  return may(actor, action, report)
    ? ok(report)
    : fail({ kind: 'forbidden', roles: rolesFor(action, report) });
}
