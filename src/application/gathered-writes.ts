import type { Address, OutgoingMessage, ReportChange, Transaction, Worker } from './ports.ts';

/** A transaction whose writes about several reports wait until all of them are known. */
export interface GatheredWrites {
  /** Reads as ever. Each report is appended to once, and nobody reads what waits to be written. */
  tx: Transaction;
  /** Writes what waits, a statement for each kind of it. */
  write(): Promise<void>;
}

/** For what is done about many reports at once: they are written and spoken of together, and people are looked up once. */
export function gatherWrites(tx: Transaction): GatheredWrites {
  const changes: ReportChange[] = [];
  const messages: OutgoingMessage[] = [];
  const workers = new Set<Worker>();
  const append = (more: readonly ReportChange[]) => Promise.resolve(void changes.push(...more));
  const enqueue = (more: readonly OutgoingMessage[]) => Promise.resolve(void messages.push(...more));
  return {
    tx: {
      ...tx,
      reports: { ...tx.reports, append },
      outbox: { enqueue },
      conversations: {
        ...tx.conversations,
        placeOf: once<Address | null>((person) => tx.conversations.placeOf(person)),
      },
      preferences: { ...tx.preferences, of: once((person) => tx.preferences.of(person)) },
      wake: (worker) => Promise.resolve(void workers.add(worker)),
    },
    async write() {
      await tx.reports.append(changes);
      await tx.outbox.enqueue(messages);
      for (const worker of workers) await tx.wake(worker);
    },
  };
}

function once<Found>(find: (person: string) => Promise<Found>): (person: string) => Promise<Found> {
  const found = new Map<string, Promise<Found>>();
  return (person) => {
    const known = found.get(person) ?? find(person);
    found.set(person, known);
    return known;
  };
}
