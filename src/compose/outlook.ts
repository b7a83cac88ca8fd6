import type { Catalogue, Hash, Log } from '../application/ports.ts';
import { outlookOf } from '../domain/outlook.ts';
import type { Store } from '../storage/open-store.ts';
import type { OutlookOf } from '../storage/report-row.ts';

/** Raised when the way of working it out changes, so that what is stored is worked out again. */
const METHOD = 3;

/** What comes next of a report by the organisation's data, and a fingerprint of that data. */
export function outlooks(
  { types, organization, calendar }: Catalogue,
  hash: Hash,
): { outlookOf: OutlookOf; rules: string } {
  const read = [...types.values()].map(({ id, workflow, clocks, promises }) => ({
    id,
    states: workflow.states,
    clocks,
    promises,
  }));
  const { holidays, ...hours } = calendar;
  // The tree that an escalation climbs.
  const tree = [...organization.units.values()].map(({ id, kind, parents }) => ({ id, kind, parents }));
  return {
    outlookOf: (report) => outlookOf({ types, organization }, report, calendar),
    rules: hash.sha256(JSON.stringify([METHOD, read, tree, hours, [...holidays].sort()])),
  };
}

/**
 * After a change of the rules, what is stored is worked out again beside the work: until that is done, lists are in
 * the order of before.
 */
export function refreshingOutlooks(
  store: Pick<Store, 'refreshOutlooks'>,
  rules: string,
  log: Log,
): { start(): void; stop(): Promise<void> } {
  const stopping = new AbortController();
  let done = Promise.resolve();
  return {
    start: () => {
      done = store
        .refreshOutlooks(rules, stopping.signal)
        .catch(() => log.warn('what comes next was not worked out again; the next start tries again'));
    },
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}
