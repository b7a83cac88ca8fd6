import { deliverDue } from '../application/deliver.ts';
import { keepWorking, type Workers } from '../application/keep-working.ts';
import { loseChannel } from '../application/lose-channel.ts';
import { createPaces } from '../application/pace.ts';
import type { Address } from '../application/ports.ts';
import type { Surroundings } from '../application/surroundings.ts';
import { sweepInbox, workInbox } from '../application/work-inbox.ts';
import type { Store } from '../storage/open-store.ts';
import type { LivingReach } from './living-reach.ts';

/** Who works on what was received, and brings what is to be said. */
export function employWorkers(surroundings: Surroundings, store: Store, reach: LivingReach): Workers {
  const inbox = {
    ...surroundings,
    unitOfWork: store.work,
    inboxQueue: store.inbox,
    onAnswered: () => void workers.outbox(),
  };
  const paces = createPaces((platform) => surroundings.messenger.paces(platform), {
    elapsed: () => performance.now(),
    now: () => surroundings.clock.now(),
  });
  const losing = {
    ...surroundings,
    reachBook: store.reach,
    unitOfWork: store.work,
    onReachChanged: () => reach.refresh(),
  };
  const delivery = {
    ...surroundings,
    outboxQueue: store.outbox,
    postings: store.postings,
    reader: store.reports,
    paces,
    onLost: (channel: Address) => loseChannel(losing, channel),
  };
  const workers: Workers = keepWorking({
    inboxOf: (person) => workInbox(inbox, person),
    inbox: () => sweepInbox(inbox),
    outbox: () => deliverDue(delivery),
    nextDue: () => store.outbox.nextDue(paces.resting()),
    now: () => surroundings.clock.now(),
    log: surroundings.log,
  });
  return workers;
}
