import { SYSTEM } from '../domain/impersonal-actors.ts';
import { linksOf, unlinkOf } from '../domain/links.ts';
import type { Report } from '../domain/report.ts';
import type { Transaction } from './ports.ts';
import { postCards } from './post-cards.ts';
import { record } from './record-event.ts';
import { moment, type Surroundings } from './surroundings.ts';

/** Whoever may see a linked report, but not this one any more, no longer reads its number there. */
export async function renewLinks(deps: Surroundings, tx: Transaction, report: Report): Promise<void> {
  const { now } = moment(deps);
  for (const { number } of report.links) {
    const other = await tx.reports.lock(number);
    if (!other?.links.some((link) => link.number === report.number)) continue;
    const events = [unlinkOf(report, SYSTEM, now), ...linksOf([report], SYSTEM, now)];
    await postCards(deps, tx, await record(deps, tx, other, events));
  }
}
