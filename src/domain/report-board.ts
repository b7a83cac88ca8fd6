import type { DueSpan } from './due-span.ts';
import type { Actor, Organization } from './organization.ts';
import { lasts } from './organization.ts';
import { GRANTS } from './grants.ts';
import { unitsServed } from './permission.ts';
import type { LocalDate } from './business-time.ts';
import type { Level } from './severity.ts';
import type { Phase } from './workflow.ts';

/** What the columns of a department's board are; each is a list of its own. */
export type BoardColumn =
  { by: 'phase'; is: Phase } | { by: 'due'; is: DueSpan } | { by: 'severity'; is: Level };

export const BOARD_COLUMNS = {
  phase: ['new', 'acknowledged', 'in_progress', 'decided', 'closed'],
  due: ['overdue', 'today', 'rest_of_week', 'later', 'none'],
  severity: [4, 3, 2, 1, 0],
} as const satisfies { [By in BoardColumn['by']]: readonly Extract<BoardColumn, { by: By }>['is'][] };

/** What was finished stays on the board for so many days. */
export const CLOSED_SHOWN_DAYS = 14;

export function columnsBy(by: BoardColumn['by']): BoardColumn[] {
  return BOARD_COLUMNS[by].map((is) => ({ by, is }) as BoardColumn);
}

/** Units whose boards a person may look at, their own first. What stands there is decided by their rights alone. */
export function boardsOf(actor: Actor, organization: Organization, today: LocalDate): string[] {
  const served = unitsServed(actor);
  if (!looksAround(actor)) return served;
  const departments = [...organization.units.values()]
    .filter((unit) => unit.kind === 'department' && lasts(unit, today))
    .map(({ id }) => id);
  return [...new Set([...served, ...departments])];
}

/** Whoever reads what other units have: heads, the second and third line, the executives. */
function looksAround(actor: Actor): boolean {
  return actor.standings.some(({ role }) =>
    GRANTS.some(
      (grant) =>
        grant.role === role &&
        grant.actions.includes('read') &&
        grant.visibilities.includes('units') &&
        (grant.where === 'everywhere' || grant.where === 'under'),
    ),
  );
}
