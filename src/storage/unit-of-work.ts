import type { Transaction, UnitOfWork, Worker } from '../application/ports/storage.ts';
import { candidateWriter } from './candidates.ts';
import type { Queries } from './connect-prisma.ts';
import { conversationWriter } from './conversations.ts';
import type { Database } from './database.ts';
import type { HasRoom } from './disk-room.ts';
import { inboxWriter } from './inbox.ts';
import { outboxWriter } from './outbox.ts';
import { reportReader } from './report-reader.ts';
import type { OutlookOf } from './report-row.ts';
import { reportWriter } from './reports.ts';
import { inTransaction } from './transaction.ts';

/** Runs one statement inside the caller's transaction. */
export type RunSql = (sql: string, values: readonly unknown[]) => Promise<unknown[]>;

/** Queues a wake-up of a worker inside the caller's transaction. */
export type Enqueue = (worker: Worker, run: RunSql) => Promise<void>;

export function unitOfWork(
  { prisma, hasRoom }: Database,
  enqueue: Enqueue,
  outlookOf: OutlookOf,
): UnitOfWork {
  return {
    transact: (work) =>
      inTransaction(prisma, (tx) => work(transactionOver(tx, { hasRoom, enqueue, outlookOf }))),
  };
}

interface TransactionParts {
  hasRoom: HasRoom;
  enqueue: Enqueue;
  outlookOf: OutlookOf;
}

function transactionOver(tx: Queries, { hasRoom, enqueue, outlookOf }: TransactionParts): Transaction {
  const woken = new Set<Worker>();
  return {
    inbox: inboxWriter(tx, hasRoom),
    conversations: conversationWriter(tx),
    reports: reportWriter(tx, outlookOf),
    outbox: outboxWriter(tx),
    counters: {
      async increment(name, day) {
        await tx.$executeRaw`
          INSERT INTO counter (name, day, value) VALUES (${name}, ${day}, 1)
          ON CONFLICT (name, day) DO UPDATE SET value = counter.value + 1`;
      },
    },
    candidates: candidateWriter(tx),
    reader: reportReader(tx),
    // Once is enough: a wake-up says nothing but that there is something.
    wake: async (worker) => {
      if (woken.has(worker)) return;
      woken.add(worker);
      await enqueue(worker, (sql, values) => tx.$queryRawUnsafe(sql, ...values));
    },
  };
}
