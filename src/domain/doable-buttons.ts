import type { ActContext } from './acts/act.ts';
import { actsFor } from './acts/acts.ts';
import { actButton } from './card-view.ts';
import { may } from './permission.ts';
import { addButton } from './report-buttons.ts';
import type { Button } from './view.ts';

/** Everything that this person can do to the report now, in the order of a report's page. */
export function doableButtons(on: ActContext): Button[] {
  const { actor, report } = on;
  const acts = actsFor(on).map((act) => actButton(act, report));
  return may(actor, 'add', report) ? [...acts, addButton(report)] : acts;
}
