import { ACTIONS, GRANTS, type Action, type Where } from './grants.ts';
import { ROLES, type Role } from './organization.ts';
import { REPORT_LABELS, type ReportLabel } from './understanding.ts';
import { VISIBILITIES, type Visibility } from './visibility.ts';

/** Who may do what to the reports of one type: a row for each action anybody has, a column for each role that has any. */
export interface RightsTable {
  type: ReportLabel;
  roles: readonly Role[];
  rows: readonly { action: Action; cells: readonly (readonly Right[])[] }[];
}

/** `until` is the narrowest circle of readers for which it holds. */
export interface Right {
  where: Where;
  until: Visibility;
}

/** The grants as tables, in the order of actions and roles; nothing is in them that no grant says. */
export function rightsTables(): RightsTable[] {
  return REPORT_LABELS.map((type) => {
    const grants = GRANTS.filter(({ types }) => types.includes(type));
    const roles = ROLES.filter((role) => grants.some((grant) => grant.role === role));
    const actions = ACTIONS.filter((action) => grants.some((grant) => grant.actions.includes(action)));
    const rows = actions.map((action) => ({
      action,
      cells: roles.map((role) =>
        grants
          .filter((grant) => grant.role === role && grant.actions.includes(action))
          .map(({ where, visibilities }) => ({ where, until: narrowest(visibilities) })),
      ),
    }));
    return { type, roles, rows };
  });
}

function narrowest(visibilities: readonly Visibility[]): Visibility {
  return VISIBILITIES.findLast((one) => visibilities.includes(one)) ?? 'open';
}
