import { named } from '../byline.ts';
import { notice } from '../dialog/question-view.ts';
import type { EventFacts } from '../ledger.ts';
import { noteOf } from '../note.ts';
import type { Actor } from '../organization.ts';
import { approversFor } from '../people-who.ts';
import { phrase } from '../phrase.ts';
import type { Requested } from '../requests.ts';
import { statusButton } from '../report-buttons.ts';
import { button } from '../view.ts';
import type { ActContext, Deed } from './act.ts';
import { requestedPhrase } from './requested-phrase.ts';

/**
 * Asks a second person: what is asked for is written with its reason, and those who can approve are told.
 * @param can who can, where that is not everybody with the right to approve
 */
export function request(
  on: ActContext,
  what: Requested,
  facts: EventFacts,
  reason: string,
  can?: (actor: Actor) => boolean,
): Deed {
  const { rules, report, actor, now, today } = on;
  const seq = report.head.seq + 1;
  const asked = { seq, what, by: named(actor), at: now, facts, reason };
  const view = notice(
    [
      phrase('request.asked', { number: report.number, person: named(actor) }),
      requestedPhrase(report, asked),
      phrase('act.reason.said', { text: reason }),
    ],
    [
      button({ action: 'approve', report: report.number }, phrase('act.approve'), 'primary'),
      button({ action: 'decline', report: report.number }, phrase('act.decline')),
      statusButton(report),
    ],
  );
  return {
    said: notice([phrase('request.sent')]),
    events: [
      { kind: 'requested', actor: actor.person, at: now, facts: { what, ...facts }, content: noteOf(reason) },
    ],
    errands: approversFor(rules.organization, report, actor, today, can).map((person) => ({
      kind: 'tell',
      person,
      view,
      key: `request:${seq}:${person}`,
    })),
  };
}
