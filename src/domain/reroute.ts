import type { Instant } from './business-time.ts';
import { canonical, type EventFacts, type NewEvent } from './ledger.ts';
import type { Filing, Report } from './report.ts';
import type { Route } from './routing.ts';
import { strictest, type Visibility } from './visibility.ts';

/** What the ledger says of a route. */
export function routedFacts(type: Filing['type'], route: Route): EventFacts {
  return {
    primary: route.primary,
    copies: route.copies,
    referrals: route.referrals,
    visibility: beforeTriage(type, route.visibility),
    escalation: route.escalation,
    rules: route.rules.map(({ id, version }) => `${id}@${version}`),
  };
}

/** A voice is open only after triage has looked at it. */
function beforeTriage(type: Filing['type'], visibility: Visibility): Visibility {
  return type === 'customer_voice' && visibility === 'open' ? 'units' : visibility;
}

/**
 * What the rules say now, put together with what has been decided since. Whoever had it keeps it: this adds units and
 * narrows visibility, and never takes a report away. Nothing when nothing changes.
 */
export function rerouted(report: Report, route: Route, by: { actor: string; at: Instant }): NewEvent[] {
  const both = <T>(had: readonly T[], gets: readonly T[]) => [...new Set([...had, ...gets])];
  const joined: Route = {
    primary: report.primary,
    copies: both(report.copies, [route.primary, ...route.copies]).filter((unit) => unit !== report.primary),
    referrals: both(report.referrals, route.referrals),
    escalation: both(report.escalation, route.escalation),
    visibility: strictest([report.visibility, route.visibility]),
    rules: [
      ...report.rules,
      ...route.rules.filter((rule) => !report.rules.some((had) => had.id === rule.id)),
    ],
  };
  const { primary, copies, referrals, escalation, visibility, rules } = report;
  const same = canonical(joined) === canonical({ primary, copies, referrals, escalation, visibility, rules });
  return same ? [] : [{ ...by, kind: 'routed', facts: routedFacts(report.type, joined), content: null }];
}
