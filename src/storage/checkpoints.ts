import type {
  CheckpointState,
  CheckpointWriter,
  SignedCheckpoint,
} from '../application/ports/ledger-reader.ts';
import type { Queries } from './connect-prisma.ts';
import type { Checkpoint as Row, PrismaClient } from './generated/client.ts';
import { instant } from './instants.ts';
import { inTransaction } from './transaction.ts';

export function checkpointWriter(db: PrismaClient): CheckpointWriter {
  return {
    take: (make) =>
      inTransaction(db, async (tx) => {
        // One taker at a time; then nobody can add to the ledger, and nobody has taken a position not yet visible.
        await tx.$executeRaw`LOCK TABLE checkpoint IN EXCLUSIVE MODE`;
        await tx.$executeRaw`LOCK TABLE ledger_event IN SHARE MODE`;
        const made = make(await stateOf(tx));
        if (made)
          await tx.checkpoint.create({ data: { ...made, at: new Date(made.at), upTo: BigInt(made.upTo) } });
        return made;
      }),
  };
}

async function stateOf(tx: Queries): Promise<CheckpointState> {
  const last = await tx.checkpoint.findFirst({ orderBy: { number: 'desc' } });
  const heads = await tx.$queryRaw<CheckpointState['heads']>`
    SELECT DISTINCT ON (report_id) report_id::text AS report, seq, hash
    FROM ledger_event ORDER BY report_id, seq DESC`;
  const { _count, _max } = await tx.ledgerEvent.aggregate({ _count: true, _max: { position: true } });
  return { last: last && checkpointOf(last), heads, events: _count, upTo: Number(_max.position ?? 0) };
}

export function checkpointOf(row: Row): SignedCheckpoint {
  return { ...row, at: instant(row.at), upTo: Number(row.upTo) };
}
