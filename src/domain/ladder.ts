import { localOf, type Calendar, type Instant } from './business-time.ts';
import { lineOf, ROLES, type Organization, type Role } from './organization.ts';
import type { Report } from './report.ts';

/** One step up the tree: whoever has the role in the unit, or anywhere where it is the role of a single place. */
export interface Rung {
  role: Role;
  /** Null: whichever unit has it. */
  unit: string | null;
}

/** Who is called by what is said in a channel, besides being told: nobody else there, and it gives nobody a right. */
export interface Calling {
  role: Role;
  /** Whose role it is. */
  unit: string;
  people: readonly string[];
}

/** The top of the tree; nobody above is told by a clock. */
const TOP: Role = 'vice_president';
const ABOVE_TOP: ReadonlySet<string> = new Set<string>(['president']);
/** Roles that every unit has people in; any other role is held in one place. */
const IN_A_UNIT: ReadonlySet<Role> = new Set<Role>(['handler', 'manager', 'office_head', 'deputy_head']);

export type Climbing = Pick<Report, 'type' | 'primary' | 'escalation' | 'filing' | 'filedAt'>;

/**
 * Who is told one after another when nothing happens: what the routing rules name, the managers of every unit above,
 * and at the top the vice president. Nobody for what is sealed; a drill stays in its own unit.
 */
export function ladderOf(report: Climbing, organization: Organization, calendar: Calendar): Rung[] {
  if (report.type === 'compliance') return [];
  const { primary, escalation, filing, filedAt } = report;
  const named = escalation
    .filter((name) => name !== TOP && !ABOVE_TOP.has(name))
    .map((name) => rungOf(name, primary));
  const inUnit = named.length > 0 ? named : [{ role: 'manager' as const, unit: primary }];
  const outside = ({ unit }: Rung) => unit !== primary;
  if (filing.drill) return inUnit.filter((rung) => !outside(rung));
  return distinct([...inUnit, ...above(organization, primary, calendar, filedAt), { role: TOP, unit: null }]);
}

function rungOf(name: string, primary: string): Rung {
  const role = ROLES.find((one) => one === name);
  if (role === undefined) return { role: 'manager', unit: name };
  return { role, unit: IN_A_UNIT.has(role) ? primary : null };
}

/** By the tree of the day of filing, so that a report climbs the same ladder to its end. */
function above(organization: Organization, unit: string, calendar: Calendar, at: Instant): Rung[] {
  const [, ...line] = lineOf(organization, unit, localOf(calendar, at).date);
  return line
    .filter((id) => organization.units.get(id)?.kind !== 'executive')
    .map((id) => ({ role: 'manager' as const, unit: id }));
}

function distinct(rungs: readonly Rung[]): Rung[] {
  return rungs.filter(
    ({ role, unit }, index) =>
      rungs.findIndex((other) => other.role === role && other.unit === unit) === index,
  );
}
