import type { ActContext } from './acts/act.ts';
import { actsFor } from './acts/acts.ts';
import { actButton } from './card-view.ts';
import { may } from './permission.ts';
import { addButton } from './report-buttons.ts';
import type { Button } from './view.ts';

/** Everything that this person can do to the report now, in the order of a report's page. */
export function doableButtons(on: ActContext): Button[] {
  const { actor, report } = on;
  const acts = actsFor(on);
  const buttons = (ending: boolean) =>
    acts.filter(({ id }) => ENDING.has(id) === ending).map((act) => actButton(act, report));
  return [...buttons(false), ...(may(actor, 'add', report) ? [addButton(report)] : []), ...buttons(true)];
}

/** What the reporter does last if at all. */
const ENDING: ReadonlySet<string> = new Set(['withdraw', 'request_withdrawal']);
