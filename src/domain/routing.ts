import type { LocalDate } from './business-time.ts';
import { holds, type Condition, type Facts } from './condition.ts';
import { strictest, type Visibility } from './visibility.ts';

/** Units that depend on the report: its owner, its office's block or region, the office itself. */
export const RELATIVE_UNITS = ['owner', 'block', 'region', 'office'] as const;
export type RelativeUnit = (typeof RELATIVE_UNITS)[number];

/** `$owner` in YAML is { relative: 'owner' }, anything else is a unit id. */
export type UnitRef = { unit: string } | { relative: RelativeUnit };

export interface RoutingRule {
  id: string;
  version: number;
  validFrom: LocalDate;
  validUntil: LocalDate | null;
  when: Condition;
  primary: UnitRef | null;
  copies: readonly UnitRef[];
  /** Units told the number only, nothing else (a suspected violation inside a voice). */
  referrals: readonly UnitRef[];
  /** Nobody else is copied, whatever other rules say, until triage. */
  alone: boolean;
  visibility: Visibility;
  /** Roles or units told when nobody acknowledges, in order. */
  escalation: readonly string[];
}

export interface RoutingTable {
  rules: readonly RoutingRule[];
  /** Holds for whatever no rule with a primary matches: makes routing total. */
  otherwise: RoutingRule & { primary: UnitRef };
}

export interface Route {
  primary: string;
  copies: string[];
  referrals: string[];
  visibility: Visibility;
  escalation: string[];
  /** Every rule that matched, for the card and the ledger [requirement 5]. */
  rules: { id: string; version: number }[];
}

/** Turns a reference into a unit that lives on the date; undefined when there is none (an office without a region). */
export type Resolve = (ref: UnitRef) => string | undefined;

/** The first match that names one is accountable; every match copies; the strictest visibility wins. */
export function route(table: RoutingTable, facts: Facts, date: LocalDate, resolve: Resolve): Route {
  const matched = table.rules.filter((rule) => inForce(rule, date) && holds(rule.when, facts));
  const named = matched.some((rule) => rule.primary !== null && resolve(rule.primary) !== undefined);
  const matches = named ? matched : [...matched, table.otherwise];
  const primary = firstDefined(matches.map((rule) => rule.primary && resolve(rule.primary)));
  if (primary === undefined) throw new Error(`routing is not total on ${date}`);
  const deciding = matches.some((rule) => rule.alone) ? matches.filter((rule) => rule.alone) : matches;
  return {
    primary,
    copies: resolved(deciding, (rule) => rule.copies, resolve).filter((unit) => unit !== primary),
    referrals: resolved(matches, (rule) => rule.referrals, resolve),
    visibility: strictest(matches.map((rule) => rule.visibility)),
    escalation: [...new Set(deciding.flatMap((rule) => rule.escalation))],
    rules: matches.map(({ id, version }) => ({ id, version })),
  };
}

export function inForce(rule: RoutingRule, date: LocalDate): boolean {
  return rule.validFrom <= date && (rule.validUntil === null || date <= rule.validUntil);
}

function resolved(
  rules: readonly RoutingRule[],
  of: (rule: RoutingRule) => readonly UnitRef[],
  resolve: Resolve,
): string[] {
  return [
    ...new Set(
      rules
        .flatMap(of)
        .map(resolve)
        .filter((unit) => unit !== undefined),
    ),
  ];
}

function firstDefined(units: readonly (string | undefined | null)[]): string | undefined {
  return units.find((unit) => unit !== undefined && unit !== null) ?? undefined;
}
