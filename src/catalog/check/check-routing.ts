import { ROLES, type Organization } from '../../domain/organization.ts';
import type { OwnershipTable } from '../../domain/ownership.ts';
import type { RoutingRule, RoutingTable, UnitRef } from '../../domain/routing.ts';
import { problemAt, type CatalogueProblem } from '../catalogue-problem.ts';
import type { FactVocabulary } from '../fact-vocabulary.ts';
import type { Source, SourcePath } from '../source/source.ts';
import { checkCondition } from './check-condition.ts';

type Units = Organization['units'];

/** Units, roles and facts that rules name exist, and no rule has two versions on one day. */
export function checkRouting(
  source: Source,
  table: RoutingTable,
  units: Units | null,
  facts: FactVocabulary | null,
): CatalogueProblem[] {
  return [
    ...table.rules.flatMap((rule, index) => [
      ...(facts ? checkCondition(source, ['rules', index, 'when'], rule.when, facts) : []),
      ...(units ? ruleUnits(source, ['rules', index], rule, units) : []),
      ...overlap(source, index, table.rules),
    ]),
    ...(units ? ruleUnits(source, ['otherwise'], table.otherwise, units) : []),
  ];
}

export function checkOwnership(
  source: Source,
  table: OwnershipTable,
  units: Units | null,
  facts: FactVocabulary | null,
): CatalogueProblem[] {
  const ids = table.rows.map(({ id }) => id);
  return [
    ...table.rows.flatMap((row, index) => [
      ...(facts ? checkCondition(source, ['rows', index, 'when'], row.when, facts) : []),
      ...(units ? unitProblem(source, ['rows', index, 'unit'], { unit: row.unit }, units) : []),
      ...(ids.indexOf(row.id) < index
        ? [problemAt(source, ['rows', index, 'id'], 'duplicate_id', { id: row.id })]
        : []),
    ]),
    ...(units ? unitProblem(source, ['otherwise'], { unit: table.otherwise }, units) : []),
  ];
}

function ruleUnits(source: Source, path: SourcePath, rule: RoutingRule, units: Units): CatalogueProblem[] {
  return [
    ...(rule.primary ? unitProblem(source, [...path, 'primary'], rule.primary, units) : []),
    ...rule.copies.flatMap((ref, index) => unitProblem(source, [...path, 'copies', index], ref, units)),
    ...rule.referrals.flatMap((ref, index) => unitProblem(source, [...path, 'referrals', index], ref, units)),
    ...rule.escalation.flatMap((step, index) =>
      (ROLES as readonly string[]).includes(step) || units.has(step)
        ? []
        : [problemAt(source, [...path, 'escalation', index], 'unknown_escalation', { step })],
    ),
  ];
}

function unitProblem(source: Source, path: SourcePath, ref: UnitRef, units: Units): CatalogueProblem[] {
  return 'relative' in ref || units.has(ref.unit)
    ? []
    : [problemAt(source, path, 'unknown_unit', { unit: ref.unit })];
}

/** The same rule twice on one day would be counted twice. */
function overlap(source: Source, index: number, rules: readonly RoutingRule[]): CatalogueProblem[] {
  const rule = rules[index];
  if (!rule) return [];
  const before = rules.slice(0, index).filter(({ id }) => id === rule.id);
  if (!before.some((other) => other.version === rule.version || shareADay(other, rule))) return [];
  return [
    problemAt(source, ['rules', index, 'id'], 'versions_overlap', { rule: rule.id, version: rule.version }),
  ];
}

function shareADay(one: RoutingRule, other: RoutingRule): boolean {
  return (
    (one.validUntil === null || other.validFrom <= one.validUntil) &&
    (other.validUntil === null || one.validFrom <= other.validUntil)
  );
}
