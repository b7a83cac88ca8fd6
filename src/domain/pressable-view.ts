import { actOf } from './acts/acts.ts';
import type { LocalDate } from './business-time.ts';
import { actorPresent } from './deputy.ts';
import type { Action } from './grants.ts';
import type { Organization } from './organization.ts';
import { may } from './permission.ts';
import type { Report } from './report.ts';
import type { Press, View } from './view.ts';

/**
 * What somebody is told of a report, with those of its buttons that do something for them. Whoever follows a report
 * that they may not read, because theirs was merged into it or because it has become narrower, hears of it all the
 * same.
 */
export function pressableView(
  view: View,
  report: Report,
  reader: { person: string; organization: Pick<Organization, 'people'>; today: LocalDate },
): View {
  const actor = actorPresent(reader.organization, reader.person, reader.today);
  const buttons = view.buttons.filter(
    ({ press }) => press.report !== report.number || may(actor, rightTo(press), report),
  );
  return { ...view, buttons };
}

/** Everything else that a report's button does shows something of it. */
function rightTo(press: Press): Action {
  return press.action === 'add' ? 'add' : (actOf(press)?.act.right ?? 'read');
}
