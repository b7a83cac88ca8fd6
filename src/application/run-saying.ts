import type { Errand } from '../domain/acts/act.ts';
import { pressableView } from '../domain/pressable-view.ts';
import type { Report } from '../domain/report.ts';
import type { Address, Transaction } from './ports.ts';
import { postToUnit } from './post-to-unit.ts';
import { moment, type Surroundings } from './surroundings.ts';
import { recipientOf, tell } from './tell-person.ts';

/** What is said about a report besides its card: to one person, or in the channels of one unit. */
export type Saying = Extract<Errand, { kind: 'tell' | 'post' }>;

/** Queued in the caller's transaction; the key makes it said once. */
export async function runSaying(
  deps: Pick<Surroundings, 'directory' | 'catalogue' | 'clock' | 'messenger'>,
  tx: Transaction,
  report: Report,
  saying: Saying,
): Promise<void> {
  const key = `${report.number}:${saying.key}`;
  const isSaid = ({ platform }: Address) => !saying.relayed || !deps.messenger.hasThreads(platform);
  if (saying.kind === 'post') {
    const { unit, view, mention, calls } = saying;
    return postToUnit(deps, tx, { unit, view, key, mention, calls }, isSaid);
  }
  const { person } = saying;
  const recipient = await recipientOf(deps, tx, person);
  if (!isSaid(recipient.to)) return;
  const reader = { person, organization: deps.catalogue.organization, today: moment(deps).today };
  await tell(tx, recipient, { view: pressableView(saying.view, report, reader), key });
}
