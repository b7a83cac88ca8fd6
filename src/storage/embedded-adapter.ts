import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { statementNames } from './statement-names.ts';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * Nothing that the database answers, outside a transaction or with the end of one, is passed on before all that was
 * committed until then is on disk. Inside a transaction nobody waits: its end does.
 */
export class EmbeddedAdapter extends PrismaPg {
  readonly #settled: () => Promise<void>;

  constructor(pool: pg.Pool, settled: () => Promise<void>) {
    super(pool, { statementNameGenerator: statementNames() });
    this.#settled = settled;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const settled = this.#settled;
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.queryRaw = async (query) => {
      const rows = await queryRaw(query);
      await settled();
      return rows;
    };
    adapter.executeRaw = async (query) => {
      const count = await executeRaw(query);
      await settled();
      return count;
    };
    adapter.startTransaction = async (isolation) => {
      const transaction = await startTransaction(isolation);
      const commit = transaction.commit.bind(transaction);
      transaction.commit = async () => {
        await commit();
        await settled();
      };
      return transaction;
    };
    return adapter;
  }
}
