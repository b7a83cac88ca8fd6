import { clockDeed } from '../domain/clock-deed.ts';
import { isKnownOverdue } from '../domain/known-overdue.ts';
import type { Report } from '../domain/report.ts';
import { gatherWrites } from './gathered-writes.ts';
import type { Transaction, UnitOfWork } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
import { runSaying } from './run-saying.ts';
import { moment, type Surroundings } from './surroundings.ts';

export interface ClockKeeping extends Pick<
  Surroundings,
  'catalogue' | 'clock' | 'ids' | 'hash' | 'log' | 'directory' | 'messenger'
> {
  unitOfWork: UnitOfWork;
}

/** So few that whoever acts on one of them waits no longer than for another person. */
const AT_ONCE = 20;

/**
 * Every minute: whatever the clocks want done about reports by now is done, a few reports in one short transaction
 * each. Events and what is said are written together, so that an instance killed at any moment has done a report as a
 * whole or not at all; the next one, here or elsewhere, finds what is left. Returns how many reports were looked at.
 */
export async function keepClocks(deps: ClockKeeping): Promise<number> {
  const looked = new Set<string>();
  let together = AT_ONCE;
  for (;;) {
    const taken: string[] = [];
    try {
      const found = await deps.unitOfWork.transact((tx) => look(deps, tx, together, looked, taken));
      taken.forEach((id) => looked.add(id));
      if (found < together) return looked.size;
    } catch (cause) {
      // One that cannot be looked at must not keep the others from it: from here on each goes alone.
      if (taken.length === 0) throw cause;
      if (together === 1) taken.forEach((id) => looked.add(id));
      deps.log.error('clocks could not be kept', {
        reports: taken.length,
        report: together === 1 ? taken[0] : null,
        reason: cause instanceof Error ? cause.name : 'unknown',
      });
      if (isOutage(cause)) throw cause;
      together = 1;
    }
  }
}

async function look(
  deps: ClockKeeping,
  tx: Transaction,
  limit: number,
  looked: ReadonlySet<string>,
  taken: string[],
): Promise<number> {
  const { now } = moment(deps);
  const reports = await tx.reports.lockDue(now, limit, [...looked]);
  // An attempt before this one may have been rolled back.
  taken.splice(0, taken.length, ...reports.map(({ id }) => id));
  const gathered = gatherWrites(tx);
  for (const report of reports) await keep(deps, gathered.tx, report);
  await gathered.write();
  return reports.length;
}

async function keep(deps: ClockKeeping, tx: Transaction, report: Report): Promise<void> {
  const { events, errands = [] } = clockDeed(deps.catalogue, report, moment(deps).now);
  // Also without an event: when the clocks want something next may have changed with the rules.
  const kept = await record(deps, tx, report, events);
  for (const errand of errands)
    if (errand.kind === 'tell' || errand.kind === 'post') await runSaying(deps, tx, kept, errand);
  if (errands.length > 0) await tx.wake('outbox');
  const { catalogue } = deps;
  const overdue = (one: Report) => isKnownOverdue(catalogue, one, catalogue.calendar);
  // What is past its date says so on its cards from then on.
  if (overdue(kept) !== overdue(report)) await postCards(deps, tx, kept);
}

/** Failures of storage say what they are; these pass by themselves. */
function isOutage(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'unavailable' || code === 'disk_full' || code === 'conflict';
}
