import type { Actor, Role, Standing } from './organization.ts';
import { GRANTS, type Action, type Grant, type Where } from './grants.ts';
import type { Report } from './report.ts';
import type { ReportLabel } from './understanding.ts';
import type { Visibility } from './visibility.ts';

/** What rights are decided by; a report has all of it. */
export type Protected = Pick<
  Report,
  'type' | 'visibility' | 'reporter' | 'followers' | 'line' | 'primary' | 'copies' | 'referrals'
>;

/**
 * What a person may read, as plain alternatives that the database and `may` evaluate alike: a report is in scope
 * when one clause holds.
 */
export interface Scope {
  person: string;
  clauses: readonly ScopeClause[];
}

export interface ScopeClause {
  types: readonly ReportLabel[];
  visibilities: readonly Visibility[];
  where: Where;
  /** The unit of the standing; of no meaning for `own`, `followed` and `everywhere`. */
  unit: string;
}

/** Whether the verified person may do this to this report. The only place where rights are decided. */
export function may(actor: Actor, action: Action, report: Protected): boolean {
  return standingsFor(actor, action, report).length > 0;
}

/** The standings by which they may: what a person is elsewhere counts for nothing here. */
export function standingsFor(actor: Actor, action: Action, report: Protected): Standing[] {
  return actor.standings.filter(({ role, unit }) =>
    GRANTS.some(
      (grant) =>
        grant.role === role &&
        grant.actions.includes(action) &&
        covers(clauseOf(grant, unit), actor.person, report),
    ),
  );
}

/** Everything the person may read, for queries. */
export function scopeOf(actor: Actor): Scope {
  const clauses = actor.standings.flatMap(({ role, unit }) =>
    GRANTS.filter((grant) => grant.role === role && grant.actions.includes('read')).map((grant) =>
      clauseOf(grant, unit),
    ),
  );
  return { person: actor.person, clauses };
}

/** Units whose unclaimed reports wait for this person: where a standing lets them take what the unit has. */
export function unitsServed(actor: Actor): string[] {
  const serves = ({ role }: Standing) =>
    GRANTS.some((grant) => grant.role === role && grant.actions.includes('take'));
  return [...new Set(actor.standings.filter(serves).map(({ unit }) => unit))];
}

/** Whether whoever has the role has a right to some report of a type. */
export function roleHas(role: Role, right: Action, type: ReportLabel): boolean {
  return GRANTS.some(
    (grant) => grant.role === role && grant.types.includes(type) && grant.actions.includes(right),
  );
}

export function inScope(scope: Scope, report: Protected): boolean {
  return scope.clauses.some((clause) => covers(clause, scope.person, report));
}

/** Who can, for the words of a refusal; only said to someone who may see the report. */
export function rolesFor(action: Action, report: Protected): Role[] {
  const roles = GRANTS.filter(
    (grant) =>
      grant.actions.includes(action) &&
      grant.types.includes(report.type) &&
      grant.visibilities.includes(report.visibility),
  ).map((grant) => grant.role);
  return [...new Set(roles)];
}

function clauseOf(grant: Grant, unit: string): ScopeClause {
  return { types: grant.types, visibilities: grant.visibilities, where: grant.where, unit };
}

function covers(clause: ScopeClause, person: string, report: Protected): boolean {
  return (
    clause.types.includes(report.type) &&
    clause.visibilities.includes(report.visibility) &&
    stands(clause, person, report)
  );
}

function stands(clause: ScopeClause, person: string, report: Protected): boolean {
  switch (clause.where) {
    case 'own':
      return report.reporter === person;
    case 'followed':
      return report.followers.includes(person);
    case 'under':
      return report.line.includes(clause.unit);
    case 'primary':
      return report.primary === clause.unit;
    case 'assigned':
      return report.primary === clause.unit || report.copies.includes(clause.unit);
    case 'referred':
      return report.referrals.includes(clause.unit);
    case 'everywhere':
      return true;
  }
}
