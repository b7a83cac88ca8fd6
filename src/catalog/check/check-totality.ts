import type { Rules } from '../../domain/assessment.ts';
import type { LocalDate } from '../../domain/business-time.ts';
import type { Facts } from '../../domain/condition.ts';
import { lasts, type Organization, type Unit } from '../../domain/organization.ts';
import type { ReportType, Subtype } from '../../domain/report-type.ts';
import { inForce, type RoutingRule, type UnitRef } from '../../domain/routing.ts';
import { LEVELS, type Level } from '../../domain/severity.ts';
import type { ProblemValues } from '../catalogue-problem.ts';
import { breakpoints } from './breakpoints.ts';
import { certaintyOf } from './certainty.ts';
import { kindsOfPlace, lives, livesAbove } from './living-units.ts';

/** A case in which a report would have nobody accountable, or would be seen by somebody who must not. */
export interface TotalityHole {
  problem: 'no_primary' | 'not_surely_sealed' | 'unit_gone' | 'office_without_block';
  /** The rule, the row of the ownership table or the office to mend; null when it is the routing as a whole. */
  of: { kind: 'rule'; id: string; version: number } | { kind: 'row' | 'office'; id: string } | null;
  values: ProblemValues;
}

/**
 * Routing is total when every type, subtype and level, found anywhere, on any day since the first rule, surely has a
 * living accountable unit. Nothing changes between two breakpoints, so that one day of each stretch is enough.
 */
export function checkTotality(rules: Rules): TotalityHole[] {
  const dates = breakpoints(rules);
  return [
    ...oncePer(
      dates.flatMap((date) => unaccountable(rules, date)),
      ({ values }) => `${values['type']}`,
    ),
    ...oncePer(
      dates.flatMap((date) => unsealed(rules, date)),
      ({ values }) => `${values['type']}`,
    ),
    ...oncePer(
      dates.flatMap((date) => goneUnits(rules, date)),
      ({ of, values }) => `${of?.kind} ${of?.id} ${values['unit']}`,
    ),
    ...oncePer(
      dates.flatMap((date) => withoutBlock(rules.organization, date)),
      ({ of }) => `${of?.id}`,
    ),
  ];
}

function unaccountable(rules: Rules, date: LocalDate): TotalityHole[] {
  const places = kindsOfPlace(rules.organization, date);
  return matters(rules).flatMap((matter) => {
    const refs = sureRules(rules, matter, date).flatMap(({ primary }) => primary ?? []);
    const place = places.find((one) => !refs.some((ref) => resolves(rules, ref, one, date)));
    return place
      ? [{ problem: 'no_primary' as const, of: null, values: { ...named(matter), date, unit: place } }]
      : [];
  });
}

function unsealed(rules: Rules, date: LocalDate): TotalityHole[] {
  return matters(rules)
    .filter(
      ({ type, ...matter }) => type.sealed && !sureRules(rules, { type, ...matter }, date).some(isSealed),
    )
    .map((matter) => ({ problem: 'not_surely_sealed', of: null, values: { ...named(matter), date } }));
}

function goneUnits({ routing, ownership, organization }: Rules, date: LocalDate): TotalityHole[] {
  const gone = (unit: string) => !lives(organization, unit, date);
  const inRules = [...routing.rules, routing.otherwise]
    .filter((rule) => inForce(rule, date))
    .flatMap((rule) =>
      unitsOf(rule, organization)
        .filter(gone)
        .map((unit): TotalityHole => ({
          problem: 'unit_gone',
          of: { kind: 'rule', id: rule.id, version: rule.version },
          values: { unit, date },
        })),
    );
  const rows = [...ownership.rows, { id: 'otherwise', unit: ownership.otherwise }];
  const inRows = rows
    .filter(({ unit }) => gone(unit))
    .map(({ id, unit }): TotalityHole => ({
      problem: 'unit_gone',
      of: { kind: 'row', id },
      values: { unit, date },
    }));
  return [...inRules, ...inRows];
}

function withoutBlock(organization: Organization, date: LocalDate): TotalityHole[] {
  return [...organization.units.values()]
    .filter(
      (unit) =>
        unit.kind === 'office' && lasts(unit, date) && !livesAbove(organization, unit.id, 'block', date),
    )
    .map(({ id }) => ({
      problem: 'office_without_block',
      of: { kind: 'office', id },
      values: { office: id, date },
    }));
}

interface Kind {
  type: ReportType;
  subtype: Subtype;
  level: Level;
}

/** Types without severity rows have no level; in all others a person may set any. */
function matters({ types }: Rules): Kind[] {
  return [...types.values()].flatMap((type) =>
    type.subtypes.flatMap((subtype) =>
      LEVELS.filter((level) => (level === 0) === (type.severity.rows.length === 0)).map((level) => ({
        type,
        subtype,
        level,
      })),
    ),
  );
}

function named({ type, subtype, level }: Kind): ProblemValues {
  return { type: type.id, subtype: subtype.id, level: level === 0 ? 'none' : `S${level}` };
}

const SETTLED: ReadonlySet<string> = new Set(['type', 'subtype', 'focus', 'level']);

/** Rules that hold for the kind of matter whatever else is known of it. */
function sureRules({ routing }: Rules, { type, subtype, level }: Kind, date: LocalDate): RoutingRule[] {
  const facts: Facts = { type: type.id, subtype: subtype.id, focus: subtype.focus, level };
  return [...routing.rules, routing.otherwise].filter(
    (rule) => inForce(rule, date) && certaintyOf(rule.when, facts, SETTLED) === 'always',
  );
}

function isSealed({ visibility }: RoutingRule): boolean {
  return visibility === 'sealed';
}

function resolves({ organization, ownership }: Rules, ref: UnitRef, place: string, date: LocalDate): boolean {
  if ('unit' in ref) return lives(organization, ref.unit, date);
  switch (ref.relative) {
    case 'owner':
      return [...ownership.rows.map(({ unit }) => unit), ownership.otherwise].every((unit) =>
        lives(organization, unit, date),
      );
    case 'office':
      return true;
    case 'block':
    case 'region':
      return livesAbove(organization, place, ref.relative, date);
  }
}

/** Fixed units that a rule names; escalation also names roles. */
function unitsOf(rule: RoutingRule, organization: { units: ReadonlyMap<string, Unit> }): string[] {
  const refs = [...(rule.primary ? [rule.primary] : []), ...rule.copies, ...rule.referrals];
  const escalation = rule.escalation.filter((step) => organization.units.has(step));
  return [...refs.flatMap((ref) => ('unit' in ref ? [ref.unit] : [])), ...escalation];
}

/** The earliest hole of each kind: the days after it would say the same again. */
function oncePer(holes: readonly TotalityHole[], key: (hole: TotalityHole) => string): TotalityHole[] {
  const first = new Map<string, TotalityHole>();
  for (const hole of holes) if (!first.has(key(hole))) first.set(key(hole), hole);
  return [...first.values()];
}
