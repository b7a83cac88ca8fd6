import { isUrgentNews, newsView, toldOf } from '../domain/news.ts';
import { pressableView } from '../domain/pressable-view.ts';
import type { Report } from '../domain/report.ts';
import type { Transaction } from './ports.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { recipientOf, tell, type Recipient } from './tell-person.ts';

/**
 * Tells the reporter, and everybody who follows the report, what has happened to it since a step. Whoever did it knows.
 * For those who want their news once a day it is kept until then, unless they have to act on it.
 * @param since sequence number of the last event that they have been told of
 */
export async function tellNews(
  deps: Surroundings,
  tx: Transaction,
  report: Report,
  since: number,
): Promise<void> {
  const { organization, calendar } = deps.catalogue;
  const { today } = moment(deps);
  const recipients = new Map<string, Recipient>();
  for (const step of report.steps.filter(({ seq }) => seq > since)) {
    const view = newsView(deps.catalogue, report, calendar, step);
    if (!view) continue;
    const urgent = isUrgentNews(report, step);
    for (const person of toldOf(report, step)) {
      const recipient = recipients.get(person) ?? (await recipientOf(deps, tx, person));
      recipients.set(person, recipient);
      if (!urgent && recipient.preferences.news === 'daily') {
        await tx.heldNews.hold(person, { report: report.id, seq: step.seq, at: step.at });
        continue;
      }
      const shown = pressableView(view, report, { person, organization, today });
      await tell(tx, recipient, { view: shown, key: `news:${report.number}:${step.seq}:${person}` });
    }
  }
}
