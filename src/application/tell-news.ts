import { newsView, toldOf } from '../domain/news.ts';
import { may } from '../domain/permission.ts';
import type { Report } from '../domain/report.ts';
import type { Transaction } from './ports.ts';
import { actorNow, personNow, type Surroundings } from './surroundings.ts';
import { tellPerson } from './tell-person.ts';

/**
 * Tells the reporter, and everybody who follows the report, what has happened to it since a step. Whoever did it knows.
 * @param since sequence number of the last event that they have been told of
 */
export async function tellNews(
  deps: Surroundings,
  tx: Transaction,
  report: Report,
  since: number,
): Promise<void> {
  for (const step of report.steps.filter(({ seq }) => seq > since)) {
    const view = newsView(deps.catalogue, report, deps.catalogue.calendar, step);
    if (!view) continue;
    for (const person of toldOf(report, step)) {
      const shown = mayRead(deps, report, person) ? view : { ...view, buttons: [] };
      await tellPerson(deps, tx, { person, view: shown, key: `news:${report.number}:${step.seq}:${person}` });
    }
  }
}

/** Whoever follows a report that was merged into one they may not read hears of it, and has nothing to press. */
function mayRead(deps: Surroundings, report: Report, id: string): boolean {
  const now = personNow(deps, id);
  return now !== null && may(actorNow(deps, now.person), 'read', report);
}
