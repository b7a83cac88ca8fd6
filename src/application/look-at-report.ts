import { detailsView, whyRouteView } from '../domain/details-view.ts';
import { doableButtons } from '../domain/doable-buttons.ts';
import type { Look } from '../domain/is-look.ts';
import type { Actor } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import type { Problem } from '../domain/problems.ts';
import type { Report } from '../domain/report.ts';
import { statusView } from '../domain/reporter-view.ts';
import { ok, type Result } from '../domain/result.ts';
import type { View } from '../domain/view.ts';
import { whyDueView } from '../domain/why-due.ts';
import { actContext } from './act-context.ts';
import { checkRight } from './check-right.ts';
import type { Surroundings } from './surroundings.ts';

export function lookAtReport(
  deps: Surroundings,
  actor: Actor,
  found: Report | null,
  what: Look,
): Result<View, Problem> {
  const right = checkRight(actor, 'read', found);
  if (!right.ok) return right;
  const report = right.value;
  const { catalogue } = deps;
  switch (what) {
    case 'details':
      return ok(detailsFor(deps, actor, report));
    case 'status':
      return ok(statusView(catalogue, report, catalogue.calendar, { by: 'number', viewer: actor.person }));
    case 'why_route':
      return ok(whyRouteView(report));
    case 'why_due':
      return ok(whyDueView(catalogue, report, catalogue.calendar, may(actor, 'comment', report)));
  }
}

/** With everything that the reader can do: a card has room for three, and a chat has no page of the report. */
function detailsFor(deps: Surroundings, actor: Actor, report: Report): View {
  const view = detailsView(deps.catalogue, report, may(actor, 'comment', report));
  return { ...view, buttons: [...doableButtons(actContext(deps, actor, report)), ...view.buttons] };
}
