import type { Transaction, UnitOfWork, Worker } from '../application/ports/storage.ts';
import { candidateWriter } from './candidates.ts';
import type { Queries } from './connect-prisma.ts';
import { conversationWriter } from './conversations.ts';
import type { Database } from './database.ts';
import { digestReader } from './digests.ts';
import type { HasRoom } from './disk-room.ts';
import { heldNewsWriter } from './held-news.ts';
import { inboxWriter } from './inbox.ts';
import { keptFormWriter } from './kept-forms.ts';
import { openQuestionWriter } from './open-questions.ts';
import { outboxWriter } from './outbox.ts';
import { postings } from './postings.ts';
import { preferenceWriter } from './preferences.ts';
import { reportReader } from './report-reader.ts';
import type { OutlookOf } from './report-row.ts';
import { reportWriter } from './reports.ts';
import { inTransaction } from './transaction.ts';

/** Runs one statement inside the caller's transaction. */
export type RunSql = (sql: string, values: readonly unknown[]) => Promise<unknown[]>;

/** What a wake-up has to know of the transaction that it belongs to. */
export interface OpenTransaction {
  /** Moment of `performance.now`. */
  began: number;
  run: RunSql;
  /** Calls back once it is known to be committed. */
  onCommitted: (listener: () => void) => void;
}

/** Sees to it that a worker is woken when the transaction commits. */
export type Enqueue = (worker: Worker, transaction: OpenTransaction) => Promise<void>;

export function unitOfWork(
  { prisma, hasRoom }: Database,
  enqueue: Enqueue,
  outlookOf: OutlookOf,
): UnitOfWork {
  return {
    async transact(work) {
      let listeners: (() => void)[] = [];
      const result = await inTransaction(prisma, (tx) => {
        // Whatever an attempt before this one has announced was rolled back.
        listeners = [];
        const open = {
          began: performance.now(),
          run: (sql: string, values: readonly unknown[]) => tx.$queryRawUnsafe<unknown[]>(sql, ...values),
          onCommitted: (listener: () => void) => void listeners.push(listener),
        };
        const wake = (worker: Worker) => enqueue(worker, open);
        return work(transactionOver(tx, { hasRoom, wake, outlookOf }));
      });
      for (const listener of listeners) listener();
      return result;
    },
  };
}

interface TransactionParts {
  hasRoom: HasRoom;
  wake: Transaction['wake'];
  outlookOf: OutlookOf;
}

function transactionOver(tx: Queries, { hasRoom, wake, outlookOf }: TransactionParts): Transaction {
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
      async once(name, day) {
        const written = await tx.$executeRaw`
          INSERT INTO counter (name, day, value) VALUES (${name}, ${day}, 1) ON CONFLICT (name, day) DO NOTHING`;
        return written === 1;
      },
    },
    candidates: candidateWriter(tx),
    openQuestions: openQuestionWriter(tx),
    postings: postings(tx),
    preferences: preferenceWriter(tx),
    heldNews: heldNewsWriter(tx),
    keptForms: keptFormWriter(tx),
    reader: reportReader(tx),
    digests: digestReader(tx),
    // Once is enough: a wake-up says nothing but that there is something.
    wake: async (worker) => {
      if (woken.has(worker)) return;
      woken.add(worker);
      await wake(worker);
    },
  };
}
